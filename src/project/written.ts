/**
 * Editions that runs of this checkout have written over, and what they wrote, each with its record: a state that no commit has, for
 * when git brings back the one of the two files and not the other. `.dragoman/written.db`; what is lost with it is only that a
 * machine's text of such a state looks like a person's.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EditionTexts } from '../edition/source.ts';
import { makeFolder, removeFile } from '../files/write.ts';
import { sha256 } from '../text.ts';
import { cacheFolder, type Project } from './project.ts';

/** Of one edition, and of all: some 25 MB. Older states are in a commit by then, or nobody's concern. */
const [MOST_OF_ONE, MOST] = [6, 5000];

/** Milliseconds to wait for whoever has the file. */
const BUSY = 2000;

/** No flush to the disk: what a power cut takes is made anew. */
const SCHEMA = `
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS pairs (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, hash TEXT NOT NULL, texts BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS pairs_by_name ON pairs (name);
`;

/**
 * @param file the edition's
 * @param pairs both files as they are, and as they will be
 */
export function rememberPairs(project: Project, file: string, pairs: readonly EditionTexts[]): void {
  const path = fileOf(project);
  makeFolder(cacheFolder(project));
  try {
    remember(path, file, pairs);
  } catch (error) {
    if (!isBroken(error)) throw error;
    removeFile(path);
    remember(path, file, pairs);
  }
}

function remember(path: string, file: string, pairs: readonly EditionTexts[]): void {
  const database = new DatabaseSync(path, { timeout: BUSY });
  try {
    database.exec(SCHEMA);
    database.exec('BEGIN IMMEDIATE');
    const forget = database.prepare('DELETE FROM pairs WHERE name = ? AND hash = ?');
    const insert = database.prepare('INSERT INTO pairs (name, hash, texts) VALUES (?, ?, ?)');
    for (const { record, localized } of pairs) {
      const text = JSON.stringify([record ?? null, localized ?? null]);
      const sum = sha256(text);
      forget.run(file, sum);
      insert.run(file, sum, deflateRawSync(text, { level: 1 }));
    }
    database
      .prepare('DELETE FROM pairs WHERE name = ?1 AND id NOT IN (SELECT id FROM pairs WHERE name = ?1 ORDER BY id DESC LIMIT ?2)')
      .run(file, MOST_OF_ONE);
    database.prepare('DELETE FROM pairs WHERE id <= (SELECT max(id) FROM pairs) - ?').run(MOST);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** Newest first. Writes nothing. */
export function writtenPairs(project: Project, file: string): EditionTexts[] {
  const path = fileOf(project);
  if (!existsSync(path)) return [];
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY });
    try {
      const rows = database.prepare('SELECT texts FROM pairs WHERE name = ? ORDER BY id DESC').all(file);
      return rows.map(({ texts }) => {
        const [record, localized] = JSON.parse(inflateRawSync(texts as Uint8Array).toString()) as [string | null, string | null];
        return { record: record ?? undefined, localized: localized ?? undefined };
      });
    } finally {
      database.close();
    }
  } catch (error) {
    if (errcodeOf(error) === undefined) throw error;
    return [];
  }
}

function fileOf(project: Project): string {
  return join(cacheFolder(project), 'written.db');
}

/** `SQLITE_CORRUPT` and `SQLITE_NOTADB`, https://sqlite.org/rescode.html */
const BROKEN: readonly unknown[] = [11, 26];

function isBroken(error: unknown): boolean {
  return BROKEN.includes(errcodeOf(error));
}

/** Undefined for what SQLite did not say. */
function errcodeOf(error: unknown): unknown {
  return error instanceof Error && 'errcode' in error ? error.errcode : undefined;
}
