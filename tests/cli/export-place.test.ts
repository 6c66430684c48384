import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

const ARTICLES = { 'articles/en/ferry.md': '---\ntitle: Ferry\ndate: 2026-01-01\n---\n\nThe ferry is late.\n' };

test.each(['articles', 'articles/en', 'articles/es/site'])(
  'an export into %s writes no file that would be an article itself',
  async (out) => {
    const { root } = checkout(ARTICLES);
    const run = inProcess(root);
    await run('translate', '--yes');
    const { code, stdout } = await run('export', '--layout', 'hugo', '--out', out, '--json');
    const { summary } = await run('status', '--json');
    // Below `articles` alone an export has the folder of a language in its path: `articles/content/en/ferry.md` is no article.
    const isTaken = out !== 'articles';
    expect(code).toBe(isTaken ? 1 : 0);
    expect(stdout.includes('would be an article itself')).toBe(isTaken);
    expect(existsSync(join(root, out, 'content/en/ferry.md'))).toBe(!isTaken);
    expect(summary).toMatchObject({ editions: 1 });
  },
);

test.each([['publish'], ['export', '--layout', 'hugo']])('%s writes nothing into git’s own folder', async (...command) => {
  const { root } = checkout(ARTICLES, { publish: { baseUrl: 'https://courier.example' } });
  mkdirSync(join(root, '.git/hooks'), { recursive: true });
  const run = inProcess(root);
  await run('translate', '--yes');
  for (const out of ['.git', '.git/hooks', '.git/new']) {
    const { code, stderr } = await run(...command, '--out', out);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('git’s own folder') });
    expect(existsSync(join(root, out, 'content'))).toBe(false);
  }
});
