/** The checkout of a project, for a command that writes: its lock, and what a run left that ended in the middle of a write. */

import { join } from 'node:path';
import { readIfThere } from '../files/bytes.ts';
import { writeCached } from '../files/write.ts';
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
    ignoreOwn(cacheFolder(project));
    settlePairs(project);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

/** Where nobody has run `init`, journal and caches are none of git's all the same: in a commit they would be everybody's, and clash. */
function ignoreOwn(folder: string): void {
  const list = join(folder, '.gitignore');
  if (readIfThere(list) === undefined) writeCached(list, '*\n');
}
