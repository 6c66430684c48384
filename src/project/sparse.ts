/** What git has and a sparse checkout leaves out: it is not gone, and nothing is written in its place. */

import { execFileSync } from 'node:child_process';
import { dirname, isAbsolute, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { fileText, statsOf } from '../files/bytes.ts';

const NONE: ReadonlySet<string> = new Set();

/** Git's own folders, by the roots of projects. */
const folders = new Map<string, string>();
const listed = new Map<string, { readonly stamp: number; readonly files: ReadonlySet<string> }>();

/** @returns paths below the root, with `/`; in any checkout that is whole nothing is asked of git */
export function leftOut(root: string): ReadonlySet<string> {
  const folder = folders.get(root) ?? gitFolder(root);
  if (folder === undefined) return NONE;
  folders.set(root, folder);
  if (statsOf(join(folder, 'info/sparse-checkout')) === undefined) return NONE;
  const stamp = statsOf(join(folder, 'index'))?.mtimeMs ?? 0;
  const known = listed.get(root);
  if (known?.stamp === stamp) return known.files;
  const files = skipped(root);
  listed.set(root, { stamp, files });
  return files;
}

/** @throws KnownError for a file that is missing because it is left out */
export function refuseLeftOut(root: string, file: string): void {
  if (!leftOut(root).has(file)) return;
  throw new KnownError(`${file}: not checked out`, {
    expected: 'the file, which git has',
    got: 'a sparse checkout without it',
    help: `Run: git sparse-checkout add ${dirname(file)}`,
    place: file,
  });
}

/** Files that the index marks as not to be in the tree ("S", git-ls-files). */
function skipped(root: string): ReadonlySet<string> {
  try {
    const names = execFileSync('git', ['-C', root, 'ls-files', '-t', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
    const all = names.split('\0').flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
    return new Set(all.filter((file) => statsOf(join(root, file)) === undefined));
  } catch {
    return NONE;
  }
}

/** `.git` upwards: a folder, or a file that names one (a worktree, a submodule). */
function gitFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    const stats = statsOf(git);
    if (stats?.isDirectory() === true) return git;
    const named = stats?.isFile() === true ? /^gitdir: (.+)$/m.exec(fileText(git))?.[1] : undefined;
    if (named !== undefined) return isAbsolute(named) ? named : join(folder, named);
    if (folder === dirname(folder)) return undefined;
  }
}
