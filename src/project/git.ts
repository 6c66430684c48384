/** What git knows of the project. Always through `execFile`: no name ever reaches a shell. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { KnownError } from '../errors.ts';

const run = promisify(execFile);

/**
 * Files below a folder that differ from a revision, in the working tree or untracked; a renamed file counts under its new name.
 * @param root an absolute folder in a git repository
 * @param revision any revision that git understands
 * @returns paths relative to `root`
 * @throws KnownError where git, the repository or the revision is not to be had
 */
export async function changedSince(root: string, revision: string): Promise<Set<string>> {
  const base = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], revision)).trim();
  const changed = await git(root, ['diff', '--name-only', '--find-renames', '--diff-filter=d', '--relative', '-z', base], revision);
  const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z'], revision);
  return new Set(`${changed}${untracked}`.split('\0').filter((name) => name !== ''));
}

/** Files below a folder that the next commit changes. */
export async function staged(root: string): Promise<Set<string>> {
  const names = await git(root, ['diff', '--cached', '--name-only', '--diff-filter=d', '--relative', '-z'], 'HEAD');
  return new Set(names.split('\0').filter((name) => name !== ''));
}

/** A file as it stood at a revision, or undefined where it did not. */
export async function fileAt(root: string, revision: string, file: string): Promise<string | undefined> {
  try {
    // `./` makes the path relative to the folder that git runs in.
    return (await run('git', ['-C', root, 'show', '--end-of-options', `${revision}:./${file}`], { maxBuffer: 256 * 1024 * 1024 })).stdout;
  } catch {
    return undefined;
  }
}

async function git(root: string, args: readonly string[], revision: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', root, ...args], { maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().split('\n')[0] : '';
    throw new KnownError(`git cannot tell what changed since "${revision}"`, {
      expected: 'a revision of this repository, such as HEAD~1 or origin/main',
      got: said || 'no such revision',
      help: 'In CI, fetch the history first (fetch-depth: 0).',
      cause,
    });
  }
}
