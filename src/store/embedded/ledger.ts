/** The ledger: sums over the journal's requests by run, engine, locale and article. */

import type { LedgerLine } from '../ledger-line.ts';
import { openDatabase } from './journal.ts';

export interface Ledger {
  readonly total: LedgerLine;
  /** Newest first. */
  readonly runs: readonly LedgerLine[];
  /** Dearest first, as the others. */
  readonly engines: readonly LedgerLine[];
  readonly locales: readonly LedgerLine[];
  /** A request shared by several articles counts for each, with their own characters. */
  readonly articles: readonly LedgerLine[];
}

/**
 * A request whose process is still at work is on its way: neither billed nor lost. The provider's own bill counts where it told
 * one, shared among articles by the characters sent.
 */
const sums = (characters: string) => `
  COUNT(DISTINCT requests.id) AS requests,
  CAST(ROUND(COALESCE(SUM(CASE state WHEN 'answered' THEN
    COALESCE(1.0 * ${characters} * billed / requests.characters, ${characters}) END), 0)) AS INTEGER) AS characters,
  COALESCE(SUM(CASE state WHEN 'answered' THEN
    COALESCE(${characters} * cost / requests.characters, ${characters} * price / 1e6) END), 0) AS cost,
  COALESCE(SUM(CASE state WHEN 'unknown' THEN ${characters} END), 0) AS maybeBilled`;

/**
 * @param file the journal, which exists
 * @throws KnownError when the file is not a journal
 */
export function readLedger(file: string): Ledger {
  const db = openDatabase(file);
  try {
    const lines = (query: string) => db.prepare(query).all().map(lineOf);
    const whole = sums('requests.characters');
    const by = (column: string) =>
      lines(`SELECT ${column} AS name, ${whole} FROM requests GROUP BY ${column} ORDER BY cost DESC, characters DESC, name`);
    return {
      total: lines(`SELECT 'total' AS name, ${whole} FROM requests`)[0] as LedgerLine,
      runs: lines(`SELECT runs.name AS name, ${whole} FROM requests JOIN runs ON runs.id = run GROUP BY run ORDER BY run DESC`),
      engines: by('engine'),
      locales: by('target'),
      articles: lines(
        `SELECT article AS name, ${sums('shares.characters')} FROM shares JOIN requests ON requests.id = request
         GROUP BY article ORDER BY cost DESC, characters DESC, name`,
      ),
    };
  } finally {
    db.close();
  }
}

function lineOf(row: Record<string, unknown>): LedgerLine {
  return {
    name: String(row.name),
    requests: Number(row.requests),
    characters: Number(row.characters),
    cost: Number(row.cost),
    maybeBilled: Number(row.maybeBilled),
  };
}
