/** What lists the articles: front pages, topic pages, feeds, sitemaps, the choice of a language. */

import { bodyOf } from '../page/article-page.ts';
import type { PageImage } from '../page/article-parts.ts';
import { type Alternate, hreflangLinks } from '../page/hreflang.ts';
import { type ListPage, renderFront, renderTopic } from '../page/list-page.ts';
import { renderChooser, renderNotFound } from '../page/plain-page.ts';
import { isIndexed, type Site } from '../page/site.ts';
import type { Story } from '../page/story.ts';
import type { Stage } from '../stage.ts';
import { type EditionSummary, lastChange, type Topic } from '../survey/edition-summary.ts';
import { fileOf, frontPath, tagPath } from '../survey/page-addresses.ts';
import { FEED_LENGTH, renderAtom, renderJsonFeed } from './feeds.ts';
import { newestChange, renderNewsSitemap, renderSitemapIndex, renderSitemaps, type SitemapPage } from './sitemaps.ts';

export interface ListsWork {
  readonly site: Site;
  readonly stage: Stage;
  /** The published editions of every locale, the newest first. */
  readonly editions: ReadonlyMap<string, readonly EditionSummary[]>;
  /** The original of an edition, where it is published. */
  readonly source: (edition: EditionSummary) => EditionSummary | undefined;
  readonly image: (edition: EditionSummary) => PageImage | undefined;
  readonly now: number;
}

interface TopicList {
  readonly topic: Topic;
  readonly editions: EditionSummary[];
}

/** Front page and topics that are offered from the front page: the ones with the most articles. */
const FRONT_TOPICS = 12;

function topicsIn(editions: readonly EditionSummary[]): Map<string, TopicList> {
  const topics = new Map<string, TopicList>();
  for (const edition of editions)
    for (const topic of edition.topics) {
      const list = topics.get(topic.slug);
      if (list === undefined) topics.set(topic.slug, { topic, editions: [edition] });
      else list.editions.push(edition);
    }
  return topics;
}

/** Every path that `writeLists` fills, so that articles may link to it. */
export function listPaths(site: Site, editions: ReadonlyMap<string, readonly EditionSummary[]>): Set<string> {
  const paths = new Set(['/']);
  for (const [locale, all] of editions) {
    for (const path of [frontPath(locale), `/${locale}/feed.xml`, `/${locale}/feed.json`]) paths.add(path);
    for (let page = 2; page <= pageCount(site, all); page++) paths.add(frontPath(locale, page));
    for (const slug of topicsIn(all).keys()) paths.add(tagPath(locale, slug));
  }
  return paths;
}

export function writeLists(work: ListsWork): void {
  const { site, stage, editions } = work;
  const topics = new Map([...editions].map(([locale, all]) => [locale, topicsIn(all)]));
  const fronts = alternates(work, (locale) => editions.get(locale), frontPath);
  const sitemaps: string[] = [];
  for (const [locale, all] of editions) {
    const pages: SitemapPage[] = [
      ...writeFronts(work, locale, all, topics.get(locale) ?? new Map(), fronts),
      ...writeTopics(work, locale, topics),
      ...all
        .filter((one) => isIndexed(site, one.state))
        .map((one) => ({ path: one.path, lastmod: lastChange(one.fields, work.source(one)?.fields) })),
    ];
    for (const [path, xml] of renderSitemaps(site, locale, pages)) {
      stage.put(fileOf(path), xml);
      sitemaps.push(path);
    }
    writeFeeds(work, locale, all);
    stage.put(`${locale}/404.html`, renderNotFound(site, locale, `/${locale}/404.html`, fronts));
  }
  stage.put('404.html', renderNotFound(site, site.sourceLocale, '/404.html', fronts));
  stage.put('index.html', renderChooser(site, fronts, hreflangLinks('/', fronts, '/')));
  writeSitemapIndex(work, sitemaps);
}

/** Indexed where at least one of its articles is: a page of nothing but unread machine text is none for a search engine. */
function hasIndexed(site: Site, editions: readonly EditionSummary[]): boolean {
  return editions.some((edition) => isIndexed(site, edition.state));
}

function alternates(
  { site }: ListsWork,
  list: (locale: string) => readonly EditionSummary[] | undefined,
  path: (locale: string) => string,
): Alternate[] {
  return site.locales.flatMap((locale) => {
    const editions = list(locale);
    return editions === undefined ? [] : [{ locale, path: path(locale), indexed: hasIndexed(site, editions) }];
  });
}

