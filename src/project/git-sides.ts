/** What git was merging when it stopped. */

import { join } from 'node:path';
import { readIfThere } from '../files/bytes.ts';
import { askGit, fileAt } from './git.ts';

/** A file on the branches of a merge and where they parted; undefined where there is none. */
export interface Sides {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

const STAGES = { base: '1', ours: '2', theirs: '3' } as const;

/**
 * The files of a merge, rebase, cherry-pick, revert, popped stash, mailed patch or change of branch that git could not merge, and any file
 * on its two sides: from the index, or where git has merged it, from the commits. Where no commit is theirs (`git am`, `git checkout -m`)
 * a file that git has merged is what was added to ours.
 * @throws KnownError where there is no git
 */
export async function readSides(root: string): Promise<{
  readonly unmerged: readonly string[];
  readonly versionsOf: (file: string) => Promise<Sides>;
}> {
  const listed = await askGit(root, ['ls-files', '--unmerged', '-z']);
  const stages = new Map<string, Map<string, string>>();
  for (const [, id = '', stage = '', file = ''] of listed.matchAll(/\d+ (\S+) (\d)\t([^\0]+)\0/g))
    stages.set(file, (stages.get(file) ?? new Map<string, string>()).set(stage, id));
  const commits = await sidesOf(root, stages);
  const versionsOf = async (file: string): Promise<Sides> => {
    const ids = stages.get(file);
    if (ids === undefined && commits.theirs === undefined) {
      const ours = await fileAt(root, commits.ours, file);
      return { base: ours, ours, theirs: inWorkTree(root, file, ours) };
    }
    const read = async (side: keyof typeof STAGES) => {
      const id = ids?.get(STAGES[side]);
      if (ids !== undefined) return id === undefined ? undefined : askGit(root, ['cat-file', 'blob', id]);
      return commits[side] === undefined ? undefined : fileAt(root, commits[side], file);
    };
    return { base: await read('base'), ours: await read('ours'), theirs: await read('theirs') };
  };
  return { unmerged: [...stages.keys()], versionsOf };
}

/** Line ends as git keeps them. */
function inWorkTree(root: string, file: string, kept: string | undefined): string | undefined {
  const path = join(root, file);
  const text = readIfThere(path);
  return kept?.includes('\r\n') === false ? text?.replaceAll('\r\n', '\n') : text;
}

async function sidesOf(
  root: string,
  stages: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<{ base?: string; ours: string; theirs?: string }> {
  const ask = async (...args: string[]): Promise<string | undefined> => {
    try {
      return (await askGit(root, args)).trim() || undefined;
    } catch {
      return undefined;
    }
  };
  /** Git has no name for what it pops; a stash stays until its conflicts are settled. */
  const stashed = async () => {
    const [[file, ids] = []] = [...stages].filter(([, one]) => one.has(STAGES.theirs));
    const isTheirs =
      file !== undefined && (await ask('rev-parse', '--verify', '--quiet', `refs/stash:./${file}`)) === ids?.get(STAGES.theirs);
    return isTheirs ? commit('refs/stash') : undefined;
  };
  const commit = (name: string) => ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  const merged = await commit('MERGE_HEAD');
  const picked = (await commit('REBASE_HEAD')) ?? (await commit('CHERRY_PICK_HEAD'));
  const reverted = await commit('REVERT_HEAD');
  const theirs = merged ?? picked ?? (reverted && (await commit(`${reverted}^`))) ?? (await stashed());
  const base =
    merged !== undefined
      ? await ask('merge-base', 'HEAD', merged)
      : (reverted ?? (theirs === undefined ? undefined : await commit(`${theirs}^`)));
  return { ours: 'HEAD', ...(theirs !== undefined && { theirs }), ...(base !== undefined && { base }) };
}
