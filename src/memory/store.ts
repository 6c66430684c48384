/**
 * The memory of a locale: what every record knows, in an index of `.dragoman/`. It is made of the records and never the
 * truth; where it is missing, old or broken it is made anew.
 */

import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Target, Text } from '../article.ts';
import { statsOf } from '../files/bytes.ts';
import { makeFolder, removeFile } from '../files/write.ts';
import { memoryKey } from '../text/white-space.ts';
import { marks, words } from '../text.ts';
import { type MemoryRow, type NearSentence, nearIn, toRemembered } from './fuzzy-matches.ts';
import { type FileStamps, KEPT_AT_ONCE, type KeptRecord, keep, type RecordFile, rowsOf, takeKept, update } from './indexed.ts';
import { contextKey, indexKey } from './keys.ts';
import { withoutNumbers } from './other-figures.ts';
import { withMarksOf } from './placed-marks.ts';
import type { Lookup, Remembered } from './recall.ts';
import type { EditionRecord } from './record.ts';

export interface Memory {
  readonly lookup: Lookup;
  /** Sentences like a text, best first, for people and for engines that take examples; never targets as they are. */
  readonly near: (text: Text, most: number) => NearSentence[];
  /** Every segment whose source holds some letters: those that a change of a term may concern. */
  readonly holding: (letters: string, sameCase: boolean) => Generator<RecordedTarget>;
  /** Machine targets that a second engine doubts, the most doubted first. */
  readonly doubted: (most: number) => DoubtedTarget[];
  /** Every segment whose target holds some letters, whatever their case. */
  readonly saying: (letters: string) => Generator<RecordedTarget>;
  /**
   * Takes in the files whose stamp is new, and forgets those that are not in the list.
   * @param read gives a file's record; what it throws is the caller's to report, and the file counts as unread
   */
  readonly update: (
    files: Iterable<RecordFile>,
    read: (file: RecordFile) => EditionRecord | undefined,
    stamps: FileStamps,
  ) => { readonly read: number; readonly forgotten: number };
  /**
   * Keeps a record that has just been written for the next `update`, which need not read its file then. Until then no lookup sees it: what
   * a run finds must not depend on which of its editions was ready first.
   * @param stamp by which `FileStamps.isStill` tells that the file is the one which was written
   */
  readonly keep: (file: RecordFile, record: EditionRecord, stamp: string) => void;
  /** Takes in what was kept, as `update` does, and looks at no other file. */
  readonly takeKept: (stamps: FileStamps) => void;
  readonly size: () => number;
  readonly close: () => void;
}

/** A segment as a record has it. */
export interface RecordedTarget {
  readonly source: Text;
  readonly target: Target;
  /** The record's file. */
  readonly path: string;
  readonly slug: string;
}

interface DoubtedTarget {
  /** Plain words. */
  readonly source: string;
  readonly slug: string;
  readonly path: string;
  /** `Target.rank`. */
  readonly rank: number;
}

/**
 * The files that an index has taken in, by path, each with its stamp; none where there is no index that can be read.
 * @param path of the index
 */
export function filesIn(path: string): ReadonlyMap<string, string> {
  if (statsOf(path)?.isFile() !== true) return new Map();
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return new Map(
        database
          .prepare('SELECT path, stamp FROM files')
          .all()
          .map((row) => [String(row.path), String(row.stamp)]),
      );
    } finally {
      database.close();
    }
  } catch {
    return new Map();
  }
}

/** Raised whenever the tables or the keys change; a file of another version is made anew. */
const VERSION = 4;
/** Rows that a lookup looks at: beyond some dozens of the same sentence another adds nothing. */
const MOST_ROWS = 24;

const SCHEMA = `
  CREATE TABLE files (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL);
  CREATE TABLE kept (path TEXT PRIMARY KEY, slug TEXT NOT NULL, stamp TEXT NOT NULL, rows TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL, key INTEGER NOT NULL, figures INTEGER, unmarked INTEGER,
    context INTEGER NOT NULL, reviewed INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL);
  CREATE INDEX segments_key ON segments (key);
  CREATE INDEX segments_figures ON segments (figures) WHERE figures IS NOT NULL;
  CREATE INDEX segments_unmarked ON segments (unmarked) WHERE unmarked IS NOT NULL;
  CREATE INDEX segments_file ON segments (file);
  CREATE VIRTUAL TABLE sources USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (sources, row);
`;

/**
 * @param path of the index, or `:memory:`
 */
