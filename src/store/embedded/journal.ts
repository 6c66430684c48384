/**
 * Keeps on disk what was sent and what came back, so that nothing is paid twice: a request is written before it is sent, and
 * its answers are committed before they are used. After a crash the next run finds the answers here.
 * The table of requests is also the ledger. SQLite with a write-ahead log, synchronous FULL: a commit survives a power cut.
 */

import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EngineRemarks } from '../../engines/engine.ts';
import { KnownError } from '../../errors.ts';
import { makeFolder } from '../../files/write.ts';
import { isProcessAlive } from '../../process-alive.ts';
import type { BatchStore } from '../batch-store.ts';
import type { BilledAs, GivenAnswer, Intent, LostRequest, PaidAnswer } from '../store.ts';
import { BATCH_SCHEMA, createBatchStore } from './batches.ts';

/** The journal of the project in a folder. */
export function journalFile(root: string): string {
  return join(root, '.dragoman', 'journal.db');
}

export interface Journal {
  /** The answer that was paid for, under a job's key. */
  find(key: string): PaidAnswer | undefined;
  /** Writes a request down before it is sent; its number. */
  intend(intent: Intent): number;
  /**
   * Commits what came back.
   * @param billed where the provider told its bill; else the characters of the request at their price count
   */
  answered(request: number, answers: readonly GivenAnswer[], billed?: BilledAs): void;
  /** No answer: `refused` costs nothing, `unknown` is maybe billed. */
  failed(request: number, as: 'refused' | 'unknown'): void;
  /** Marks answers as saved in a record on disk, by the next commit or the close: the next run deletes them here, or once that is delivered. */
  recorded(receipts: readonly string[]): void;
  /** Maybe billed: what earlier runs had on the wire when they ended. */
  readonly lost: readonly LostRequest[];
  /** Characters answered or maybe billed since a time (ms), over all engines: for the budget of a day. */
  charactersSince(time: number): number;
  /** Requests to an engine, all its models together, that left since a time (ms), oldest first: for the pace. */
  sentSince(name: string, time: number): { readonly characters: number; readonly at: number }[];
  /** What providers are at work on. */
  readonly batches: BatchStore;
  close(): void;
}

/** Values of `recorded`: in a record on disk; in one of a checkout that is gone unless it is pushed. */
const SAVED = 1;
const UNDELIVERED = 2;

/** Version of the tables below; changes with them. */
const VERSION = 2;

