/**
 * What was up to date at the end of the last run, by the stamps of its files, so that a run with nothing to do reads file
 * stats and no contents. Lives in `.dragoman/`; without it everything is read once.
 */

import { hash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { editionFile, glossaryFile, type Project, recordFile, type Source } from './project.ts';

/** What the summary of a run counts for an edition that is up to date. */
export interface Standing {
  readonly segments: number;
  readonly reviewed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The files of an edition as they were before anyone read them: what changes while a run works on it is seen by the next. */
export interface Stamps {
  readonly source: string;
  readonly edition: string;
  readonly record: string;
}

export interface Freshness {
  /** The files' stamps, and what stands where they, the glossary and the settings are those of the last run. */
  readonly look: (source: Source, locale: string) => { readonly stamps: Stamps; readonly standing: Standing | undefined };
  /** @param written whether edition and record have been written since the look */
  readonly save: (source: Source, locale: string, stamps: Stamps, standing: Standing, written: boolean) => void;
  /** Commits what was saved. */
  readonly close: () => void;
}

interface Row extends Standing {
  /** The source's. */
  readonly file: string;
  readonly stamp: string;
}

/** Raised whenever what is stored changes its meaning. */
const VERSION = 3;

function freshnessFile(root: string): string {
  return join(root, '.dragoman', 'fresh.db');
}

/**
 * @param program the program's version: another one may read, check or write otherwise
 */
export function openFreshness(project: Project, program: string): Freshness {
  const database = openDatabase(freshnessFile(project.root));
  const known = new Map<string, Map<string, Row>>();
  const save = database.prepare('INSERT OR REPLACE INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)');
  const grounds = new Map<string, string>();

  const groundOf = (locale: string): string => {
    const { config } = project;
    const files = [glossaryFile(project, locale), ...(config.segmentation === undefined ? [] : [config.segmentation])];
    const ground = grounds.get(locale) ?? hash('sha256', JSON.stringify([program, config, ...files.map((file) => stampOf(project, file))]));
    grounds.set(locale, ground);
    return ground;
  };
  const inLocale = (locale: string) => {
    let rows = known.get(locale);
    if (rows === undefined) {
      const all = database.prepare('SELECT file, stamp, segments, reviewed, errors, warnings FROM editions WHERE locale = ?').all(locale);
      rows = new Map((all as unknown as Row[]).map((row) => [row.file, row]));
      known.set(locale, rows);
    }
    return rows;
  };
  const localized = (source: Source, locale: string) => ({
    edition: stampOf(project, editionFile(project, source, locale)),
    record: stampOf(project, recordFile(project, source, locale)),
  });
  const joined = (stamps: Stamps, locale: string) => `${stamps.source} ${stamps.edition} ${stamps.record} ${groundOf(locale)}`;

  // A source's locales are looked at one after the other, and its stamp is the same for all.
  let last: { source: Source; stamp: string } | undefined;

  database.exec('BEGIN');
  return {
    look: (source, locale) => {
      if (last?.source !== source) last = { source, stamp: stampOf(project, source.file) };
      const stamps = { source: last.stamp, ...localized(source, locale) };
      const row = inLocale(locale).get(source.file);
      return { stamps, standing: row?.stamp === joined(stamps, locale) ? row : undefined };
    },
    save: (source, locale, stamps, standing, written) => {
      const now = written ? { ...stamps, ...localized(source, locale) } : stamps;
      if (now.edition === '' || now.record === '') return;
      const { segments, reviewed, errors, warnings } = standing;
      save.run(locale, source.file, joined(now, locale), segments, reviewed, errors, warnings);
    },
    close: () => {
      database.exec('COMMIT');
      database.close();
    },
  };
}

/** Size, modification time and inode: an editor that keeps all three is not known. Empty where there is no file. */
function stampOf(project: Project, file: string): string {
  const stats = statSync(join(project.root, file), { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
}

function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return withTables(file);
  } catch {
    // A cache that cannot be read is no cache.
    rmSync(file, { force: true });
    return withTables(file);
  }
}

function withTables(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version !== VERSION)
    database.exec(`DROP TABLE IF EXISTS editions;
      CREATE TABLE editions (
        locale TEXT, file TEXT, stamp TEXT NOT NULL, segments INTEGER, reviewed INTEGER, errors INTEGER, warnings INTEGER,
        PRIMARY KEY (locale, file)) WITHOUT ROWID;
      PRAGMA user_version = ${VERSION}`);
  return database;
}
