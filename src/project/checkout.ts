/** The checkout of a project, for a command that writes: its lock, and what a run left that ended in the middle of a write. */

import { type LockOptions, takeLock } from './lock.ts';
import { settlePairs } from './pairs.ts';
import { cacheFolder, type Project } from './project.ts';

/**
 * @param command what is being run, for whoever finds the lock taken
 * @returns gives the lock back
 * @throws KnownError where another command holds it
 */
export async function holdCheckout(project: Project, command: string, options: LockOptions): Promise<() => void> {
  const release = await takeLock(cacheFolder(project), command, options);
  try {
    settlePairs(project);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}
