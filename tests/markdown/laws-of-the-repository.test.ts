/** The laws on real files that are in the repository: its articles, its pages of documentation, the Markdown of its tests. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/adapters.ts';
import type { Edition, Mark, Text } from '../../src/article.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { recordOf } from '../../src/memory/renew.ts';
import { brokenLaws } from '../support/laws.ts';
import { editionOf, pseudo, read, type Sample } from '../support/markdown.ts';

const root = join(import.meta.dirname, '../..');

const samples: Sample[] = globSync(['articles/en/**/*.md', 'docs/*.md', '*.md', 'tests/golden/**/given/articles/**/*.{md,mdx}'], {
  cwd: root,
})
  .sort()
  .map((path) => ({ name: path, source: readFileSync(join(root, path), 'utf8'), dialect: path.endsWith('.mdx') ? 'mdx' : 'md' }));

const marksOf = (text: Text) => text.filter((piece): piece is Mark => typeof piece !== 'string');

/** The edition of a sample whose texts have all lost their first mark. */
function withoutFirstMarks(sample: Sample): { edition: Edition; lost: string[] } {
  const article = read(sample);
  const lost = article.blocks.flatMap(({ segments }) => segments.filter(({ text }) => marksOf(text).length > 0).map(({ id }) => id));
  const edition = editionOf(article, (text) =>
    pseudo(
      text.toSpliced(
        text.findIndex((piece) => typeof piece !== 'string'),
        1,
      ),
    ),
  );
  return { edition, lost };
}

test('there are enough of them', () => expect(samples.length).toBeGreaterThan(20));

describe.each(samples.map((sample): [string, Sample] => [sample.name, sample]))('%s', (_, sample) => {
  test('laws 1, 2 and 5: untouched bytes, the same tree, nothing outside of the words', () => {
    expect(brokenLaws(sample)).toEqual([]);
  });

  test('law 3: the marks that went in come out, or there is a finding', () => {
    const { edition, lost } = withoutFirstMarks(sample);
    const changed = lost.filter((id) => edition.targets.has(id));
    const found = new Set(
      runChecks(
        checks.filter(({ name }) => name === 'marks'),
        edition,
      ).map(({ segment }) => segment),
    );
    expect(changed.filter((id) => !found.has(id))).toEqual([]);
    expect(
      runChecks(
        checks.filter(({ name }) => name === 'marks'),
        editionOf(read(sample), pseudo),
      ),
    ).toEqual([]);
  });

  test('law 4: what is written as a record is read back as it was', () => {
    const record = recordOf(editionOf(read(sample), pseudo), undefined);
    expect(xliffFormat.read(xliffFormat.write(record), 'record.xlf')).toEqual(record);
  });
});
