/** What in the folder of a site is the last build's, and may be removed or give way, and what is somebody else's. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileBytes, fileText, ownStatsOf } from '../files/bytes.ts';
import { filesBelow } from '../files/walk.ts';
import { digestOf, foldersOf, hasOwnFolders, isAsListed, isRegularFile } from './site-files.ts';
import { isPartFile } from './survey/list-parts.ts';
import type { ReadManifest } from './survey/manifest.ts';

/** The files of the last build that the new site has no more: those that go, and those that stay since they are not as listed. */
export function withdrawn(
  out: string,
  listed: ReadManifest['files'],
  isGone: (file: string) => boolean,
): { readonly removed: string[]; readonly left: string[] } {
  const gone = [...listed.keys()].filter(isGone);
  const removed = gone.filter((file) => isOwn(out, file, listed.get(file) ?? ''));
  return { removed, left: gone.filter((file) => !removed.includes(file) && ownStatsOf(join(out, file)) !== undefined) };
}

function isOwn(out: string, file: string, digest: string): boolean {
  return hasOwnFolders(out, file) && isAsListed(join(out, file), digest);
}

/** Whether a file can be moved to a path: there is none, or one, or a folder without files. A link is somebody's. */
export function isFree(out: string, file: string): boolean {
  const stats = ownStatsOf(join(out, file));
  return stats === undefined || stats.isFile() || (stats.isDirectory() && filesBelow(join(out, file)).length === 0);
}

/**
 * The files that cannot be moved to their places: what is there is not the last build's. One with the same content is taken as made.
 * @returns `edited`: those of which a whole list says that the place is the site's own
 */
export function taken(
  out: string,
  written: readonly string[],
  files: ReadonlyMap<string, string>,
  last: { readonly listed: ReadManifest['files']; readonly removed: readonly string[]; readonly isWhole: boolean },
): { readonly blocked: string[]; readonly edited: string[] } {
  if (!existsSync(out)) return { blocked: [], edited: [] };
  const { listed, removed, isWhole } = last;
  const goes = new Set(removed);
  const seen = new Map<string, boolean>();
  const edited: string[] = [];
  const blocked = written.filter((file) => {
    const fileAsFolder = foldersOf(file).find((folder) => isRegularFile(join(out, folder)));
    if (fileAsFolder !== undefined) return !goes.has(fileAsFolder);
    if (!hasOwnFolders(out, file, seen)) return true;
    const stats = ownStatsOf(join(out, file));
    if (stats === undefined) return false;
    if (stats.isDirectory()) return filesBelow(join(out, file)).some(({ path }) => !goes.has(`${file}/${path}`));
    if (!stats.isFile()) return true;
    const digest = digestOf(fileBytes(join(out, file)));
    // Without content: a disk that was full, or lost its power. Parts of the list are no more anybody's than the list is.
    if (stats.size === 0 || (listed.has(file) && isPartFile(file)) || digest === listed.get(file) || digest === files.get(file))
      return false;
    if (!isWhole || !listed.has(file)) return true;
    edited.push(file);
    return false;
  });
  return { blocked, edited };
}

/** Pages that look like an earlier build's, in a folder whose list names none. */
export function likeOurs(out: string, files: ReadonlyMap<string, string>): string[] {
  if (!existsSync(out)) return [];
  const styled = /<link rel="stylesheet" href="[^"]*\/assets\/style\.[0-9a-f]{12}\.css">/;
  return filesBelow(out)
    .map(({ path }) => path)
    .filter(
      (file) => /\.html?$/.test(file) && !files.has(file) && isRegularFile(join(out, file)) && styled.test(fileText(join(out, file))),
    );
}
