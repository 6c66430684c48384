/** Clones that hold only the last part of their history, as CI makes them. */

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/program.ts';
import { repository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const THEN = 'The port has been closed since 2021. A new pier costs 40 million euros.\n';
const EDITION = 'El puerto está cerrado desde 2021. Un nuevo muelle cuesta 40 millones de euros.\n';

/** @param depth commits */
function clone(root: string, depth: number): { readonly run: ReturnType<typeof inProcess>; readonly git: (...args: string[]) => void } {
  const folder = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '-q', '--depth', String(depth), `file://${root}`, folder], { stdio: 'pipe' });
  return { run: inProcess(folder), git: (...args) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' }) };
}

test('adoption in a shallow clone says that it does not know the source of then, and knows it once the rest is there', async () => {
  const { root, write, commit } = repository({ 'articles/en/a.md': THEN, 'articles/es/a.md': EDITION });
  commit('both');
  write('articles/en/a.md', `${THEN.replace('new pier', 'new stone pier')}\nNobody was hurt.\n`);
  commit('the source goes on');
  const { run, git } = clone(root, 1);
  const shallow = await run('memory', 'align', '--dry-run', '--json');
  expect(shallow.stderr).toContain('This is a shallow clone');
  expect(shallow.stderr).toContain('git fetch --unshallow');
  git('fetch', '-q', '--unshallow');
  const whole = await run('memory', 'align', '--dry-run', '--json');
  expect(whole.stderr).not.toContain('shallow');
  expect(whole.summary).toMatchObject({ adopted: 1, pending: 2, leftOut: 0 });
});

test('--since tells what is gone since, and what a shallow clone cannot know', async () => {
  const { root, run: translate, commit } = repository({ 'articles/en/kept.md': '# Kept\n', 'articles/en/gone.md': '# Retracted\n' });
  await translate('translate');
  commit('translated');
  rmSync(join(root, 'articles/en/gone.md'));
  commit('retracted');
  const { run } = clone(root, 2);
  const orphan = expect.objectContaining({ type: 'finding', check: 'orphaned', slug: 'gone', file: 'articles/es/gone.md' });
  for (const [command, code] of [
    [['translate'], 0],
    [['translate', '--frozen'], 1],
    [['check'], 0],
    [['check', '--frozen'], 1],
  ] as const) {
    const told = await run(...command, '--since', 'HEAD~1', '--json');
    expect({ command, code: told.code }).toEqual({ command, code });
    expect(told.events).toContainEqual(orphan);
    const before = await run(...command, '--since', 'HEAD', '--json');
    expect({ command, code: before.code }).toEqual({ command, code: 0 });
    expect(before.events).not.toContainEqual(orphan);
  }
  const beyond = await run('translate', '--since', 'HEAD~2');
  expect(beyond.code).toBe(2);
  expect(beyond.stderr).toContain('this is a shallow clone: "git fetch --unshallow" gives the rest; in CI, fetch-depth: 0');
  expect((await run('prune', '--json')).summary).toMatchObject({ editions: 1, files: { removed: 2 } });
});
