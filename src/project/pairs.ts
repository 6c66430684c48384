/**
 * A record and its edition are written together: a crash between the two files must not look like a person's edit, a person's edit
 * must not be taken for the crash's leavings, and whoever reads meanwhile must see both old or both new.
 *
 * Before the first of the two is replaced, the new edition is in `.dragoman/staged/`, and beside it a note of what is replaced: the
 * old record's text, the hashes of the old edition and the new record. The staged file becomes the edition by a rename; so it is
 * there until the edition is, and the note alone means that both are written. Only who holds the checkout's lock settles what a
 * crash left (`settlePairs`); readers look through it (`readPair`).
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionPaths, EditionTexts } from '../edition/source.ts';
import { readIfThere } from '../files/bytes.ts';
import { flushFolders, moveOver, removeFile, removeFolder, replaceFile, writeAtomic, writeFlushed } from '../files/write.ts';
import { sha256 } from '../text.ts';
import { cacheFolder, locate, type Project, readProjectFile, readRecordFile } from './project.ts';

type PairPaths = Pick<EditionPaths, 'file' | 'recordFile'>;

/** What a staged edition is part of. */
interface Note extends PairPaths {
  /** The record that is replaced; null where there was none. */
  readonly oldRecord: string | null;
  /** SHA-256; null where there was none. */
  readonly oldEdition: string | null;
  readonly newRecord: string;
}

/** Readings of a pair that a writer works on before what is there is taken as it is; each write takes some milliseconds. */
const MOST_READINGS = 20;

/** Both files as one state, whatever is being written, or was when a run ended. Writes nothing. */
export function readPair(project: Project, paths: PairPaths): EditionTexts {
  for (let reading = 1; ; reading++) {
    const record = readRecord(project, paths);
    // In this order: where there is no note by now, the edition read after it is as new as the record, or newer, and then the record is too.
    const note = readNote(staging(project, paths.file).note);
    const texts = { record, localized: readProjectFile(project, paths.file) };
    const seen = note === undefined ? texts : asSettled(project, note, texts);
    if (readRecord(project, paths) === record || reading >= MOST_READINGS) return seen;
  }
}

/**
 * Writes a record and its edition, each whole or not at all, and both or neither.
 * @param before what both files held when they were read: nothing is written over anything else
 * @param after without an edition where it is not whole yet: only the record is written
 * @returns false where somebody has saved one of them since: nothing is written
 */
export async function writePair(
  project: Project,
  paths: PairPaths,
  before: EditionTexts,
  after: { readonly record: string; readonly localized?: string | undefined },
): Promise<boolean> {
  const recordPath = locate(project, paths.recordFile);
  const path = locate(project, paths.file);
  const isEditionAsRead = () => readProjectFile(project, paths.file) === before.localized;
  const isAsRead = () => isEditionAsRead() && readRecord(project, paths) === before.record;
  if (after.localized === undefined || after.localized === before.localized) {
    if (!isAsRead()) return false;
    writeAtomic(recordPath, after.record);
    return true;
  }
  const staged = staging(project, paths.file);
  const isNewRecord = after.record !== before.record;
  try {
    const note: Note = {
      recordFile: paths.recordFile,
      file: paths.file,
      oldRecord: before.record ?? null,
      oldEdition: before.localized === undefined ? null : sha256(before.localized),
      newRecord: sha256(after.record),
    };
    await writeFlushed({
      [staged.edition]: after.localized,
      ...(isNewRecord && { [staged.record]: after.record }),
      [staged.note]: JSON.stringify(note),
    });
    // At the last moment: from here to a rename are microseconds.
    if (!isAsRead()) return false;
    if (isNewRecord) replaceFile(staged.record, recordPath);
    if (!isEditionAsRead()) {
      if (isNewRecord) putBack(recordPath, before.record);
      return false;
    }
    try {
      replaceFile(staged.edition, path);
    } catch (error) {
      // A folder that may not be written to: the old edition must not look like a person's edit of the new one.
      if (isNewRecord) putBack(recordPath, before.record);
      throw error;
    }
    await flushFolders([recordPath, path]);
    return true;
  } finally {
    for (const file of Object.values(staged)) removeFile(file);
  }
}

/**
 * Finishes what a run left that ended between the two files; where a person has edited the edition since, the record is put back to
 * what that edition was made with, and the run's answers are the journal's to give again. Only for who holds the checkout's lock.
 */
export function settlePairs(project: Project): void {
  const folder = stagedFolder(project);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const note = name.endsWith(NOTE) ? readNote(join(folder, name)) : undefined;
    if (note === undefined) continue;
    const texts = { record: readRecord(project, note), localized: readProjectFile(project, note.file) };
    const { record, localized } = asSettled(project, note, texts);
    if (record !== texts.record) putBack(locate(project, note.recordFile), record);
    if (localized !== texts.localized) moveOver(staging(project, note.file).edition, locate(project, note.file));
    removeFile(join(folder, name));
  }
  removeFolder(folder);
}

/** What both files say once settled. */
function asSettled(project: Project, note: Note, texts: EditionTexts): EditionTexts {
  const staged = readIfThere(staging(project, note.file).edition);
  // Its rename was the last step: what was read before it is old.
  if (staged === undefined) return { record: readRecord(project, note), localized: readProjectFile(project, note.file) };
  if (texts.localized === staged || hashOf(texts.record) !== note.newRecord) return texts;
  return hashOf(texts.localized) === note.oldEdition
    ? { record: texts.record, localized: staged }
    : { record: note.oldRecord ?? undefined, localized: texts.localized };
}

const NOTE = '.json';

function stagedFolder(project: Project): string {
  return join(cacheFolder(project), 'staged');
}

/** One name for an edition, not one for a process, so that the next run finds it; the checkout's lock keeps runs apart. */
function staging(project: Project, file: string): { readonly note: string; readonly edition: string; readonly record: string } {
  const base = join(stagedFolder(project), sha256(file).slice(0, 20));
  return { note: `${base}${NOTE}`, edition: `${base}.edition`, record: `${base}.record` };
}

/** A note that is not whole yet says that neither file is replaced yet. */
function readNote(path: string): Note | undefined {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Note;
  } catch {
    return undefined;
  }
}

function readRecord(project: Project, { recordFile }: PairPaths): string | undefined {
  return readRecordFile(project, recordFile);
}

function hashOf(text: string | undefined): string | null {
  return text === undefined ? null : sha256(text);
}

function putBack(path: string, text: string | undefined): void {
  if (text === undefined) removeFile(path);
  else writeAtomic(path, text);
}
