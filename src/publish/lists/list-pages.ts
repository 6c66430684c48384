/** A list of articles, written page by page. */

import type { PageImage } from '../page/article-parts.ts';
import { type Alternate, hreflangLinks } from '../page/hreflang.ts';
import type { ListPage } from '../page/river.ts';
import { isIndexed, type Site } from '../page/site.ts';
import type { Story } from '../page/story.ts';
import { digestOf } from '../site-files.ts';
import type { Stage } from '../stage.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { fileOf } from '../survey/page-addresses.ts';
import { newestChange, type SitemapPage } from './sitemaps.ts';

export interface ListsWork {
  readonly site: Site;
  readonly stage: Stage;
  /** The published editions of every locale, the newest first. */
  readonly editions: ReadonlyMap<string, readonly EditionSummary[]>;
  /** The standing pages of every locale: they are in no list. */
  readonly standing: ReadonlyMap<string, readonly EditionSummary[]>;
  /** The original of an edition, where it is published. */
  readonly source: (edition: EditionSummary) => EditionSummary | undefined;
  readonly image: (edition: EditionSummary) => PageImage | undefined;
  readonly now: number;
  /** Whether each locale has a letter of its newest articles. */
  readonly newsletter: boolean;
  /** What all pages of a locale are made of: templates, words, options. */
  readonly shell: (locale: string) => string;
  /** Hashes of what the pages of lists were made of, by file: those of the last build, and those of this one. */
  readonly keys: { readonly before: ReadonlyMap<string, string>; readonly now: Map<string, string> };
}

/** A list in a locale, with what its first page is to those of other locales. */
interface List {
  readonly locale: string;
  readonly editions: readonly EditionSummary[];
  readonly path: (page: number) => string;
  readonly versions: readonly Alternate[];
  /** For readers of any other language. */
  readonly fallback: string | undefined;
  readonly render: (page: ListPage) => string;
  /** What `render` makes a page of besides the list and its locale. */
  readonly more: unknown;
}

/**
 * Only first pages are each other's alternates: the second pages of two languages hold other articles.
 * @returns those that may be indexed
 */
export function writePages(
  { site, stage, source, image, shell, keys }: ListsWork,
  { locale, editions: all, path, versions, fallback, render, more }: List,
): SitemapPage[] {
  const pages = pageCount(site, all);
  const indexedPages: SitemapPage[] = [];
  for (let page = 1; page <= pages; page++) {
    const editions = all.slice((page - 1) * site.options.perPage, page * site.options.perPage);
    const indexed = page === 1 ? hasIndexed(site, all) : hasIndexed(site, editions);
    const stories = editions.map((edition) => storyOf({ source, image }, edition));
    const hreflang = page === 1 ? hreflangLinks(path(1), versions, fallback) : [];
    const list: ListPage = { locale, stories, total: all.length, page, pages, indexed, hreflang, languages: versions };
    const file = fileOf(path(page));
    const key = digestOf(JSON.stringify([shell(locale), { ...list, stories: stories.map(storyKey) }, more]));
    keys.now.set(file, key);
    // One whose place another file has taken meanwhile is put, and so told of.
    if (keys.before.get(file) === key && stage.holds(file) && !stage.files.has(file)) stage.keep(file);
    else stage.put(file, render(list));
    if (indexed) indexedPages.push({ path: path(page), lastmod: newestChange(editions) });
  }
  return indexedPages;
}

/** By the edition's object, which is made anew for each build. */
const storyKeys = new WeakMap<EditionSummary, string>();

/**
 * A hash of all that lists show of an edition: it is in the list of its locale, and in those of its topics, section and authors. Of its
 * body that is the excerpt; the rest is known of some editions only, those of an earlier build.
 */
function storyKey({ edition, source, image }: Story): string {
  const known = storyKeys.get(edition);
  if (known !== undefined) return known;
  const parts = [edition, source].map((one) => one && { ...one, body: one === edition ? one.body?.excerpt : undefined });
  const key = digestOf(JSON.stringify([parts, image]));
  storyKeys.set(edition, key);
  return key;
}

/** An edition as lists show it. */
export function storyOf({ source, image }: Pick<ListsWork, 'source' | 'image'>, edition: EditionSummary): Story {
  const shown = image(edition);
  return { edition, source: source(edition), ...(shown === undefined ? {} : { image: shown }) };
}

export function alternates(
  site: Site,
  list: (locale: string) => readonly EditionSummary[] | undefined,
  path: (locale: string) => string,
): Alternate[] {
  return site.locales.flatMap((locale) => {
    const editions = list(locale);
    return editions === undefined ? [] : [{ locale, path: path(locale), indexed: hasIndexed(site, editions) }];
  });
}

export function pageCount({ options }: Site, editions: readonly EditionSummary[]): number {
  return Math.max(1, Math.ceil(editions.length / options.perPage));
}

/** Indexed where at least one of its articles is: a page of nothing but unread machine text is none for a search engine. */
function hasIndexed(site: Site, editions: readonly EditionSummary[]): boolean {
  return editions.some((edition) => isIndexed(site, edition.state));
}
