/** The batches that providers are at work on, in the journal's database: what was submitted, so that a later run can collect it. */

import type { DatabaseSync } from 'node:sqlite';
import type { EngineRequest } from '../../engines/engine.ts';

/** A request of a batch. */
export interface BatchedRequest {
  readonly request: EngineRequest;
  /** Of its texts, in order: their names in the journal. */
  readonly keys: readonly string[];
  /** Code points by article, for the ledger. */
  readonly articles: readonly (readonly [slug: string, characters: number])[];
}

export interface SubmittedBatch {
  /** The provider's name of it; its mark where a run ended before it heard that name. */
  readonly name: string;
  readonly isBegun: boolean;
  readonly requests: readonly BatchedRequest[];
}

export interface BatchStore {
  /**
   * Before it is submitted: a run that ends in the middle of that leaves it behind.
   * @param engine its name
   * @param mark its name until the provider gives one
   */
  begin(engine: string, mark: string, requests: readonly BatchedRequest[]): void;
  /** The provider has it, under this name. */
  submitted(mark: string, name: string): void;
  /** Those that an engine's provider was given and that are not collected, oldest first. */
  open(engine: string): SubmittedBatch[];
  /** Whether a text is in a batch that is not collected. */
  holds(key: string): boolean;
  remove(name: string): void;
}

/** How marks begin; no provider's name begins so. */
export const BEGUN = 'dragoman-';

export const BATCH_SCHEMA = `
  CREATE TABLE IF NOT EXISTS batches (name TEXT PRIMARY KEY, engine TEXT NOT NULL, requests TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS batched (key TEXT NOT NULL, batch TEXT NOT NULL, PRIMARY KEY (key, batch)) WITHOUT ROWID;
`;

/** @param atomically runs writes in one transaction */
export function createBatchStore(db: DatabaseSync, atomically: (write: () => void) => void): BatchStore {
  const addBatch = db.prepare('INSERT INTO batches (name, engine, requests) VALUES (?, ?, ?)');
  const addKey = db.prepare('INSERT OR IGNORE INTO batched (key, batch) VALUES (?, ?)');
  const find = db.prepare('SELECT 1 FROM batched WHERE key = ?');
  const list = db.prepare('SELECT name, requests FROM batches WHERE engine = ? ORDER BY rowid');
  return {
    begin: (engine, mark, requests) =>
      atomically(() => {
        addBatch.run(mark, engine, JSON.stringify(requests));
        for (const { keys } of requests) for (const key of keys) addKey.run(key, mark);
      }),
    submitted: (mark, name) =>
      atomically(() => {
        db.prepare('UPDATE batches SET name = ? WHERE name = ?').run(name, mark);
        db.prepare('UPDATE batched SET batch = ? WHERE batch = ?').run(name, mark);
      }),
    open: (engine) =>
      list.all(engine).map((row) => {
        const name = String(row.name);
        return { name, isBegun: name.startsWith(BEGUN), requests: JSON.parse(String(row.requests)) as BatchedRequest[] };
      }),
    holds: (key) => find.get(key) !== undefined,
    remove: (name) =>
      atomically(() => {
        db.prepare('DELETE FROM batches WHERE name = ?').run(name);
        db.prepare('DELETE FROM batched WHERE batch = ?').run(name);
      }),
  };
}
