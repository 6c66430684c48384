/** The checkout that a worker keeps: brought up to date before a batch, its editions committed and pushed after it. */

import { changedFiles, commitRun, pushRun } from '../../ci/deliver.ts';
import { openRepository, type Repository } from '../../ci/repository.ts';
import type { Settle } from '../../ci/settling.ts';
import { startRun } from '../../ci/start.ts';
import { KnownError } from '../../errors.ts';
import { editionFilesOf } from '../../project/edition-files.ts';
import { openProject, type Project } from '../../project/project.ts';
import { deliverRecorded, journalFile } from '../../store/embedded/journal.ts';
import type { CommandContext } from '../command.ts';
import { mergeDriver, settling } from '../settling.ts';

export interface WorkCheckout {
  /** Fetches what people have pushed. @returns the project as it is then */
  readonly begin: () => Promise<Project>;
  /** Commits what the batch has written, and pushes it and whatever an earlier push could not. */
  readonly deliver: () => Promise<void>;
}

/**
 * @param branch where editions go; the one that is checked out unless told
 * @throws KnownError where the folder is no checkout of a worker's own
 */
export async function openWorkCheckout(branch: string | undefined, context: CommandContext): Promise<WorkCheckout> {
  const { env } = context;
  const who = { name: env.DRAGOMAN_NAME || 'dragoman[bot]', email: env.DRAGOMAN_EMAIL || 'dragoman[bot]@users.noreply.github.com' };
  const repository = openRepository(context.cwd, { ...who, mergeDriver: mergeDriver(), env });
  const settle: Settle = settling(context);
  const delivery = { how: 'commit', base: branch ?? (await branchOf(repository)), branch: '' } as const;
  await refuseOthersWork(repository, context);
  return {
    begin: async () => {
      // A worker that was killed has left editions that are paid for, and perhaps a merge half done.
      await repository.tries('rebase', '--abort');
      await commitRun(repository, new Set());
      await startRun(repository, { ...delivery, branch: delivery.base }, settle);
      return openProject(context.cwd, context.config);
    },
    deliver: async () => {
      await commitRun(repository, new Set());
      const isAhead = (await repository.git(['rev-list', '--count', `refs/remotes/origin/${delivery.base}..HEAD`])).trim() !== '0';
      if (isAhead) await pushRun(repository, delivery, settle);
      deliverRecorded(journalFile(openProject(context.cwd, context.config).root));
    },
  };
}

async function branchOf(repository: Repository): Promise<string> {
  const { isDone, stdout } = await repository.tries('symbolic-ref', '--short', 'HEAD');
  if (isDone) return stdout.trim();
  throw new KnownError('The checkout is on no branch', {
    expected: 'a clone of the repository, on the branch that editions are for',
    got: 'a detached commit',
    help: 'git clone ADDRESS, and run "dragoman work" in it; or name the branch: --branch main',
  });
}

/** All that changes in a worker's checkout is committed and pushed: somebody's own work is not to be in it. */
async function refuseOthersWork(repository: Repository, context: CommandContext): Promise<void> {
  const changed = await changedFiles(repository);
  if (changed.size === 0) return;
  const ours = editionFilesOf(openProject(context.cwd, context.config));
  const others = [...changed].filter((file) => !ours.has(file));
  if (others.length === 0) return;
  throw new KnownError('This checkout has changes that are no editions', {
    expected: "a clone of the worker's own: all that changes in it is committed and pushed",
    got: others.slice(0, 5).join(', '),
    help: 'git clone ADDRESS folder, and run "dragoman work" there.',
  });
}
