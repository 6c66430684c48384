/** What a run has written goes to the remote: committed, and pushed without ever forcing. */

import { KnownError } from '../errors.ts';
import { counted } from '../text/counted.ts';
import { lastLine, type Repository } from './repository.ts';
import { mergeInto, rebaseOnto, type Settle } from './settling.ts';
import { type Delivery, fetchBranches, remote } from './start.ts';

/** How often a push that somebody else came before is tried anew. */
const ATTEMPTS = 10;

/** Files that differ from the last commit, as git lists them; `.dragoman` is nobody's. */
export async function changedFiles(repository: Repository): Promise<ReadonlySet<string>> {
  const list = await repository.git(['ls-files', '--modified', '--others', '--exclude-standard', '-z', '--', '.']);
  return new Set(list.split('\0').filter((file) => file !== '' && !/^\.dragoman(?:\/|$)/.test(file)));
}

/**
 * Commits what the run has changed; what was changed in the checkout before is not ours to commit.
 * @returns whether there is a commit
 */
export async function commitRun(repository: Repository, before: ReadonlySet<string>): Promise<boolean> {
  const ours = [...(await changedFiles(repository))].filter((file) => !before.has(file));
  if (ours.length === 0) return false;
  await repository.git(['update-index', '--add', '--remove', '-z', '--stdin'], ours.map((file) => `${file}\0`).join(''));
  const subject = `Translate: ${counted(ours.length, 'file')} of editions and records`;
  await repository.git(['commit', '--quiet', '--no-verify', '-m', subject, '-m', 'Dragoman: translate']);
  return true;
}

/**
 * Pushes the checkout's commits. Where somebody pushed meanwhile, commits go on top of theirs, and the branch of a pull request, which
 * has reviews, is merged with.
 * @throws KnownError where the remote refuses, or somebody has changed the same
 */
export async function pushRun(repository: Repository, { how, base, branch }: Delivery, settle: Settle): Promise<void> {
  const to = how === 'commit' ? base : branch;
  for (let attempt = 1; ; attempt++) {
    const push = await repository.tries('push', '--porcelain', 'origin', `HEAD:refs/heads/${to}`);
    if (push.isDone) return;
    const refusal = refusalIn(push.stdout) ?? lastLine(push.stderr);
    if (!isRace(refusal) || attempt === ATTEMPTS)
      throw new KnownError(`${to} cannot be pushed to`, {
        expected: 'a remote that takes the commits',
        got: refusal,
        help:
          how === 'commit'
            ? 'Give the job "contents: write"; where the branch is protected, set "deliver: pull-request".'
            : 'Give the job "contents: write".',
      });
    const there = await fetchBranches(repository, [to]);
    // Somebody has deleted it.
    if (!there.has(to)) continue;
    if (how === 'commit') await rebaseOnto(repository, remote(to), settle);
    else await mergeInto(repository, remote(to), { message: `Merge what was pushed to ${branch}`, wins: 'theirs' }, settle);
  }
}

/** The reason in a line such as `!	HEAD:refs/heads/main	[rejected] (fetch first)`. */
function refusalIn(porcelain: string): string | undefined {
  return /^!\t[^\t]*\t(.*)$/m.exec(porcelain)?.[1];
}

/** Somebody was faster; a hook that declines, or a right that is missing, is no race. */
function isRace(refusal: string): boolean {
  return /fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i.test(refusal);
}

/** Whether the checkout has anything that the base has not. */
export async function differsFrom(repository: Repository, base: string): Promise<boolean> {
  return !(await repository.tries('diff', '--quiet', remote(base), 'HEAD')).isDone;
}
