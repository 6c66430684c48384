/**
 * What a run begins from. Records say what is paid for; so a run begins where they are: at the tip of its branch, and where editions go
 * to a pull request, on that branch with the base merged into it.
 */

import { KnownError } from '../errors.ts';
import type { Repository } from './repository.ts';
import { mergeInto, type Settle } from './settling.ts';

export interface Delivery {
  readonly how: 'commit' | 'pull-request' | 'none';
  readonly base: string;
  /** Of the pull request. */
  readonly branch: string;
}

/** Where the remote's branch is, fetched. */
export const remote = (branch: string): string => `refs/remotes/origin/${branch}`;

/**
 * Moves the checkout to what the run begins from.
 * @throws KnownError where the remote does not answer, or base and branch conflict in what only a person can settle
 */
export async function startRun(repository: Repository, { how, base, branch }: Delivery, settle: Settle): Promise<void> {
  if (how === 'none') return;
  await checkNames(repository, [base, branch]);
  const known = await fetchBranches(repository, how === 'commit' ? [base] : [base, branch]);
  if (!known.has(base)) {
    if (how === 'commit') return;
    throw new KnownError(`There is no branch "${base}" at the remote`, {
      expected: 'the branch that editions are for',
      got: base,
      help: 'Set DRAGOMAN_BASE.',
    });
  }
  // A checkout that somebody has committed in goes on from there.
  if (await isAncestor(repository, 'HEAD', remote(base))) await repository.git(['merge', '--quiet', '--ff-only', remote(base)]);
  if (how === 'commit' || !known.has(branch)) return;
  // The branch was merged, and not deleted.
  if (await isAncestor(repository, remote(branch), 'HEAD')) return;
  if (await isTakenIn(repository, remote(branch), remote(base))) return continueFrom(repository, remote(branch), base, branch);
  const from = (await repository.git(['rev-parse', 'HEAD'])).trim();
  await repository.git(['checkout', '--quiet', '--detach', remote(branch)]);
  try {
    await mergeInto(repository, from, { message: `Merge ${base} into ${branch}`, wins: 'theirs' }, settle);
  } catch (error) {
    await repository.tries('checkout', '--quiet', '--detach', from);
    throw error;
  }
}

async function checkNames(repository: Repository, names: readonly string[]): Promise<void> {
  for (const name of names)
    if (!(await repository.tries('check-ref-format', `refs/heads/${name}`)).isDone)
      throw new KnownError(`"${name}" is not a branch's name`, { expected: 'a name that git takes', got: JSON.stringify(name) });
}

/** @returns those that are at the remote */
export async function fetchBranches(repository: Repository, branches: readonly string[]): Promise<ReadonlySet<string>> {
  const listed = await repository.git(['ls-remote', '--quiet', 'origin', ...branches.map((name) => `refs/heads/${name}`)]);
  const there = branches.filter((name) => listed.split('\n').some((line) => line.endsWith(`\trefs/heads/${name}`)));
  // Merges need the history that a shallow checkout lacks.
  const isShallow = (await repository.git(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const refs = there.map((name) => `+refs/heads/${name}:${remote(name)}`);
  if (there.length > 0) await repository.git(['fetch', '--quiet', '--no-tags', ...(isShallow ? ['--unshallow'] : []), 'origin', ...refs]);
  return new Set(there);
}

async function isAncestor(repository: Repository, ancestor: string, of: string): Promise<boolean> {
  return (await repository.tries('merge-base', '--is-ancestor', ancestor, of)).isDone;
}

/** Whether the base has all of the branch's changes as one commit: the pull request was squashed, and its branch not deleted. */
async function isTakenIn(repository: Repository, branch: string, base: string): Promise<boolean> {
  const { isDone, stdout } = await repository.tries('merge-base', base, branch);
  if (!isDone) return false;
  const squashed = await repository.git(['commit-tree', `${branch}^{tree}`, '-p', stdout.trim(), '-m', 'squashed']);
  return (await repository.git(['cherry', base, squashed.trim()])).startsWith('-');
}

/** The base's tree with both histories: a push of it forces nothing. */
async function continueFrom(repository: Repository, tip: string, base: string, branch: string): Promise<void> {
  const message = `Merge ${base} into ${branch}`;
  const commit = await repository.git(['commit-tree', 'HEAD^{tree}', '-p', tip, '-p', 'HEAD', '-m', message]);
  await repository.git(['checkout', '--quiet', '--detach', commit.trim()]);
}
