/** Which files of a folder are Dragoman's own: those that its list names by a path that stays within, with the hash that they have. */

import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileBytes, ownStatsOf } from '../files/bytes.ts';
import { removeEmptyFolder, removeFile } from '../files/write.ts';

const DIGEST_LENGTH = 22;

/** What a list knows a file by: 132 bits of SHA-256. */
export function digestOf(content: string | Uint8Array, encoding: 'base64url' | 'hex' = 'base64url'): string {
  return hash('sha256', content, encoding).slice(0, DIGEST_LENGTH);
}

/** Whether a regular file, not one behind a link, is at a path and has this hash. */
export function isAsListed(path: string, digest: string): boolean {
  return isRegularFile(path) && digestOf(fileBytes(path)) === digest;
}

export function isRegularFile(path: string): boolean {
  return ownStatsOf(path)?.isFile() === true;
}

/** Nearly all are: no part of them begins with a dot. */
const PLAIN = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;

/** Whether a path of a list, relative and with `/`, names something within its folder that may be made there: never a part of git's. */
export function isSiteFile(file: string): boolean {
  if (PLAIN.test(file)) return true;
  return (
    file !== '' &&
    !/[\\\0]/.test(file) &&
    !file.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')
  );
}

/** The folders of a path, the outermost first: of `a/b/c.html`, `a` and `a/b`. */
export function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Whether every folder of a path that exists is a folder: through a link a write would land elsewhere. */
export function hasOwnFolders(out: string, file: string, seen: Map<string, boolean> = new Map()): boolean {
  return foldersOf(file).every((folder) => {
    const known = seen.get(folder);
    if (known !== undefined) return known;
    const stats = ownStatsOf(join(out, folder));
    const isOwn = stats === undefined || stats.isDirectory();
    seen.set(folder, isOwn);
    return isOwn;
  });
}

/**
 * Removes a file where it is as the list says, and the folders that are empty then.
 * @returns false where it is not as the list says: it stays
 */
export function removeListed(out: string, file: string, digest: string): boolean {
  const path = join(out, file);
  if (!hasOwnFolders(out, file)) return false;
  if (ownStatsOf(path) === undefined) return true;
  if (!isAsListed(path, digest)) return false;
  removeFile(path);
  for (let folder = dirname(path); folder.length > out.length; folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) break;
    removeEmptyFolder(folder);
  }
  return true;
}
