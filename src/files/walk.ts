/** Which files are below a folder. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundEntry {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly isLink: boolean;
}

/**
 * Everything below a folder that is no folder, in no order. A folder behind a link is not entered, and counts as a link: it may lead out of
 * the project, or back to itself, where the `recursive` of Node's `readdir` does not end.
 * @param isEntered whether a file or folder of this name is looked at
 * @throws Error (ENOENT, EACCES) where a folder cannot be read
 */
export function filesBelow(folder: string, isEntered: (name: string) => boolean = () => true): FoundEntry[] {
  const found: FoundEntry[] = [];
  const visit = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (!isEntered(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else found.push({ path, isLink: entry.isSymbolicLink() });
    }
  };
  visit('');
  return found;
}

export const isShown = (name: string) => !name.startsWith('.');
