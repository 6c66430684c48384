/** A folder for each preview: two at once would take each other's site away. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeFolder } from '../../files/write.ts';
import { isProcessAlive } from '../../process-alive.ts';

/**
 * Makes this process's folder, empty, and removes those of processes that are gone.
 * @param parent the folder of all previews of a project, absolute
 */
export function previewFolder(parent: string, pid: number): string {
  for (const name of existsSync(parent) ? readdirSync(parent) : [])
    if (!/^\d+$/.test(name) || Number(name) === pid || !isProcessAlive(Number(name))) removeFolder(join(parent, name));
  const folder = join(parent, String(pid));
  makeFolder(folder);
  return folder;
}