function pageCount({ options }: Site, editions: readonly EditionSummary[]): number {
  return Math.max(1, Math.ceil(editions.length / options.perPage));
}

function writeFronts(
  work: ListsWork,
  locale: string,
  all: readonly EditionSummary[],
  topics: ReadonlyMap<string, TopicList>,
  fronts: readonly Alternate[],
): SitemapPage[] {
  const most = [...topics.values()]
    .sort((a, b) => b.editions.length - a.editions.length || (a.topic.slug < b.topic.slug ? -1 : 1))
    .slice(0, FRONT_TOPICS);
  return writePages(
    work,
    locale,
    asEdited(all),
    (page) => frontPath(locale, page),
    fronts,
    '/',
    (list) =>
      renderFront(
        work.site,
        list,
        most.map(({ topic }) => topic),
      ),
  );
}

/** As an editor wants them: what is pinned, what has a weight, then the newest. */
function asEdited(editions: readonly EditionSummary[]): EditionSummary[] {
  const rank = ({ fields }: EditionSummary) => fields.weight ?? Number.MAX_VALUE;
  const isPinned = ({ fields }: EditionSummary) => Number(fields.pinned === true);
  return [...editions].sort((a, b) => isPinned(b) - isPinned(a) || rank(a) - rank(b));
}

function writeTopics(work: ListsWork, locale: string, topics: ReadonlyMap<string, ReadonlyMap<string, TopicList>>): SitemapPage[] {
  const { site } = work;
  return [...(topics.get(locale)?.values() ?? [])].flatMap(({ topic, editions }) => {
    const versions = alternates(
      work,
      (one) => topics.get(one)?.get(topic.slug)?.editions,
      (one) => tagPath(one, topic.slug),
    );
    const fallback = versions.find((version) => version.locale === site.sourceLocale && version.indexed)?.path;
    return writePages(
      work,
      locale,
      editions,
      (page) => tagPath(locale, topic.slug, page),
      versions,
      fallback,
      (list) => renderTopic(site, list, topic),
    );
  });
}

/**
 * Writes a list page by page. Only first pages are each other's alternates: the second pages of two languages hold other articles.
 * @returns those that may be indexed
 */
function writePages(
  { site, stage, source, image }: ListsWork,
  locale: string,
  all: readonly EditionSummary[],
  path: (page: number) => string,
  versions: readonly Alternate[],
  fallback: string | undefined,
  render: (list: ListPage) => string,
): SitemapPage[] {
  const pages = pageCount(site, all);
  const indexedPages: SitemapPage[] = [];
  for (let page = 1; page <= pages; page++) {
    const editions = all.slice((page - 1) * site.options.perPage, page * site.options.perPage);
    const indexed = page === 1 ? hasIndexed(site, all) : hasIndexed(site, editions);
    const stories: Story[] = editions.map((edition) => {
      const shown = image(edition);
      return { edition, source: source(edition), ...(shown === undefined ? {} : { image: shown }) };
    });
    const hreflang = page === 1 ? hreflangLinks(path(1), versions, fallback) : [];
    stage.put(fileOf(path(page)), render({ locale, stories, total: all.length, page, pages, indexed, hreflang, languages: versions }));
    if (indexed) indexedPages.push({ path: path(page), lastmod: newestChange(editions) });
  }
  return indexedPages;
}

function writeFeeds({ site, stage, source, image }: ListsWork, locale: string, all: readonly EditionSummary[]): void {
  const articles = all.slice(0, FEED_LENGTH).map((edition) => {
    const shown = image(edition);
    const body = bodyOf(stage.read(fileOf(edition.path)) ?? '') ?? '';
    return { edition, source: source(edition), body, ...(shown === undefined ? {} : { image: shown.path }) };
  });
  stage.put(`${locale}/feed.xml`, renderAtom(site, locale, articles));
  stage.put(`${locale}/feed.json`, renderJsonFeed(site, locale, articles));
}

function writeSitemapIndex({ site, stage, editions, now }: ListsWork, sitemaps: readonly string[]): void {
  const news = '/sitemap-news.xml';
  const indexed = [...editions.values()].flatMap((all) => all.filter((edition) => isIndexed(site, edition.state)));
  stage.put(fileOf(news), renderNewsSitemap(site, indexed, now));
  stage.put('sitemap.xml', renderSitemapIndex(site, [...sitemaps, news]));
  if (!stage.files.has('robots.txt'))
    stage.put('robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${site.addresses.url('/sitemap.xml')}\n`);
}
