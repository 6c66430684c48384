/** A command that writes holds the checkout's lock over what it reads and what it writes. */

import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { makeFolder } from '../files/write.ts';
import { holdCheckout } from '../project/checkout.ts';
import { inWords, type LockOptions, takeLock } from '../project/lock.ts';
import { cacheFolder, openProject, type Project } from '../project/project.ts';
import { sha256 } from '../text.ts';
import type { CommandContext } from './command.ts';

/** Milliseconds that a command waits for another one: longer than a correction or a small run takes, shorter than anybody's patience. */
const PATIENCE = 60_000;

/** How a command waits: a person is told for whom. */
export function waiting({ say }: Pick<CommandContext, 'say'>, waitMs: number = PATIENCE): LockOptions {
  return { waitMs, onWait: (holder) => say(`Waiting for ${inWords(holder)} to end.`) };
}

/**
 * Work that nobody else's writing comes between: the lock is held from before anything is read until all is written.
 * @param name of the command, for whoever finds the lock taken
 */
export function holdingLock<Result>(name: string, context: CommandContext, work: () => Promise<Result>): Promise<Result> {
  return giving(holdCheckout(openProject(context.cwd, context.config), name, waiting(context)), work);
}

/**
 * Where locks of folders are that several checkouts may write to: on this machine, this user's alone. Who has it on another machine is
 * seen by the list of the folder's files.
 */
function sharedLocks(project: Project): string {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `dragoman-${user ?? userInfo().username}`);
  try {
    makeFolder(folder, 0o700);
    const stats = lstatSync(folder);
    // Anybody may make a folder there, or a link.
    if (stats.isDirectory() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0))) return folder;
  } catch {
    // A folder for temporary files that cannot be written.
  }
  return cacheFolder(project);
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
  return giving(takeLock(sharedLocks(project), name, { ...waiting(context), name: `folder-${sha256(real(out)).slice(0, 20)}` }), work);
}

/** The same folder by whatever links it is named. */
function real(folder: string): string {
  return existsSync(folder)
    ? realpathSync(folder)
    : existsSync(dirname(folder))
      ? join(realpathSync(dirname(folder)), basename(folder))
      : folder;
}

async function giving<Result>(taken: Promise<() => void>, work: () => Result | Promise<Result>): Promise<Result> {
  const release = await taken;
  try {
    return await work();
  } finally {
    release();
  }
}
