/** Law 7: adopting an edition that people made, then a run over an unchanged source: no byte of it changes. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { adopted, humanEditions } from '../support/law-seven.ts';
import { inProcess } from '../support/program.ts';
import { random } from '../support/random.ts';

test.each(['es', 'ja'])('editions in %s, wrapped by hand, with a front matter of their own and moved paragraphs', (locale) => {
  for (const one of humanEditions(locale, 2, random(7))) {
    const run = adopted(one);
    expect(run.edition).toBe(one.edition);
    expect(run.sent).toEqual([]);
  }
});

const japanese = humanEditions('ja', 40, random(7)).filter(({ name }) => /upi-176249|cnn-304447/.test(name));

test.skipIf(japanese.length === 0)('the run after an adoption writes no file: neither an edition nor a record', async () => {
  const editions = japanese.flatMap(({ name, source, edition }) => [
    [`articles/en/${name}.md`, source],
    [`articles/ja/${name}.md`, edition],
  ]);
  const { root, sent } = checkout(Object.fromEntries(editions), { targetLocales: ['ja'] });
  const run = inProcess(root);
  expect((await run('memory', 'align', '--json')).summary).toMatchObject({ editions: 2 });
  expect((await run('translate', '--json')).summary).toMatchObject({ files: { written: 0, unchanged: 4 } });
  expect(sent()).toEqual([]);
});
