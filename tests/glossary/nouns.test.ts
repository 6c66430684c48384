import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { usesTerm } from '../../src/glossary/uses.ts';

/** Common nouns with forms met in news: `lemma: form form`. The tables have rules for them, and none of them by itself. */
const folder = join(import.meta.dirname, 'nouns');

it.each(readdirSync(folder).map((file) => file.replace('.txt', '')))('forms of common nouns are uses of them in %s', (locale) => {
  const rows = readFileSync(join(folder, `${locale}.txt`), 'utf8')
    .trim()
    .split('\n');
  const missed = rows.flatMap((row) => {
    const [target = '', forms = ''] = row.split(': ');
    return forms.split(' ').filter((form) => !['exact', 'inflected'].includes(usesTerm(form, { target, kind: 'term' }, locale)));
  });
  expect(rows.length).toBeGreaterThan(50);
  expect(missed).toEqual([]);
});
