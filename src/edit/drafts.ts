/**
 * What people have written and not accepted, in `.dragoman/drafts.db`: on disk before a request is answered. Beside it who is at work
 * here, and what each has accepted since their last commit.
 */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder, setMode } from '../files/write.ts';
import type { WaiveBody } from './contract.ts';

/** A sentence of an edition. */
export interface Place {
  readonly locale: string;
  readonly slug: string;
  readonly segment: string;
}

export interface Draft extends Place {
  readonly author: string;
  /** A fragment. */
  readonly text: string;
  /** What it was written over. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was asked for with it, where it is accepted and waits for another command to end. */
  readonly accepted?: { readonly remove: boolean; readonly waive?: WaiveBody | undefined } | undefined;
}

/** A sentence that somebody has accepted and not committed: fragments. */
export interface Work extends Place {
  readonly author: string;
  readonly source: string;
  /** As the last commit has it, as far as this server knows; null where there was none. */
  readonly before: string | null;
  readonly after: string;
}

export interface Drafts {
  readonly put: (draft: Draft) => void;
  readonly forget: (place: Place, author: string) => void;
  readonly ofEdition: (locale: string, slug: string) => Draft[];
  /** Accepted ones that waited when the server ended. */
  readonly waiting: () => Draft[];
  /** How many there are, by `LOCALE SLUG`. */
  readonly counts: () => ReadonlyMap<string, number>;
  readonly addWork: (work: Work) => void;
  readonly work: (author: string) => Work[];
  /** Who has work that is not committed. */
  readonly authors: () => string[];
  readonly forgetWork: (author: string, places: readonly Place[]) => void;
  /** Somebody has accepted a sentence; the same one counts once a day. */
  readonly noteAccepted: (place: Place, author: string, at: number) => void;
  /** How many sentences somebody has accepted, by locale. @param at milliseconds since 1970, on the day that is meant; now without it */
  readonly acceptedOn: (author: string, at?: number) => ReadonlyMap<string, number>;
  /** 32 bytes that sign the cookies, the same until the cache folder is deleted. */
  readonly secret: Uint8Array;
  readonly close: () => void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS drafts (
    locale TEXT NOT NULL, slug TEXT NOT NULL, segment TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, base TEXT NOT NULL,
    at INTEGER NOT NULL, accepted TEXT, PRIMARY KEY (locale, slug, segment, author)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS work (
    locale TEXT NOT NULL, slug TEXT NOT NULL, segment TEXT NOT NULL, author TEXT NOT NULL, source TEXT NOT NULL, before TEXT,
    after TEXT NOT NULL, PRIMARY KEY (locale, slug, segment, author)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS accepted (
    day TEXT NOT NULL, author TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, segment TEXT NOT NULL,
    PRIMARY KEY (day, author, locale, slug, segment)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secret (bytes BLOB NOT NULL);
`;

/** Milliseconds that one server waits for another one's write. */
const BUSY_MS = 5_000;

/** @param folder the cache folder, made where it is missing; `:memory:` for none */
export function openDrafts(folder: string): Drafts {
  const path = folder === ':memory:' ? folder : join(folder, 'drafts.db');
  if (folder !== ':memory:') makeFolder(folder);
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  // The secret is nobody else's to read.
  if (folder !== ':memory:') setMode(path, 0o600);
  // Each write is flushed: a draft is there after a crash of the machine too.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`);
  const put = database.prepare(
    `INSERT INTO drafts (locale, slug, segment, author, text, base, at, accepted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, base = excluded.base, at = excluded.at, accepted = excluded.accepted`,
  );
  const forget = database.prepare('DELETE FROM drafts WHERE locale = ? AND slug = ? AND segment = ? AND author = ?');
  const ofEdition = database.prepare('SELECT * FROM drafts WHERE locale = ? AND slug = ? ORDER BY at');
  const waiting = database.prepare('SELECT * FROM drafts WHERE accepted IS NOT NULL ORDER BY at');
  const counts = database.prepare('SELECT locale, slug, count(*) AS drafts FROM drafts GROUP BY locale, slug');
  // What was there before the first of several changes is what the commit changes.
  const addWork = database.prepare(
    `INSERT INTO work (locale, slug, segment, author, source, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET source = excluded.source, after = excluded.after`,
  );
  const work = database.prepare('SELECT * FROM work WHERE author = ? ORDER BY locale, slug, segment');
  const forgetWork = database.prepare('DELETE FROM work WHERE locale = ? AND slug = ? AND segment = ? AND author = ?');
  const noteAccepted = database.prepare(
    'INSERT INTO accepted (day, author, locale, slug, segment) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const acceptedOn = database.prepare('SELECT locale, count(*) AS sentences FROM accepted WHERE day = ? AND author = ? GROUP BY locale');
  database.prepare('DELETE FROM accepted WHERE day < ?').run(dayOf(Date.now() - KEPT_DAYS));
  return {
    put: ({ locale, slug, segment, author, text, base, at, accepted }) => {
      put.run(locale, slug, segment, author, text, base, at, accepted === undefined ? null : JSON.stringify(accepted));
    },
    forget: ({ locale, slug, segment }, author) => void forget.run(locale, slug, segment, author),
    ofEdition: (locale, slug) => ofEdition.all(locale, slug).map(toDraft),
    waiting: () => waiting.all().map(toDraft),
    counts: () => new Map(counts.all().map(({ locale, slug, drafts }) => [`${locale} ${slug}`, Number(drafts)])),
    addWork: ({ locale, slug, segment, author, source, before, after }) =>
      void addWork.run(locale, slug, segment, author, source, before, after),
    authors: () =>
      database
        .prepare('SELECT DISTINCT author FROM work ORDER BY author')
        .all()
        .map(({ author }) => String(author)),
    work: (author) => work.all(author).map((row) => ({ ...row }) as unknown as Work),
    forgetWork: (author, places) => {
      for (const { locale, slug, segment } of places) forgetWork.run(locale, slug, segment, author);
    },
    noteAccepted: ({ locale, slug, segment }, author, at) => void noteAccepted.run(dayOf(at), author, locale, slug, segment),
    acceptedOn: (author, at = Date.now()) =>
      new Map(acceptedOn.all(dayOf(at), author).map(({ locale, sentences }) => [String(locale), Number(sentences)])),
    secret: secretOf(database),
    close: () => database.close(),
  };
}

/** Milliseconds for which a day's count is kept. */
const KEPT_DAYS = 7 * 24 * 3_600_000;

/** Of the day by the clock on the wall. */
function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

type Row = Record<string, unknown>;

function toDraft({ accepted, ...row }: Row): Draft {
  return { ...row, ...(typeof accepted === 'string' && { accepted: JSON.parse(accepted) }) } as unknown as Draft;
}

function secretOf(database: DatabaseSync): Uint8Array {
  database.exec('BEGIN IMMEDIATE');
  let bytes = database.prepare('SELECT bytes FROM secret').get()?.bytes as Uint8Array | undefined;
  if (bytes === undefined) {
    bytes = randomBytes(32);
    database.prepare('INSERT INTO secret VALUES (?)').run(bytes);
  }
  database.exec('COMMIT');
  return bytes;
}
