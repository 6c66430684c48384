/** `dragoman status` on a terminal. */

import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const ARTICLES = { 'articles/en/harbour.md': '# It opens\n', 'articles/en/ferry.md': '# It sails\n', 'articles/es/ferry.md': '# Zarpa\n' };

test('more locales than the terminal has room for are counted, a line each', async () => {
  const { root } = checkout(ARTICLES, { targetLocales: ['es', 'ca', 'uk'] });
  const narrow = await inProcess(root, 35)('status');
  expect(narrow.stdout).toContain(
    [
      'locale  hand-made  missing  findings',
      'es              1        1         0',
      'ca              0        2         0',
      'uk              0        2         0',
      'Article by article: dragoman status --to es',
    ].join('\n'),
  );
  const byArticle = [
    'article         es       ca       uk',
    'ferry    hand-made  missing  missing',
    'harbour    missing  missing  missing',
  ].join('\n');
  for (const columns of [36, undefined]) expect((await inProcess(root, columns)('status')).stdout).toContain(byArticle);
  expect((await inProcess(root, 10)('status', '--to', 'es')).stdout).toContain('harbour    missing');
});
