/**
 * What is known of ten thousand articles, in columns, each of them JSON on a line of its own: a build reads those that it asks for, whole
 * and at once, and makes no object of what it does not touch.
 */

import { isSiteFile } from '../site-files.ts';
import type { Channel } from './edition-summary.ts';
import { type KnownArticle, seldomFacts, seldomPage } from './known-articles.ts';
import {
  type ArticleColumns,
  type ColumnName,
  type ColumnTables,
  KnownRows,
  type Lazy,
  type LazyColumns,
  type Seldom,
  type Table,
} from './known-row.ts';
import { articlePath, fileOf } from './page-addresses.ts';
import { Spoiled } from './spoiled.ts';

/** In the order in which builds ask for them; the first three are by article. */
const OF_ARTICLES = ['slug', 'stamp', 'editions'] as const satisfies readonly ColumnName[];
const OF_EDITIONS = [
  ...(['locale', 'path', 'key', 'seldom', 'at', 'topics', 'section', 'authors', 'state', 'face', 'story'] as const),
  ...(['date', 'changed', 'file', 'title'] as const),
] satisfies readonly ColumnName[];

/** @returns the columns by name as JSON, and what they name by places */
export function writeColumns(articles: ReadonlyMap<string, KnownArticle>): {
  readonly columns: readonly (readonly [name: string, json: string])[];
  readonly tables: ColumnTables;
} {
  const locales = places<string>([]);
  const channels = places<readonly Channel[]>([[]]);
  const all = [...articles];
  const editions = all.flatMap(([, article]) => article.editions);
  const facts = editions.map((edition) => edition.facts);
  const columns: ArticleColumns = {
    slug: all.map(([slug]) => slug),
    stamp: all.map(([, { stamp }]) => stamp),
    editions: all.map(([, article]) => article.editions.length),
    locale: facts.map(({ locale }) => locales.of(locale)),
    path: facts.map(({ path, locale, slug }) => (path === articlePath(locale, slug) ? 0 : path)),
    key: editions.map(({ page }) => page.key),
    seldom: editions.map(({ facts: own, page }) => unlessEmpty({ ...seldomFacts(own), ...seldomPage(page) })),
    at: facts.map(({ at = null }) => at),
    topics: facts.map(({ topics }) => channels.of(topics)),
    section: facts.map(({ section }) => channels.of(section === undefined ? [] : [section])),
    authors: facts.map(({ authors }) => channels.of(authors)),
    state: facts.map(({ state }) => state),
    face: facts.map(({ face }) => face),
    story: editions.map(({ page }) => page.story),
    date: facts.map(({ date }) => date ?? 0),
    changed: facts.map(({ changed, date }) => (changed === undefined || changed === date ? 0 : changed)),
    file: facts.map(({ file }) => file),
    title: facts.map(({ title }) => title),
  };
  return {
    columns: [...OF_ARTICLES, ...OF_EDITIONS].map((name) => [name, JSON.stringify(columns[name])]),
    tables: { locales: locales.all, channels: channels.all },
  };
}

function unlessEmpty(seldom: Seldom): Seldom | 0 {
  return Object.keys(seldom).length === 0 ? 0 : seldom;
}

/** A table of values, in which each is once. */
function places<Value>(all: Value[]): { readonly all: readonly Value[]; readonly of: (value: Value) => number } {
  const known = new Map(all.map((value, at) => [JSON.stringify(value), at]));
  const of = (value: Value) => {
    const name = JSON.stringify(value);
    const place = known.get(name) ?? all.push(value) - 1;
    known.set(name, place);
    return place;
  };
  return { all, of };
}

/**
 * @param json of a column, asked for once
 * @throws Spoiled, also later, where what was written is not there or does not fit together
 */
export function readColumns(json: (name: string) => string, tables: ColumnTables): Map<string, KnownArticle> {
  const columns = lazyColumns(json);
  const { slug, stamp, editions, path } = columns;
  const table: Table = { columns, tables };
  const articles = new Map<string, KnownArticle>();
  // A repository may hold what was written here: what leads out of the site's folder is not taken from it.
  const isOutside = (row: number) => path.values[row] !== 0 && !isSiteFile(fileOf(String(path.values[row])));
  if (!tables.locales.every(isSiteFile)) return articles;
  const stamps = stamp.values;
  const counts = editions.values;
  let row = 0;
  for (const [at, name] of slug.values.entries()) {
    const end = row + (counts[at] ?? 0);
    const article = new KnownRows(table, name, stamps[at] ?? '', row, end);
    let isWithin = true;
    for (; row < end; row++) isWithin &&= !isOutside(row);
    if (isWithin) articles.set(name, article);
  }
  return articles;
}

function lazyColumns(json: (name: string) => string): LazyColumns {
  const lazily = <Value>(name: ColumnName, length: () => number): Lazy<readonly Value[]> => {
    let read: readonly Value[] | undefined;
    return {
      get values() {
        read ??= columnIn<Value>(json(name), name, length());
        return read;
      },
    };
  };
  const slugs = lazily<string>('slug', () => Number.NaN);
  const counts = lazily<number>('editions', () => slugs.values.length);
  let rows: number | undefined;
  const ofEditions = () => {
    rows ??= counts.values.reduce((sum, count) => sum + count, 0);
    return rows;
  };
  return {
    ...Object.fromEntries(OF_EDITIONS.map((name) => [name, lazily(name, ofEditions)])),
    ...{ slug: slugs, editions: counts, stamp: lazily('stamp', () => slugs.values.length) },
  } as unknown as LazyColumns;
}

/** @param length that the column should have; NaN where nothing tells */
function columnIn<Value>(json: string, name: string, length: number): readonly Value[] {
  let values: unknown;
  try {
    values = JSON.parse(json);
  } catch {
    throw new Spoiled(name);
  }
  if (!Array.isArray(values) || (!Number.isNaN(length) && values.length !== length)) throw new Spoiled(name);
  return values;
}
