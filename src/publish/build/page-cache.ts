/**
 * What saves the next build from reading what has not changed. Nothing depends on it but time. There is a file of all that was known once, and
 * one beside it of what has changed since, which is soon read and soon written; when that has grown, all is written anew.
 */

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileBytes, fileText, readIfThere } from '../../files/bytes.ts';
import { removeFile, writeCached } from '../../files/write.ts';
import type { KnownMedia } from '../body/media.ts';
import { isSiteFile } from '../site-files.ts';
import { readColumns, writeColumns } from '../survey/article-columns.ts';
import { type KnownArticle, plainArticle } from '../survey/known-articles.ts';
import type { ColumnTables } from '../survey/known-row.ts';
import { fileOf } from '../survey/page-addresses.ts';
import { Spoiled } from '../survey/spoiled.ts';

export interface Cache {
  /** Of the program and its options: under others an article may have to be seen again. */
  readonly madeWith: string;
  /** Of the list of the site that all else goes with. */
  readonly list: string;
  /** What is known of articles by slug. */
  readonly articles: ReadonlyMap<string, KnownArticle>;
  /** Media files by project-relative path. */
  readonly media: Map<string, KnownMedia>;
  /** What lists were made of, by file. */
  readonly lists: ReadonlyMap<string, string>;
}

export interface SavedCache extends Cache {
  /** The file that it was read from; absent where there was none. */
  readonly base?: {
    /** Of this file alone: changes name it. */
    readonly id: string;
    readonly bytes: number;
    /** The lines of what has changed since. */
    readonly changes: string;
  };
}

/** The first line of the file; what it names is on the lines behind it, each of so many bytes. */
interface Head {
  readonly form: typeof FORM;
  readonly id: string;
  readonly madeWith: string;
  readonly list: string;
  readonly tables: ColumnTables;
  readonly lines: readonly (readonly [name: string, bytes: number])[];
}

const FORM = 2;

/** One line of changes; null for what is known no more. */
interface Changes {
  readonly list: string;
  readonly articles: Readonly<Record<string, KnownArticle | null>>;
  readonly media: Readonly<Record<string, KnownMedia | null>>;
  readonly lists: Readonly<Record<string, string | null>>;
}

const CHANGES = '.changes';

/** What part of the whole the changes may be before all is written anew. */
const MOST_CHANGES = 1 / 8;

export const NOTHING_KNOWN: SavedCache = { madeWith: '', list: '', articles: new Map(), media: new Map(), lists: new Map() };

/**
 * @param file undefined where nothing is kept
 * @returns one that knows nothing where there is none, or none that can be read
 */
export function readCache(file: string | undefined): SavedCache {
  try {
    if (file !== undefined && existsSync(file)) return cacheIn(fileBytes(file), readIfThere(file + CHANGES) ?? '');
  } catch {
    // A cache that cannot be read is no cache.
  }
  return NOTHING_KNOWN;
}

function cacheIn(bytes: Buffer, changes: string): SavedCache {
  const start = bytes.indexOf('\n') + 1;
  const { form, id, madeWith, list, tables, lines } = JSON.parse(bytes.toString('utf8', 0, start)) as Head;
  if (form !== FORM) return NOTHING_KNOWN;
  const places = new Map<string, readonly [from: number, to: number]>();
  let at = start;
  for (const [name, length] of lines) {
    places.set(name, [at, at + length]);
    at += length + 1;
  }
  const json = (name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Spoiled(name);
    return bytes.toString('utf8', ...place);
  };
  const saved = {
    ...{ madeWith, list, articles: readColumns(json, tables) },
    media: new Map(Object.entries(JSON.parse(json('media')) as Record<string, KnownMedia>)),
    lists: new Map(Object.entries(JSON.parse(json('lists')) as Record<string, string>)),
  };
  const [named, ...made] = changes.split('\n').filter((line) => line !== '');
  const own = named === id ? made.map((line) => JSON.parse(line) as Changes) : [];
  for (const change of own) {
    take(saved.articles, change.articles);
    take(saved.media, change.media);
    take(saved.lists, change.lists);
  }
  const base = { id, bytes: bytes.length, changes: own.length === 0 ? `${id}\n` : changes };
  return { ...saved, list: own.at(-1)?.list ?? list, base };
}

function take<Value>(into: Map<string, Value>, changed: Readonly<Record<string, Value | null>>): void {
  for (const [name, value] of Object.entries(changed)) {
    if (value === null || !isWithin(value)) into.delete(name);
    else into.set(name, value);
  }
}

/** A repository may hold a cache: what leads out of the site's folder is not taken from it. */
function isWithin(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('editions' in value)) return true;
  return (value as KnownArticle).editions.every(({ facts }) => isSiteFile(fileOf(facts.path)));
}

/** Writes what differs from what was saved. */
export function writeCache(file: string | undefined, now: Cache, saved: SavedCache): void {
  if (file === undefined) return;
  const { base } = saved;
  const changes: Changes = {
    list: now.list,
    articles: differences(saved.articles, now.articles, (one, other) => one === other, plainArticle),
    media: differences(saved.media, now.media, (one, other) => one.stamp === other.stamp && one.path === other.path),
    lists: differences(saved.lists, now.lists, (one, other) => one === other),
  };
  const isSame = saved.list === now.list && [changes.articles, changes.media, changes.lists].every((all) => Object.keys(all).length === 0);
  if (base !== undefined && saved.madeWith === now.madeWith) {
    if (isSame) return;
    const text = `${base.changes}${JSON.stringify(changes)}\n`;
    if (text.length < base.bytes * MOST_CHANGES) {
      writeCached(file + CHANGES, text);
      return;
    }
  }
  writeCached(file, whole(now));
  removeFile(file + CHANGES);
}

function whole({ madeWith, list, articles, media, lists }: Cache): string {
  const { columns, tables } = writeColumns(articles);
  const all = [
    ...columns,
    ['media', JSON.stringify(Object.fromEntries(media))] as const,
    ['lists', JSON.stringify(Object.fromEntries(lists))] as const,
  ];
  const lines = all.map(([name, line]) => [name, Buffer.byteLength(line)] as const);
  const head: Head = { form: FORM, id: randomBytes(6).toString('hex'), madeWith, list, tables, lines };
  return [JSON.stringify(head), ...all.map(([, line]) => line), ''].join('\n');
}

/** @returns what is now another, by name; null for what is no more */
function differences<Value>(
  saved: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  isSame: (one: Value, other: Value) => boolean,
  written: (value: Value) => Value = (value) => value,
): Record<string, Value | null> {
  const changed = new Map<string, Value | null>();
  for (const [name, value] of now) {
    const before = saved.get(name);
    if (before === undefined || !isSame(before, value)) changed.set(name, written(value));
  }
  for (const name of saved.keys()) if (!now.has(name)) changed.set(name, null);
  return Object.fromEntries(changed);
}

const ROUND = '.round';

/** How many builds there were; 0 where that is not known. */
export function readRound(file: string | undefined): number {
  if (file === undefined) return 0;
  try {
    const round = Number(fileText(`${file}${ROUND}`));
    return Number.isSafeInteger(round) ? round : 0;
  } catch {
    return 0;
  }
}

export function writeRound(file: string | undefined, round: number): void {
  if (file !== undefined) writeCached(`${file}${ROUND}`, `${round}\n`);
}
