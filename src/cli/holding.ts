/** A command that writes holds the checkout's lock over what it reads and what it writes. */

import { holdCheckout } from '../project/checkout.ts';
import { inWords, type LockOptions, takeLock } from '../project/lock.ts';
import { cacheFolder, openProject, type Project } from '../project/project.ts';
import { sha256 } from '../text.ts';
import type { CommandContext } from './command.ts';

/** Milliseconds that a command waits for another one: longer than a correction or a small run takes, shorter than anybody's patience. */
const PATIENCE = 60_000;

/** How a command waits: a person is told for whom. */
export function waiting({ say, signal }: Pick<CommandContext, 'say' | 'signal'>, waitMs: number = PATIENCE): LockOptions {
  return { waitMs, signal, onWait: (holder) => say(`Waiting for ${inWords(holder)} to end.`) };
}

/**
 * Work that nobody else's writing comes between: the lock is held from before anything is read until all is written.
 * @param name of the command, for whoever finds the lock taken
 */
export function holdingLock<Result>(name: string, context: CommandContext, work: () => Promise<Result>): Promise<Result> {
  return giving(holdCheckout(openProject(context.cwd, context.config), name, waiting(context)), work);
}

/**
 * Work on a folder that editions are read for and nothing but this work writes to: a site, another generator's project. Runs that
 * write editions go on meanwhile.
 * @param out absolute
 */
export function holdingFolder<Result>(
  project: Project,
  out: string,
  name: string,
  context: CommandContext,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  return giving(takeLock(cacheFolder(project), name, { ...waiting(context), name: `folder-${sha256(out).slice(0, 12)}` }), work);
}

async function giving<Result>(taken: Promise<() => void>, work: () => Result | Promise<Result>): Promise<Result> {
  const release = await taken;
  try {
    return await work();
  } finally {
    release();
  }
}
