/** A checkout without all of git's files: what is left out is not gone, is not made anew, and a pointer is not the file. */

import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

async function newsroom() {
  const files = Object.fromEntries(['a', 'b'].map((name) => [`articles/en/${name}.md`, `# Story ${name}\n\nThe ferry ${name} is late.\n`]));
  const project = checkout(files, { publish: { baseUrl: 'https://courier.example' } });
  const run = inProcess(project.root);
  await run('translate');
  project.write('articles/es/a.md', project.read('articles/es/a.md').replace('THE FERRY A IS LATE', 'El transbordador A va tarde'));
  await run('translate');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-C', project.root, ...args], { encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'all');
  const without = (...patterns: string[]) => git('sparse-checkout', 'set', '--no-cone', '/*', ...patterns.map((one) => `!${one}`));
  return { ...project, run, git, without };
}

test('journal and caches are never in a commit', async () => {
  const { git } = await newsroom();
  expect(git('ls-files', '.dragoman')).toBe('');
});

test.each([['articles/es/a.md'], ['locales/es/articles/a.xlf']])(
  '%s is left out: named, and nothing is written in its place',
  async (file) => {
    const { root, run, git, without } = await newsroom();
    without(`/${file}`);
    rmSync(join(root, '.dragoman'), { recursive: true });
    for (const command of [['translate'], ['check'], ['status']]) {
      const { code, stdout, stderr } = await run(...command);
      expect(code, command[0]).toBe(2);
      expect(stdout + stderr).toContain(`${file}: not checked out`);
    }
    expect(existsSync(join(root, file))).toBe(false);
    git('sparse-checkout', 'disable');
    expect(git('status', '--porcelain')).toBe('');
  },
);

test('a source that is left out is not gone: its edition is no orphan, and no site is made without it', async () => {
  const { root, run, without } = await newsroom();
  without('/articles/en/a.md');
  expect((await run('prune')).stdout).not.toContain('articles/es/a.md');
  expect(existsSync(join(root, 'articles/es/a.md'))).toBe(true);
  for (const command of [['publish'], ['export', '--layout', 'hugo']]) {
    const { code, stderr } = await run(...command);
    expect([code, stderr]).toEqual([2, expect.stringContaining('sparse checkout without articles/en/a.md')]);
  }
});

test('an edition that is a pointer of Git LFS is not taken for a person’s', async () => {
  const { run, write, read } = await newsroom();
  write('articles/es/a.md', `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 123\n`);
  const record = read('locales/es/articles/a.xlf');
  const { code, stderr } = await run('translate');
  expect([code, stderr]).toEqual([2, expect.stringContaining('articles/es/a.md: not fetched')]);
  expect(read('locales/es/articles/a.xlf')).toBe(record);
});
