/** What a build knows of the articles that it need not load, as objects and in the few bytes that are kept of them. */

import type { EditionFacts, PageFacts } from './edition-facts.ts';
import type { Channel } from './edition-summary.ts';
import { articlePath } from './page-addresses.ts';

interface KnownEdition {
  readonly facts: EditionFacts;
  readonly page: PageFacts;
}

export interface KnownArticle {
  /** As long as it is the article's, all else here is. */
  readonly stamp: string;
  /** The source's first. */
  readonly editions: readonly KnownEdition[];
}

/** What nearly every edition has, by its place; `0` stands for nothing, or for what the others tell. */
type PackedEdition = [
  locale: string,
  file: string,
  path: string | 0,
  state: EditionFacts['state'],
  title: string,
  date: string | 0,
  at: number | 0,
  changed: string | 0,
  topics: number,
  authors: number,
  face: string,
  key: string,
  story: string,
  rest: Rest | 0,
];

type Rest = Partial<
  Pick<EditionFacts, 'corrected' | 'standing' | 'pinned' | 'weight' | 'aliases' | 'section' | 'withheld'> & Pick<PageFacts, 'refs' | 'told'>
>;

/** Plain JSON. */
export type PackedArticle = readonly [stamp: string, ...editions: readonly PackedEdition[]];

/** @param placeOf the place of a list of topics or authors in the table of all */
export function packArticle({ stamp, editions }: KnownArticle, placeOf: (channels: readonly Channel[]) => number): PackedArticle {
  return [stamp, ...editions.map((edition) => packEdition(edition, placeOf))];
}

function packEdition({ facts, page }: KnownEdition, placeOf: (channels: readonly Channel[]) => number): PackedEdition {
  const { slug, locale, file, path, state, title, date = 0, at = 0, changed = 0, topics, authors, face, ...more } = facts;
  const { key, story, ...others } = page;
  const rest = { ...more, ...others };
  const own = path === articlePath(locale, slug) ? 0 : path;
  const last = changed === date ? 0 : changed;
  const channels = [placeOf(topics), placeOf(authors)] as const;
  return [locale, file, own, state, title, date, at, last, ...channels, face, key, story, Object.keys(rest).length === 0 ? 0 : rest];
}

/** @param table of lists of topics and authors: those of ten thousand articles are a few */
export function unpackArticle(slug: string, [stamp, ...editions]: PackedArticle, table: readonly (readonly Channel[])[]): KnownArticle {
  return { stamp, editions: editions.map((edition) => unpackEdition(slug, edition, table)) };
}

function unpackEdition(slug: string, packed: PackedEdition, table: readonly (readonly Channel[])[]): KnownEdition {
  const [locale, file, own, state, title, date, at, last, topicsAt, authorsAt, face, key, story, rest] = packed;
  const [topics = [], authors = []] = [table[topicsAt], table[authorsAt]];
  const path = own === 0 ? articlePath(locale, slug) : own;
  // What nearly all are is made at once: there are ten thousands of them.
  if (date !== 0 && last === 0 && rest === 0)
    return { facts: { slug, locale, file, path, state, title, topics, authors, face, date, at, changed: date }, page: { key, story } };
  const dated = date === 0 ? {} : { date, at };
  const changed = last === 0 ? date : last;
  const { refs, told, ...more } = rest === 0 ? ({} as Rest) : rest;
  return {
    facts: { slug, locale, file, path, state, title, topics, authors, face, ...dated, ...(changed === 0 ? {} : { changed }), ...more },
    page: { key, story, ...(refs === undefined ? {} : { refs }), ...(told === undefined ? {} : { told }) },
  };
}
