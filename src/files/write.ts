/**
 * The one place that writes, moves and removes files. A new file is staged under a name that is removed first and made exclusively, so
 * that no link of that name is written through; a link in the place of the file itself is its person's, and stays.
 * `npm run check` holds that nothing else in `src` changes the disk.
 */

import { hash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { isProcessAlive } from '../process-alive.ts';
import { isLink, statsOf } from './bytes.ts';

/**
 * Writes a file whole or not at all: to a hidden sibling, flushed, then renamed over the old one.
 * @returns whether anything was written; a file that holds the same bytes already keeps its modification time
 */
export function writeAtomic(path: string, content: string | Uint8Array): boolean {
  const real = linked(path);
  if (holds(real, content)) return false;
  makeFolder(dirname(real));
  renameSync(stage(real, content), real);
  flushFolder(dirname(real));
  return true;
}

/**
 * The file that a symbolic link names: the link is its person's, and stays.
 * @throws KnownError where a link leads nowhere, and for what is no file
 */
function linked(path: string): string {
  const isBehind = isLink(path);
  const stats = statsOf(path);
  if (stats === undefined ? !isBehind : stats.isFile()) return isBehind ? realpathSync(path) : path;
  throw new KnownError(`${path}: not a file`, {
    expected: 'a file, or a path where nothing is',
    got: stats === undefined ? 'a link that leads nowhere' : isBehind ? 'a link to what is no file' : 'a folder or a device',
    help: 'Move it away.',
  });
}

/** File systems take names of 255 bytes; a name that is longer with what is put around it is staged under its hash. */
const LONGEST_STAGED = 240;

/** One name a file, not one a process, so that what a crash leaves goes when the file is written again. */
function stage(path: string, content: string | Uint8Array): string {
  const name = basename(path);
  const staged = join(dirname(path), `.${Buffer.byteLength(name) <= LONGEST_STAGED ? name : hash('sha256', name)}.dragoman`);
  writeFlushedSync(staged, content, statSync(path, { throwIfNoEntry: false })?.mode);
  return staged;
}

/**
 * A file that was not there before. What is at its place goes first: a repository may hold a link of this name, which leads to a file
 * that is nobody's here to write to.
 */
const NEW_FILE = 'wx';

/**
 * Writes a file, flushed to the disk; where that fails there is none.
 * @param mode of the file whose place it takes: who may read it or run it stays as it was
 */
function writeFlushedSync(path: string, content: string | Uint8Array, mode?: number): void {
  makeFolder(dirname(path));
  rmSync(path, { force: true });
  const file = openSync(path, NEW_FILE);
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    // Goes on where a write took a part only, as on a disk that is nearly full.
    writeFileSync(file, content);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The same of several files, whose flushes wait for the disk together while the program goes on. */
export async function writeFlushed(files: Readonly<Record<string, string>>): Promise<void> {
  const written = await Promise.allSettled(
    Object.entries(files).map(async ([path, text]) => {
      makeFolder(dirname(path));
      rmSync(path, { force: true });
      const file = await open(path, NEW_FILE);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
  const failed = written.find((one) => one.status === 'rejected');
  if (failed === undefined) return;
  for (const path of Object.keys(files)) rmSync(path, { force: true });
  throw failed.reason;
}

/** Puts a file that `writeFlushed` wrote over another one, at once; flushed, but for the folder that it leaves. */
export function moveOver(from: string, to: string): void {
  replaceFile(from, to);
  flushFolder(dirname(to));
}

/** The same without a flush: what `flushFolders` is for. */
export function replaceFile(from: string, to: string): void {
  const real = linked(to);
  makeFolder(dirname(real));
  const mode = statSync(real, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(from, mode & 0o777);
  try {
    renameSync(from, real);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The cache folder, or the file's own, is on another file system.
    renameSync(stage(real, readFileSync(from, 'utf8')), real);
    rmSync(from, { force: true });
  }
}

function holds(path: string, content: string | Uint8Array): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === Buffer.byteLength(content) && readFileSync(path).equals(Buffer.from(content));
}

/** Flushes the folders of files that were replaced, together. */
export async function flushFolders(paths: readonly string[]): Promise<void> {
  const folders = new Set(paths.map((path) => dirname(path)));
  await Promise.all(
    [...folders].map(async (folder) => {
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    }),
  );
}

/** A rename is only durable once its folder is flushed. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * The same of a file of the cache, which can be made again: not flushed to the disk, what a crash spoils costs a look. What processes
 * that were killed have left beside it goes.
 */
export function writeCached(path: string, content: string | Uint8Array): void {
  const staged = `${path}.${process.pid}.part`;
  makeFolder(dirname(path));
  removeFile(staged);
  writeNew(staged, content);
  moveFile(staged, path);
  removeLeftParts(dirname(path));
}

/** Milliseconds. A part lives for some; a process of another machine that shares the folder has a number that says nothing here. */
const LEFT = 60_000;

function removeLeftParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    const part = join(folder, name);
    if (Date.now() - (statsOf(part)?.mtimeMs ?? Number.POSITIVE_INFINITY) > LEFT) removeFile(part);
  }
}

/** @throws Error (EEXIST) where anything is at the path: a link too, wherever it leads */
export function writeNew(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { flag: NEW_FILE });
}

/** `writeNew`, on the disk when it returns. */
export function writeNewFlushed(path: string, content: string): void {
  const file = openSync(path, NEW_FILE);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Adds to the end of a file that only this program writes, made where it is missing; on the disk when it returns. */
export function appendFlushed(path: string, content: string): void {
  makeFolder(dirname(path));
  const file = openSync(path, 'a');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Adds to a file that whoever started the program has named: its links are theirs. */
export function appendTo(path: string, content: string): void {
  writeFileSync(path, content, { flag: 'a' });
}

/**
 * With the folders above it.
 * @param mode permission bits of those that are made
 * @throws KnownError where something else is in its place, or in that of one above it
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    mkdirSync(path, { recursive: true, mode });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new KnownError(`${path}: not a folder`, {
      expected: 'a folder, or a path where nothing is',
      got: 'a file or a device there, or in the place of a folder above it',
      help: 'Move it away.',
      place: path,
    });
  }
}

/** @throws Error (EEXIST) where anything is at the path */
export function makeNewFolder(path: string): void {
  mkdirSync(path);
}

/** A link is moved as the link that it is. */
export function moveFile(from: string, to: string): void {
  renameSync(from, to);
}

/** A link is removed, not what it leads to. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** With all that is in it; links in it are removed, not what they lead to. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

export function removeEmptyFolder(path: string): void {
  rmdirSync(path);
}

/**
 * A folder in which there is nothing but folders.
 * @throws Error (ENOTEMPTY) where a file is in one of them
 */
export function removeEmptyFolders(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) if (entry.isDirectory()) removeEmptyFolders(join(path, entry.name));
  rmdirSync(path);
}

/** @param mode permission bits, such as 0o600 */
export function setMode(path: string, mode: number): void {
  chmodSync(path, mode);
}
