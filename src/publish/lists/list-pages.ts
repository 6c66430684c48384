/** A list of articles, written page by page. */

import type { PageImage } from '../page/article-parts.ts';
import { type Alternate, hreflangLinks } from '../page/hreflang.ts';
import type { ListPage } from '../page/river.ts';
import { isIndexed, type Site } from '../page/site.ts';
import type { Story } from '../page/story.ts';
import { isSmall } from '../pictures/variants.ts';
import { digestOf } from '../site-files.ts';
import type { Stage } from '../stage.ts';
import type { Editions, PublishedEdition } from '../survey/assign-paths.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { fileOf } from '../survey/page-addresses.ts';

/** What of the lists is as the last build had it. */
interface KeptLists {
  /** Whether each list of a locale has the editions that it had, at their places. */
  readonly isList: (locale: string) => boolean;
  /** Whether lists may show of an edition what they did not. */
  readonly isTouched: (edition: PublishedEdition) => boolean;
  /** Whether every sitemap names the pages that it named, with their dates. */
  readonly isMap: boolean;
}

export interface ListsWork {
  readonly site: Site;
  readonly stage: Stage;
  /** The published editions of every locale, the newest first. */
  readonly editions: Editions;
  /** The standing pages of every locale: they are in no list. */
  readonly standing: Editions;
  /** The original of an edition, where it is published. */
  readonly source: (edition: PublishedEdition) => PublishedEdition | undefined;
  readonly image: (edition: PublishedEdition) => PageImage | undefined;
  /** Differs where anything does that lists show of an edition. */
  readonly shown: (edition: PublishedEdition) => string;
  readonly kept: KeptLists;
  /** An edition with its body, for the lists that are made anew. */
  readonly summary: (edition: PublishedEdition) => EditionSummary;
  readonly now: number;
  /** Whether each locale has a letter of its newest articles. */
  readonly newsletter: boolean;
  /** What all pages of a locale are made of: templates, words, options. */
  readonly shell: (locale: string) => string;
  /** Of what the lists were made of, by file: those of the last build, and those of this one. */
  readonly keys: { readonly before: ReadonlyMap<string, string>; readonly now: Map<string, string> };
}

/** A page of a list that may be indexed, and the editions that are on it. */
export interface IndexedPage {
  readonly path: string;
  readonly editions: readonly PublishedEdition[];
}

/** A list in a locale, with what its first page is to those of other locales. */
interface List {
  readonly locale: string;
  readonly editions: readonly PublishedEdition[];
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
export function writePages(work: ListsWork, { locale, editions: all, path, versions, fallback, render, more }: List): IndexedPage[] {
  const { site } = work;
  const pages = pageCount(site, all);
  const indexedPages: IndexedPage[] = [];
  const isIndexedList = hasIndexed(site, all);
  const common = digestOf(JSON.stringify([all.length, versions, fallback, isIndexedList, more]));
  for (let page = 1; page <= pages; page++) {
    const editions = all.slice((page - 1) * site.options.perPage, page * site.options.perPage);
    const indexed = page === 1 ? isIndexedList : hasIndexed(site, editions);
    putList(work, fileOf(path(page)), locale, editions, common, () => {
      const hreflang = page === 1 ? hreflangLinks(path(1), versions, fallback) : [];
      const list = { locale, total: all.length, page, pages, indexed, hreflang, languages: versions };
      return render({ ...list, stories: editions.map((edition) => storyOf(work, edition)) });
    });
    if (indexed) indexedPages.push({ path: path(page), editions });
  }
  return indexedPages;
}

/**
 * Puts a file that is made of a locale and some of its editions, unless the last build made it of the same.
 * @param more a hash of what it is made of besides
 */
export function putList(
  work: ListsWork,
  file: string,
  locale: string,
  editions: readonly PublishedEdition[],
  more: string,
  render: () => string,
): void {
  const { stage, shown, kept, keys } = work;
  const before = keys.before.get(file);
  const head = headOf(work, locale, more);
  const isSame = before?.startsWith(head) === true && kept.isList(locale) && !editions.some(kept.isTouched);
  const key = isSame ? before : head + digestOf(editions.map(shown).join(''));
  keys.now.set(file, key);
  // One whose place another file has taken meanwhile is put, and so told of.
  if (before === key && stage.holds(file) && !stage.files.has(file)) stage.keep(file);
  else stage.put(file, render());
}

/** What the key of a list begins with: of all that it is made of besides its editions. */
export function headOf({ shell }: ListsWork, locale: string, more: string): string {
  return `${shell(locale)} ${more} `;
}

/** A hash of the pages of editions: what is made of their texts is made of these. */
export function textsDigest({ stage }: ListsWork, editions: readonly PublishedEdition[], more: unknown = null): string {
  return digestOf(JSON.stringify([editions.map(({ facts }) => stage.files.get(fileOf(facts.path))), more]));
}

/** An edition as lists show it. */
export function storyOf({ source, image, summary }: Pick<ListsWork, 'source' | 'image' | 'summary'>, edition: PublishedEdition): Story {
  const shown = image(edition);
  return {
    edition: summary(edition),
    source: source(edition)?.summary,
    ...(shown === undefined || isSmall(shown) ? {} : { image: shown }),
  };
}

export function alternates(
  site: Site,
  list: (locale: string) => readonly PublishedEdition[] | undefined,
  path: (locale: string) => string,
): Alternate[] {
  return site.locales.flatMap((locale) => {
    const editions = list(locale);
    return editions === undefined ? [] : [{ locale, path: path(locale), indexed: hasIndexed(site, editions) }];
  });
}

export function pageCount({ options }: Site, editions: readonly PublishedEdition[]): number {
  return Math.max(1, Math.ceil(editions.length / options.perPage));
}

/** Indexed where at least one of its articles is: a page of nothing but unread machine text is none for a search engine. */
function hasIndexed(site: Site, editions: readonly PublishedEdition[]): boolean {
  return editions.some(({ facts }) => isIndexed(site, facts.state));
}
