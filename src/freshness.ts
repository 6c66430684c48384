/**
 * What was up to date at the end of the last run, by the stamps of its files, so that a run with nothing to do reads file
 * stats and no contents. Lives in `.dragoman/`; without it everything is read once.
 */

import { hash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Finding } from './finding.ts';
import { editionFile, glossaryFile, type Project, recordFile, type Source } from './project.ts';

/** What a run would have found again in an edition that is up to date. */
export interface Standing {
  readonly segments: number;
  readonly reviewed: number;
  readonly findings: readonly Finding[];
}

export interface Freshness {
  /** What stands, where source, edition, record, glossary and settings are those of the last run. */
  readonly find: (source: Source, locale: string) => Standing | undefined;
  readonly save: (source: Source, locale: string, standing: Standing) => void;
  /** Commits what was saved. */
  readonly close: () => void;
}

/** Raised whenever what is stored changes its meaning. */
const VERSION = 1;

export function freshnessFile(root: string): string {
  return join(root, '.dragoman', 'fresh.db');
}

/**
 * @param program the program's version: another one may read, check or write otherwise
 */
export function openFreshness(project: Project, program: string): Freshness {
  const database = openDatabase(freshnessFile(project.root));
  const known = new Map<string, Map<string, { stamp: string; standing: string }>>();
  const save = database.prepare('INSERT OR REPLACE INTO editions (locale, slug, stamp, standing) VALUES (?, ?, ?, ?)');
  const grounds = new Map<string, string>();

  const groundOf = (locale: string): string => {
    const ground =
      grounds.get(locale) ?? hash('sha256', JSON.stringify([program, project.config, stampOf(project, glossaryFile(project, locale))]));
    grounds.set(locale, ground);
    return ground;
  };
  const inLocale = (locale: string) => {
    let rows = known.get(locale);
    if (rows === undefined) {
      const all = database.prepare('SELECT slug, stamp, standing FROM editions WHERE locale = ?').all(locale);
      rows = new Map(all.map((row) => [String(row.slug), { stamp: String(row.stamp), standing: String(row.standing) }]));
      known.set(locale, rows);
    }
    return rows;
  };
  const stamp = (source: Source, locale: string): string | undefined => {
    const files = [source.file, editionFile(project, source, locale), recordFile(project, source.slug, locale)];
    const stamps = files.map((file) => stampOf(project, file));
    return stamps.includes('') ? undefined : [...stamps, groundOf(locale)].join(' ');
  };

  database.exec('BEGIN');
  return {
    find: (source, locale) => {
      const row = inLocale(locale).get(source.slug);
      return row !== undefined && row.stamp === stamp(source, locale) ? (JSON.parse(row.standing) as Standing) : undefined;
    },
    save: (source, locale, standing) => {
      const now = stamp(source, locale);
      if (now !== undefined) save.run(locale, source.slug, now, JSON.stringify(standing));
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
  return stats === undefined ? '' : `${stats.size.toString(36)}.${stats.mtimeMs.toString(36)}.${stats.ino.toString(36)}`;
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
      CREATE TABLE editions (locale TEXT, slug TEXT, stamp TEXT NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (locale, slug)) WITHOUT ROWID;
      PRAGMA user_version = ${VERSION}`);
  return database;
}
