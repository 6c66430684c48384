/** Merges and rebases, with Dragoman's merge driver, and what git leaves unmerged settled by the records. */

import { KnownError } from '../errors.ts';
import { lastLine, type Repository } from './repository.ts';

/** Settles the files of the tree that git left unmerged (`dragoman merge`); those that remain, and why. */
export type Settle = () => Promise<readonly UnsettledFile[]>;

interface UnsettledFile {
  readonly file: string;
  /** `gone`: one side has removed it. `conflict`: both have changed the same, and a person has to choose. */
  readonly state: 'gone' | 'conflict';
}

interface Merging {
  readonly message: string;
  /** Whose file counts where the other side has removed it, or the other way: of git's two sides, the one that people have pushed. */
  readonly wins: 'ours' | 'theirs';
}

/**
 * Merges a commit into the checkout.
 * @throws KnownError where a person has to choose; the checkout is as it was then
 */
export async function mergeInto(repository: Repository, commit: string, { message, wins }: Merging, settle: Settle): Promise<void> {
  const merge = await repository.tries('merge', '--quiet', '--no-edit', '-m', message, commit);
  if (merge.isDone) return;
  await settled(repository, { stop: ['merge', '--abort'], said: merge.stderr, wins }, settle);
  await repository.git(['commit', '--quiet', '--no-verify', '--no-edit']);
}

/**
 * Puts the checkout's own commits on top of another commit.
 * @throws KnownError where a person has to choose; the checkout is as it was then
 */
export async function rebaseOnto(repository: Repository, commit: string, settle: Settle): Promise<void> {
  let step = await repository.tries('rebase', '--quiet', '--autostash', commit);
  while (!step.isDone) {
    await settled(repository, { stop: ['rebase', '--abort'], said: step.stderr, wins: 'ours' }, settle);
    // A commit that the other side has made as well is left out.
    const isEmpty = (await repository.tries('diff', '--cached', '--quiet', 'HEAD')).isDone;
    step = await repository.tries('rebase', isEmpty ? '--skip' : '--continue');
  }
}

interface Stopped extends Pick<Merging, 'wins'> {
  /** What takes it back. */
  readonly stop: readonly string[];
  readonly said: string;
}

async function settled(repository: Repository, { stop, said, wins }: Stopped, settle: Settle): Promise<void> {
  const wasUnmerged = (await unmerged(repository)).length > 0;
  let remaining: readonly UnsettledFile[] = [];
  try {
    if (wasUnmerged) remaining = await settle();
  } catch (error) {
    await repository.tries(...stop);
    throw error;
  }
  for (const { file, state } of remaining) if (state === 'gone') await take(repository, file, wins);
  const conflicts = await unmerged(repository);
  if (wasUnmerged && conflicts.length === 0) return;
  await repository.tries(...stop);
  throw new KnownError(wasUnmerged ? 'Two branches have changed the same' : 'The branches cannot be merged here', {
    expected: 'branches that git and the records can merge',
    got: wasUnmerged ? conflicts.slice(0, 5).join(', ') : lastLine(said),
    help: wasUnmerged ? 'Merge them by hand, and push.' : 'Let no step before this one leave changed files.',
  });
}

/** Of the whole repository, from its top. */
async function unmerged(repository: Repository): Promise<readonly string[]> {
  return (await repository.git(['diff', '--name-only', '--diff-filter=U', '-z'])).split('\0').filter((file) => file !== '');
}

/** A side's file, or its absence. */
async function take(repository: Repository, file: string, side: 'ours' | 'theirs'): Promise<void> {
  const stage = side === 'ours' ? '2' : '3';
  const has = (await repository.git(['ls-files', '--unmerged', '-z', '--', file])).split('\0').some((line) => line.includes(` ${stage}\t`));
  if (has) await repository.git(['checkout', `--${side}`, '--', file]);
  await repository.git(has ? ['add', '--', file] : ['rm', '--quiet', '--force', '--', file]);
}
