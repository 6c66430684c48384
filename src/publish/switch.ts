/**
 * The switch from the old site to the new one. When all new files are in a folder beside the site, a list of what to move and remove
 * is flushed to disk; from then on the switch is decided, and whoever comes next finishes it should it be interrupted or fail. Moving is
 * by rename, file by file: new pages first, then those that point to them, removals last, so that at no moment a link leads nowhere.
 * The list of the site's files is moved at the very end: until then the old one tells whose a file is.
 *
 * Why not swap two whole folders: ten thousand links and as many removals for one changed article, and between the two
 * renames there is no site at all.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { fileBytes, fileText, ownStatsOf } from '../files/bytes.ts';
import { makeFolder, makeNewFolder, moveFile, removeEmptyFolders, removeFolder, writeNewFlushed } from '../files/write.ts';
import { isProcessAlive } from '../process-alive.ts';
import { digestOf, foldersOf, hasOwnFolders, isAsListed, isRegularFile, isSiteFile, removeListed } from './site-files.ts';
import { MANIFEST, type ReadManifest, readManifest } from './survey/manifest.ts';

export interface Switch {
  /** In the order in which they are moved. */
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

const SWITCH = 'switch.json';

/** A folder beside the site that is this run's alone. */
export function makeStagingFolder(out: string): string {
  makeFolder(dirname(out));
  const folder = `${stagingPrefix(out)}-${process.pid}-${randomBytes(6).toString('hex')}`;
  makeNewFolder(folder);
  makeNewFolder(join(folder, 'files'));
  return folder;
}

/** Decides: from here on the switch is finished, by this run or the next. */
export function decideSwitch(staged: string, decision: Switch): void {
  const path = join(staged, SWITCH);
  writeNewFlushed(`${path}.part`, JSON.stringify(decision));
  moveFile(`${path}.part`, path);
}

export function isDecided(staged: string): boolean {
  return isRegularFile(join(staged, SWITCH));
}

/**
 * Finishes switches that were decided and interrupted; drops what unfinished builds left whose process is gone.
 * @param copy of the site's list, where its own is lost
 * @returns whether there was one to finish
 * @throws KnownError where it cannot be finished yet
 */
export function finishSwitches(out: string, copy?: string): boolean {
  let found = false;
  for (const staged of stagingFolders(out)) {
    if (isDecided(staged)) found = finishInterrupted(out, staged, readManifest(out, copy)) || found;
    else if (!isAtWork(staged)) removeFolder(staged);
  }
  return found;
}

/** What was put at a path of the new site since the interruption stays, and so does the old list, which does not name it. */
function finishInterrupted(out: string, staged: string, { files, state }: ReadManifest): boolean {
  const isFree = (file: string, next: string): boolean => {
    const path = join(out, file);
    if (!hasOwnFolders(out, file)) return false;
    if (ownStatsOf(path)?.isFile() !== true) return ownStatsOf(path)?.isSymbolicLink() !== true;
    if (state === 'whole' && files.has(file)) return true;
    return isAsListed(path, files.get(file) ?? '') || isAsListed(path, digestOf(fileBytes(next)));
  };
  return finishSwitch(out, staged, files, isFree);
}

/**
 * @param listed hashes of the old site's files
 * @param isFree whether the file at a path may give way to the one that is to be moved there
 * @returns false for a decision that cannot be read: nothing is taken from it
 * @throws KnownError where the disk does not let it; what is not done yet is done by the next build
 */
export function finishSwitch(
  out: string,
  staged: string,
  listed: ReadonlyMap<string, string>,
  isFree: (file: string, next: string) => boolean = () => true,
): boolean {
  const decision = readSwitch(join(staged, SWITCH));
  try {
    if (decision !== undefined) carryOut(out, join(staged, 'files'), decision, listed, isFree);
  } catch (error) {
    if (!(error instanceof KnownError) && !(error instanceof Error && 'syscall' in error)) throw error;
    throw new KnownError(`The switch to the new site stopped half-way: ${error.message}`, {
      expected: `to move files from ${basename(staged)} to ${out}`,
      got: error instanceof KnownError ? error.got : String('code' in error ? error.code : error.syscall),
      help: 'Mend what is in the way, then run publish again: it finishes the switch first.',
    });
  }
  removeFolder(staged);
  return decision !== undefined;
}

function carryOut(
  out: string,
  from: string,
  { put, remove }: Switch,
  listed: ReadonlyMap<string, string>,
  isFree: (file: string, next: string) => boolean,
): void {
  if (!existsSync(out)) {
    moveFile(from, out);
    return;
  }
  const removeOwn = (file: string) => removeListed(out, file, listed.get(file) ?? '');
  // An old page may be where a new one needs a folder, or below what becomes a file.
  const [files, folders] = [new Set(put), new Set(put.flatMap(foldersOf))];
  const isInTheWay = (file: string) => folders.has(file) || foldersOf(file).some((folder) => files.has(folder));
  for (const file of remove) if (isInTheWay(file)) removeOwn(file);
  const made = new Set<string>();
  const move = (file: string): boolean => {
    const [next, path] = [join(from, file), join(out, file)];
    // Missing: moved before the interruption.
    if (!isRegularFile(next)) return true;
    if (!isFree(file, next)) return false;
    makeFolderOnce(dirname(path), made);
    if (ownStatsOf(path)?.isDirectory() === true) removeEmptyFolders(path);
    moveFile(next, path);
    return true;
  };
  const stays = put.filter((file) => !move(file));
  for (const file of remove) removeOwn(file);
  if (stays.length === 0) move(MANIFEST);
}

function readSwitch(file: string): Switch | undefined {
  try {
    const { put, remove } = JSON.parse(fileText(file)) as Switch;
    return { put: put.filter(isSiteFile), remove: remove.filter(isSiteFile) };
  } catch {
    return undefined;
  }
}

const stagingPrefix = (out: string) => join(dirname(out), `.${basename(out)}.next`);

/** Folders only: a link of such a name was put there by somebody else. */
function stagingFolders(out: string): string[] {
  if (!existsSync(dirname(out))) return [];
  const prefix = basename(stagingPrefix(out));
  return readdirSync(dirname(out))
    .filter((name) => name === prefix || (name.startsWith(`${prefix}-`) && /^\d+-[0-9a-f]{12}$/.test(name.slice(prefix.length + 1))))
    .map((name) => join(dirname(out), name))
    .filter((folder) => lstatSync(folder).isDirectory());
}

function isAtWork(staged: string): boolean {
  const pid = Number(/-(\d+)-[0-9a-f]{12}$/.exec(staged)?.[1]);
  return pid !== process.pid && isProcessAlive(pid);
}

/** Twenty thousand folders: each is made once, and its parents are looked at once. */
export function makeFolderOnce(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  try {
    makeNewFolder(folder);
  } catch {
    makeFolder(folder);
  }
  made.add(folder);
}