export function openMemory(path: string): Memory {
  const database = openDatabase(path);
  const byKey = database.prepare(
    `SELECT source, target, slug, context = ?2 AS near FROM segments JOIN files ON files.id = file WHERE key = ?1
     ORDER BY near DESC, reviewed DESC, segments.id LIMIT ${MOST_ROWS}`,
  );
  const byFigures = database.prepare(
    `SELECT source, target, slug FROM segments JOIN files ON files.id = file WHERE figures = ?1
     ORDER BY reviewed DESC, segments.id LIMIT ${MOST_ROWS}`,
  );
  const byWords = database.prepare(
    `SELECT source, target, slug FROM segments JOIN files ON files.id = file WHERE unmarked = ?1
     ORDER BY reviewed DESC, segments.id LIMIT ${MOST_ROWS}`,
  );
  /** What is known of the words of a text without marks, as from a translation memory without inline tags. */
  const unmarkedFor = (text: Text): Remembered[] => {
    const key = memoryKey([words(text)]);
    return byKey
      .all(indexKey(key), 0)
      .map((row) => remembered(row as unknown as MemoryRow, key))
      .flatMap((one) => (one === undefined ? [] : (withPlacedMarks(one, text) ?? [])));
  };
  const lookup: Lookup = (text, context) => {
    const key = memoryKey(text);
    const found = byKey.all(indexKey(key), contextKey(context)).map((row) => remembered(row as unknown as MemoryRow, key));
    if (found.length > 0) return found.filter((one) => one !== undefined);
    const plain =
      marks(text).length > 0
        ? unmarkedFor(text)
        : byWords.all(indexKey(key)).map((row) => remembered(row as unknown as MemoryRow, key, true));
    if (plain.length > 0) return plain.filter((one) => one !== undefined);
    const figures = withoutNumbers(text);
    if (figures === undefined) return [];
    return byFigures.all(indexKey(figures)).map((row) => toRemembered(row as unknown as MemoryRow));
  };
  let waiting: KeptRecord[] = [];
  const putKept = () => {
    keep(database, waiting);
    waiting = [];
  };
  return {
    lookup,
    near: nearIn(database),
    holding: (letters, sameCase) => holding(database, 'source', letters, sameCase),
    doubted: (most) => doubted(database, most),
    saying: (letters) => holding(database, 'target', letters, false),
    update: (files, read, stamps) => {
      putKept();
      return update(database, files, read, stamps);
    },
    keep: ({ path, slug }, record, stamp) => {
      waiting.push({ path, slug, stamp, rows: JSON.stringify(rowsOf(record)) });
      if (waiting.length >= KEPT_AT_ONCE) putKept();
    },
    takeKept: (stamps) => {
      putKept();
      takeKept(database, stamps);
    },
    size: () => (database.prepare('SELECT count(*) AS count FROM segments').get() as { count: number }).count,
    close: () => {
      putKept();
      database.close();
    },
  };
}

/**
 * The key is a hash, and two texts may share one: only rows whose text is equal are taken.
 * @param unmarked whether the words alone are asked for
 */
function remembered(row: MemoryRow, key: string, unmarked = false): Remembered | undefined {
  const one = toRemembered(row);
  const { source, target } = one;
  const taken = unmarked ? { ...one, source: [words(source)], target: { ...target, text: [words(target.text)] } } : one;
  return memoryKey(taken.source) === key ? taken : undefined;
}

function withPlacedMarks(one: Remembered, text: Text): Remembered | undefined {
  if (marks(one.target.text).length > 0) return undefined;
  const placed = withMarksOf(text, words(one.target.text));
  return placed && { ...one, source: text, target: { ...one.target, text: placed }, inContext: false };
}

/** The same as the journal's. */
const BUSY_MS = 10_000;

function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') makeFolder(dirname(path));
  for (let attempt = 0; ; attempt++) {
    let database: DatabaseSync | undefined;
    try {
      // Commands that only read bring it up to date too, beside a run: each waits for the other's milliseconds.
      database = new DatabaseSync(path, { timeout: BUSY_MS });
      // It can be made anew: a crash of the machine may cost it, never a crash of the program.
      database.exec('PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;');
      if (versionOf(database) === VERSION) return database;
      database.exec('BEGIN IMMEDIATE');
      const version = versionOf(database);
      if (version !== VERSION && version !== 0) throw new Error('another version');
      database.exec(`${version === 0 ? `${SCHEMA} PRAGMA user_version = ${VERSION};` : ''} COMMIT;`);
      return database;
    } catch (error) {
      database?.close();
      // One that another program has open is no damaged one.
      if (attempt > 0 || isBusy(error)) throw error;
      removeFile(path);
      removeFile(`${path}-journal`);
    }
  }
}

function versionOf(database: DatabaseSync): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** `SQLITE_BUSY`, https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/**
 * A scan: of 300,000 sentences it takes less time than an index of words would take to open. SQLite knows the case of ASCII
 * alone, so other letters are also looked for as capitals.
 */
function* holding(database: DatabaseSync, side: 'source' | 'target', letters: string, sameCase: boolean): Generator<RecordedTarget> {
  const ways = sameCase ? [letters] : [...new Set([letters.toLowerCase(), letters, capitalized(letters), letters.toUpperCase()])];
  const which = ways.map(() => (sameCase ? `${side} GLOB ?` : `${side} LIKE ? ESCAPE '\\'`)).join(' OR ');
  const sign = sameCase ? '*' : '%';
  const rows = database
    .prepare(`SELECT source, target, path, slug FROM segments JOIN files ON files.id = file WHERE ${which} ORDER BY slug, segments.id`)
    .iterate(...ways.map((way) => sign + way.replace(sameCase ? /[*?[]/g : /[%_\\]/g, sameCase ? '[$&]' : '\\$&') + sign));
  for (const row of rows) {
    const { source, target, path, slug } = row as unknown as MemoryRow & { path: string };
    yield { source: JSON.parse(source) as Text, target: JSON.parse(target) as Target, path, slug };
  }
}

/** A scan too, of the few targets that have a rank. */
function doubted(database: DatabaseSync, most: number): DoubtedTarget[] {
  const rows = database
    .prepare(
      `SELECT source, slug, path, target ->> '$.rank' AS rank FROM segments JOIN files ON files.id = file
       WHERE reviewed = 0 AND target LIKE '%"rank":%' AND target ->> '$.rank' > 0 ORDER BY rank DESC, slug, segments.id LIMIT ?`,
    )
    .all(most);
  return rows.map(({ source, slug, path, rank }) => ({
    ...{ source: words(JSON.parse(String(source)) as Text), slug: String(slug), path: String(path), rank: Number(rank) },
  }));
}

const capitalized = (letters: string) => letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