/** What makes a journal of a version one of the next: the bill that a provider told. */
const MIGRATIONS: Readonly<Record<number, string>> = {
  1: 'ALTER TABLE requests ADD COLUMN billed INTEGER; ALTER TABLE requests ADD COLUMN cost REAL; PRAGMA user_version = 2',
};

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 10000;
  CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, name TEXT NOT NULL, pid INTEGER NOT NULL, started REAL NOT NULL);
  CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL, engine TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    texts INTEGER NOT NULL, characters INTEGER NOT NULL, price REAL NOT NULL, at REAL NOT NULL, state TEXT NOT NULL,
    billed INTEGER, cost REAL);
  CREATE INDEX IF NOT EXISTS requests_by_time ON requests (at);
  CREATE INDEX IF NOT EXISTS requests_on_the_wire ON requests (state) WHERE state = 'sent';
  CREATE TABLE IF NOT EXISTS shares (
    request INTEGER NOT NULL, article TEXT NOT NULL, characters INTEGER NOT NULL, PRIMARY KEY (request, article)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, remarks TEXT, request INTEGER NOT NULL, recorded INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
`;

/**
 * Opens the journal, or begins one; its folder is made.
 * @param file for example `.dragoman/journal.db`
 * @param run the run's name in the ledger, and the time (ms) of its start
 * @param run.isPassing whether its checkout is gone afterwards (CI): answers stay until `deliverRecorded` says that their records do
 * @throws KnownError when the file is not a journal
 */
export function openJournal(
  file: string,
  run: { readonly name: string; readonly at: number; readonly isPassing?: boolean | undefined },
): Journal {
  const db = openDatabase(file);
  const runId = Number(
    db.prepare('INSERT INTO runs (name, pid, started) VALUES (?, ?, ?)').run(run.name, process.pid, run.at).lastInsertRowid,
  );
  const lost = takeLost(db, runId);
  db.exec(`DELETE FROM answers WHERE recorded = ${SAVED}`);
  // Of a run whose checkout is gone: the records of this one may lack them.
  if (run.isPassing === true) db.exec(`UPDATE answers SET recorded = 0 WHERE recorded = ${UNDELIVERED}`);

  const find = db.prepare('SELECT text, remarks, engine FROM answers JOIN requests ON requests.id = answers.request WHERE key = ?');
  const addRequest = db.prepare(
    `INSERT INTO requests (run, engine, source, target, texts, characters, price, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'sent')`,
  );
  const addShare = db.prepare('INSERT INTO shares (request, article, characters) VALUES (?, ?, ?)');
  const addAnswer = db.prepare('INSERT OR REPLACE INTO answers (key, text, remarks, request) VALUES (?, ?, ?, ?)');
  const setState = db.prepare('UPDATE requests SET state = ? WHERE id = ?');
  const setBill = db.prepare('UPDATE requests SET billed = ?, cost = ? WHERE id = ?');
  const setRecorded = db.prepare(`UPDATE answers SET recorded = ${run.isPassing === true ? UNDELIVERED : SAVED} WHERE key = ?`);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');

  /** Marks go with the next commit: one that a crash loses costs nothing but the place of its answer. */
  let unmarked: string[] = [];
  const atomically = <Result>(write: () => Result): Result => {
    begin.run();
    try {
      const result = write();
      for (const receipt of unmarked) setRecorded.run(receipt);
      commit.run();
      unmarked = [];
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    lost,
    find: (key) => {
      const row = find.get(key);
      if (row === undefined) return undefined;
      const remarks = row.remarks === null ? undefined : (JSON.parse(String(row.remarks)) as EngineRemarks);
      return { text: String(row.text), engine: String(row.engine), ...(remarks !== undefined && { remarks }) };
    },
    intend: (intent) =>
      atomically(() => {
        const { engine, from, to, texts, characters, pricePerMillionCharacters, at } = intent;
        const id = Number(addRequest.run(runId, engine, from, to, texts, characters, pricePerMillionCharacters, at).lastInsertRowid);
        for (const [article, share] of intent.articles) addShare.run(id, article, share);
        return id;
      }),
    answered: (request, answers, billed) =>
      atomically(() => {
        for (const { key, text, remarks } of answers) addAnswer.run(key, text, remarks ? JSON.stringify(remarks) : null, request);
        setState.run('answered', request);
        if (billed !== undefined) setBill.run(billed.characters, billed.cost, request);
      }),
    failed: (request, as) => void setState.run(as, request),
    recorded: (receipts) => {
      unmarked.push(...receipts);
    },
    charactersSince: (time) => {
      const row = db
        .prepare(`SELECT COALESCE(SUM(COALESCE(billed, characters)), 0) AS total FROM requests WHERE at >= ? AND state <> 'refused'`)
        .get(time);
      return Number(row?.total ?? 0);
    },
    sentSince: (name, time) => {
      const rows = db
        .prepare(`SELECT characters, at FROM requests WHERE at >= ? AND substr(engine || ' ', 1, ?) = ? ORDER BY at`)
        .all(time, name.length + 1, `${name} `);
      return rows.map((row) => ({ characters: Number(row.characters), at: Number(row.at) }));
    },
    batches: createBatchStore(db, atomically),
    close: () => {
      if (unmarked.length > 0) atomically(() => {});
      db.close();
    },
  };
}

/** The records of the last run are where the next one will find them: its answers are not needed any more. */
export function deliverRecorded(file: string): void {
  const db = openDatabase(file);
  try {
    db.exec(`UPDATE answers SET recorded = ${SAVED} WHERE recorded = ${UNDELIVERED}`);
  } finally {
    db.close();
  }
}

/** The database, for the journal and for the ledger's reports. */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') makeFolder(dirname(file));
  try {
    const db = new DatabaseSync(file);
    const isNew = db.prepare('SELECT name FROM sqlite_schema').get() === undefined;
    const version = db.prepare('PRAGMA user_version').get()?.user_version;
    if (!isNew && version === 1) db.exec(MIGRATIONS[1] as string);
    else if (!isNew && version !== VERSION) throw new Error(`it is of version ${version}, and this program reads ${VERSION}`);
    db.exec(`${SCHEMA} ${BATCH_SCHEMA} PRAGMA user_version = ${VERSION};`);
    return db;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The advice to delete the journal would lose paid answers: it is not given where the disk is the problem.
    const isDisk = /disk is full|disk I\/O|readonly|unable to open/.test(message);
    throw new KnownError(`${file} cannot be used as the journal: ${message}`, {
      help: isDisk ? 'Make room, or the folder writable.' : 'Delete the file; what it remembers will be translated and paid again.',
      cause: error,
    });
  }
}

/** Requests still marked as on the wire, of runs whose process is gone, become `unknown`. */
function takeLost(db: DatabaseSync, runId: number): LostRequest[] {
  const rows = db
    .prepare(
      `SELECT requests.id, engine, source, target, texts, characters, at, pid FROM requests JOIN runs ON runs.id = run
       WHERE state = 'sent' AND run <> ? ORDER BY requests.id`,
    )
    .all(runId)
    .filter((row) => Number(row.pid) === process.pid || !isProcessAlive(Number(row.pid)));
  const set = db.prepare(`UPDATE requests SET state = 'unknown' WHERE id = ?`);
  db.exec('BEGIN IMMEDIATE');
  for (const row of rows) set.run(Number(row.id));
  db.exec('COMMIT');
  return rows.map((row) => ({
    engine: String(row.engine),
    from: String(row.source),
    to: String(row.target),
    texts: Number(row.texts),
    characters: Number(row.characters),
    at: Number(row.at),
  }));
}
