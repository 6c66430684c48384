/** What saves the next build from reading what has not changed. Nothing depends on it but time. */

import { existsSync } from 'node:fs';
import { fileBytes, fileText } from '../../files/bytes.ts';
import { writeCached } from '../../files/write.ts';
import type { KnownMedia } from '../body/media.ts';
import { isSiteFile } from '../site-files.ts';
import type { Channel } from '../survey/edition-summary.ts';
import { type KnownArticle, type PackedArticle, packArticle, unpackArticle } from '../survey/known-articles.ts';
import { articleLines, type KnownLines, NO_LINES, withLines } from '../survey/manifest-lines.ts';
import { fileOf } from '../survey/page-addresses.ts';

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

/** With the lines that it was read from. */
export interface SavedCache extends Cache {
  readonly lines: KnownLines;
  /** Lists of topics and authors, which the lines name by their places. */
  readonly channels: readonly (readonly Channel[])[];
}

/** Of what no file holds. */
export const UNWRITTEN: Pick<SavedCache, 'lines' | 'channels'> = { lines: NO_LINES, channels: [] };

/**
 * @param file undefined where nothing is kept
 * @returns one that knows nothing where there is none, or none that can be read
 */
export function readCache(file: string | undefined): SavedCache {
  try {
    if (file !== undefined && existsSync(file)) return cacheIn(fileBytes(file));
  } catch {
    // A cache that cannot be read is no cache.
  }
  return { madeWith: '', list: '', articles: new Map(), media: new Map(), lists: new Map(), ...UNWRITTEN };
}

function cacheIn(bytes: Buffer): SavedCache {
  const found = articleLines(bytes);
  const saved = JSON.parse(bytes.toString('utf8')) as {
    readonly madeWith: string;
    readonly list: string;
    readonly articles: Record<string, PackedArticle>;
    readonly channels: readonly (readonly Channel[])[];
    readonly media: Record<string, KnownMedia>;
    readonly lists: Record<string, string>;
  };
  const articles = new Map<string, KnownArticle>();
  for (const slug of Object.keys(saved.articles)) {
    const article = unpackArticle(slug, saved.articles[slug] as PackedArticle, saved.channels);
    // A repository may hold a cache: what leads out of the site's folder is not taken from it.
    if (article.editions.every(({ facts }) => isSiteFile(fileOf(facts.path)))) articles.set(slug, article);
  }
  return {
    ...{ madeWith: saved.madeWith, list: saved.list, articles },
    media: new Map(Object.entries(saved.media)),
    lists: new Map(Object.entries(saved.lists)),
    lines: found === undefined ? NO_LINES : { bytes, lines: found.lines },
    channels: saved.channels,
  };
}

/** Writes what differs from what was saved. */
export function writeCache(file: string | undefined, now: Cache, saved: SavedCache): void {
  if (file === undefined || isAsSaved(saved, now)) return;
  const { madeWith, list, articles, media, lists } = now;
  const isSame = (slug: string, article: KnownArticle) => saved.articles.get(slug) === article;
  // Lines that stay name places of the table that there was: what is new comes behind.
  const channels = [...articles].some(([slug, article]) => isSame(slug, article)) ? [...saved.channels] : [];
  const places = new Map(channels.map((list, at) => [JSON.stringify(list), at]));
  const placeOf = (list: readonly Channel[]): number => {
    const name = JSON.stringify(list);
    const place = places.get(name) ?? channels.push(list) - 1;
    places.set(name, place);
    return place;
  };
  const values = [...articles].map(([slug, article]) => [slug, isSame(slug, article) ? 'same' : packArticle(article, placeOf)] as const);
  const rest = { channels, media: Object.fromEntries(media), lists: Object.fromEntries(lists) };
  const head = JSON.stringify({ madeWith, list, articles: {} }).slice(0, -2);
  writeCached(file, withLines(`${head}\n`, values, saved.lines, `},${JSON.stringify(rest).slice(1)}`));
}

/** Most of it is what was read. */
function isAsSaved(saved: Cache, now: Cache): boolean {
  return (
    saved.madeWith === now.madeWith &&
    saved.list === now.list &&
    areSame(saved.articles, now.articles, (one, other) => one === other) &&
    areSame(saved.lists, now.lists, (one, other) => one === other) &&
    areSame(saved.media, now.media, (one, other) => one.stamp === other.stamp && one.path === other.path)
  );
}

function areSame<Value>(
  saved: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  isSame: (one: Value, other: Value) => boolean,
): boolean {
  if (saved.size !== now.size) return false;
  for (const [key, value] of now) {
    const before = saved.get(key);
    if (before === undefined || !isSame(before, value)) return false;
  }
  return true;
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
