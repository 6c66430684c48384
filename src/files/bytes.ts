/**
 * The one place that reads files, as they are: `read.ts` says which text a project's file may hold. Nothing heavy is imported, for threads
 * load it too. `npm run check` holds that nothing else in `src` opens a file.
 */

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';

/** @throws Error (ENOENT, EACCES and others as Node has them; EINVAL for a device or a pipe, which may have no end) */
export function fileBytes(path: string | URL): Buffer<ArrayBuffer> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw Object.assign(new Error(`${path} is not a file`), { code: stats.isDirectory() ? 'EISDIR' : 'EINVAL' });
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** In UTF-8, bad bytes replaced. @throws as `fileBytes` */
export function fileText(path: string | URL): string {
  return fileBytes(path).toString('utf8');
}

/** The same, undefined where there is no such file. */
export function readIfThere(path: string | URL): string | undefined {
  try {
    return fileText(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Undefined where there is no such file or folder, or none can be looked at: behind a loop of links, in a folder that is not to be entered. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, UNLESS_MISSING);
  } catch {
    return undefined;
  }
}

/** The same of what is at the path itself: of a link, not of what it leads to. */
export function ownStatsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, UNLESS_MISSING);
  } catch {
    return undefined;
  }
}

/** Whether nothing is at a path. @throws Error (EACCES, ELOOP) where that cannot be told: what is not seen is not gone */
export function isNothing(path: string): boolean {
  try {
    return lstatSync(path, UNLESS_MISSING) === undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return true;
    throw error;
  }
}

/** Whether a symbolic link is at a path, wherever it leads. */
export function isLink(path: string): boolean {
  return ownStatsOf(path)?.isSymbolicLink() === true;
}

const UNLESS_MISSING = { throwIfNoEntry: false } as const;

/** Bytes that threads may share. */
export function readShared(path: string): Uint8Array<SharedArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(file, bytes, at, bytes.length - at, at);
      if (got === 0) break;
      at += got;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
