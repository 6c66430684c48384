/** The batches that providers are at work on, in the journal's database: what was submitted, so that a later run can collect it. */

import type { DatabaseSync } from 'node:sqlite';
import { type BatchedRequest, type BatchStore, BEGUN } from '../batch-store.ts';

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
