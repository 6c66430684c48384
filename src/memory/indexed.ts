/** What the index of a memory holds of each record: brought up to date with the files, and kept of records that a run writes. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Text } from '../article.ts';
import { memoryKey } from '../text/white-space.ts';
import { marks, words } from '../text.ts';
import { contextKey, indexKey } from './keys.ts';
import { withoutNumbers } from './other-figures.ts';
import type { EditionRecord } from './record.ts';
import { recordSentences } from './record-sentences.ts';

/** A record's file, as a listing of its folder has it. */
export interface RecordFile {
  readonly slug: string;
  readonly path: string;
}

/** How a file is told from its earlier versions. */
export interface FileStamps {
  /** Differs when a file does. */
  readonly of: (path: string) => string;
  /** Whether a file says what it said when it had another stamp. */
  readonly isStill: (path: string, stamp: string) => boolean;
}

export interface KeptRecord {
  readonly path: string;
  readonly slug: string;
  readonly stamp: string;
  /** `SegmentRow[]` as JSON. */
  readonly rows: string;
}

/** Records of a transaction: a few hundred kilobytes, so that a run of any size keeps little in memory. */
export const KEPT_AT_ONCE = 64;

export function keep(database: DatabaseSync, records: readonly KeptRecord[]): void {
  if (records.length === 0) return;
  inTransaction(database, () => {
    const put = database.prepare('INSERT OR REPLACE INTO kept (path, slug, stamp, rows) VALUES (?, ?, ?, ?)');
    for (const { path, slug, stamp, rows } of records) put.run(path, slug, stamp, rows);
  });
}

export function takeKept(database: DatabaseSync, stamps: FileStamps): void {
  const files = database.prepare('SELECT path, slug FROM kept').all() as unknown as RecordFile[];
  if (files.length > 0) inTransaction(database, () => void updateFiles(database, files, undefined, stamps));
}

export function update(
  database: DatabaseSync,
  files: Iterable<RecordFile>,
  read: (file: RecordFile) => EditionRecord | undefined,
  stamps: FileStamps,
): { read: number; forgotten: number } {
  return inTransaction(database, () => updateFiles(database, files, read, stamps));
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** @param read undefined where only what was kept is taken in, and files that are not named stay as they are */
function updateFiles(
  database: DatabaseSync,
  files: Iterable<RecordFile>,
  read: ((file: RecordFile) => EditionRecord | undefined) | undefined,
  stamps: FileStamps,
): { read: number; forgotten: number } {
  const [known, kept] = ['SELECT id, path, stamp FROM files', 'SELECT 0 AS id, path, stamp FROM kept'].map(
    (sql) =>
      new Map(
        database
          .prepare(sql)
          .all()
          .map((row) => [row.path as string, row as unknown as { id: number; stamp: string }]),
      ),
  ) as [Map<string, { id: number; stamp: string }>, Map<string, { stamp: string }>];
  const [addFile, addSegment, dropFile, dropSegments, setStamp, keptRows, dropKept] = [
    'INSERT INTO files (slug, path, stamp) VALUES (?, ?, ?)',
    'INSERT INTO segments (file, key, figures, unmarked, context, reviewed, source, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    'DELETE FROM files WHERE id = ?',
    'DELETE FROM segments WHERE file = ?',
    'UPDATE files SET stamp = ? WHERE id = ?',
    'SELECT rows FROM kept WHERE path = ?',
    'DELETE FROM kept WHERE path = ?',
  ].map((sql) => database.prepare(sql)) as [
    ...[StatementSync, StatementSync, StatementSync, StatementSync, StatementSync, StatementSync, StatementSync],
  ];
  const forget = (id: number) => {
    dropFile.run(id);
    dropSegments.run(id);
  };
  const count = { read: 0, forgotten: 0 };
  /** The rows of a file whose stamp is another by now, as far as they are to be had. */
  const rowsNow = (file: RecordFile): readonly SegmentRow[] | undefined => {
    const stamp = kept.get(file.path)?.stamp;
    if (stamp !== undefined && stamps.isStill(file.path, stamp)) return JSON.parse(String(keptRows.get(file.path)?.rows)) as SegmentRow[];
    const record = read?.(file);
    if (record === undefined) return undefined;
    count.read++;
    return rowsOf(record);
  };
  for (const file of files) {
    const old = known.get(file.path);
    known.delete(file.path);
    const stamp = stamps.of(file.path);
    if (old?.stamp !== stamp) {
      if (old !== undefined && stamps.isStill(file.path, old.stamp)) setStamp.run(stamp, old.id);
      else {
        const rows = rowsNow(file);
        if (old !== undefined) forget(old.id);
        if (rows !== undefined) {
          const id = Number(addFile.run(file.slug, file.path, stamp).lastInsertRowid);
          for (const row of rows) addSegment.run(id, ...row);
        }
      }
    }
    if (kept.delete(file.path)) dropKept.run(file.path);
  }
  if (read !== undefined) {
    for (const { id } of known.values()) {
      forget(id);
      count.forgotten++;
    }
    for (const path of kept.keys()) dropKept.run(path);
  }
  return count;
}

type SegmentRow = readonly [
  key: number,
  figures: number | null,
  unmarked: number | null,
  context: number,
  reviewed: number,
  source: string,
  target: string,
];

export function rowsOf(record: EditionRecord): SegmentRow[] {
  return Array.from(recordSentences(record), ({ source, target, context }): SegmentRow => {
    const figures = withoutNumbers(source);
    return [
      indexKey(memoryKey(source)),
      figures === undefined ? null : indexKey(figures),
      unmarkedKey(source, target.text),
      contextKey(context),
      target.state === 'reviewed' ? 1 : 0,
      JSON.stringify(source),
      JSON.stringify(target),
    ];
  });
}

/**
 * The key of the words of a text in pairs of marks: emphasis and links are the author's of each article, and a sentence without them has
 * the same translation. What is alone (a picture, a note, a break) may part words, and such a text has no such key.
 */
function unmarkedKey(source: Text, target: Text): number | null {
  const all = [...marks(source), ...marks(target)];
  if (marks(source).length === 0 || all.some(({ role }) => role === 'alone')) return null;
  return indexKey(memoryKey([words(source)]));
}
