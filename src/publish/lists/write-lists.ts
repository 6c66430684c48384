/** What lists the articles: front pages, pages of topics, sections and authors, feeds, sitemaps, the choice of a language. */

import { bodyOf } from '../page/article-page.ts';
import { renderFront } from '../page/front-page.ts';
import { renderWebManifest, webManifestPath } from '../page/home-screen.ts';
import { type Alternate, hreflangLinks } from '../page/hreflang.ts';
import { renderChooser, renderNotFound } from '../page/plain-page.ts';
import { isIndexed, type Site } from '../page/site.ts';
import type { Editions, PublishedEdition } from '../survey/assign-paths.ts';
import { fileOf, frontPath } from '../survey/page-addresses.ts';
import { type ChannelLists, channelPaths, channelsIn, writeChannels } from './channel-lists.ts';
import { FEED_LENGTH, type FeedArticle, renderAtom, renderJsonFeed } from './feeds.ts';
import { alternates, type IndexedPage, type ListsWork, pageCount, putList, storyOf, textsDigest, writePages } from './list-pages.ts';
import { writeSitemaps } from './locale-sitemaps.ts';
import { LETTER_LENGTH, newsletterPath, renderNewsletter } from './newsletter.ts';
import { renderNewsSitemap, renderSitemapIndex } from './sitemaps.ts';

/** Topics that are offered from the front page: the ones with the most articles. */
const FRONT_TOPICS = 12;

/** Headlines of each language where readers choose one. */
const CHOOSER_HEADLINES = 3;

/** What has pages of its articles, of every locale. */
export type SiteChannels = ReadonlyMap<string, ChannelLists>;

export function siteChannels(editions: Editions): SiteChannels {
  return new Map([...editions].map(([locale, all]) => [locale, channelsIn(all)]));
}

/** Every path that `writeLists` fills, so that articles may link to it. */
export function listPaths(site: Site, editions: Editions, channels: SiteChannels): Set<string> {
  const paths = new Set(['/']);
  for (const [locale, all] of editions) {
    for (const path of [frontPath(locale), `/${locale}/feed.xml`, `/${locale}/feed.json`]) paths.add(path);
    for (let page = 2; page <= pageCount(site, all); page++) paths.add(frontPath(locale, page));
    for (const path of channelPaths(site, locale, channels.get(locale))) paths.add(path);
  }
  return paths;
}

export function writeLists(work: ListsWork, channels: SiteChannels): void {
  const { site, stage, editions, standing } = work;
  const fronts = alternates(site, (locale) => editions.get(locale), frontPath);
  const fallback = rootIsFront(work) ? frontPath(site.sourceLocale) : '/';
  const feedArticle = feedArticles(work);
  const sitemaps: string[] = [];
  for (const [locale, all] of editions) {
    const lists = [
      ...writeFronts(work, locale, all, channels.get(locale), fronts, fallback),
      ...writeChannels(work, locale, channels, feedArticle),
    ];
    const indexed = [...all, ...(standing.get(locale) ?? [])].filter(({ facts }) => isIndexed(site, facts.state));
    sitemaps.push(...writeSitemaps(work, locale, lists, indexed));
    const newest = all.slice(0, FEED_LENGTH);
    const texts = textsDigest(work, newest);
    putList(work, `${locale}/feed.xml`, locale, newest, texts, () => renderAtom(site, locale, newest.map(feedArticle)));
    putList(work, `${locale}/feed.json`, locale, newest, texts, () => renderJsonFeed(site, locale, newest.map(feedArticle)));
    if (work.newsletter) {
      const stories = asEdited(all).slice(0, LETTER_LENGTH);
      putList(work, fileOf(newsletterPath(locale)), locale, stories, '', () =>
        renderNewsletter(
          site,
          locale,
          stories.map((edition) => storyOf(work, edition)),
        ),
      );
    }
    if (site.icons.length > 0) stage.put(fileOf(webManifestPath(locale)), renderWebManifest(site, locale));
    stage.put(`${locale}/404.html`, renderNotFound(site, locale, `/${locale}/404.html`, fronts));
  }
  stage.put('404.html', renderNotFound(site, site.sourceLocale, '/404.html', fronts));
  // The front page's own address is the one below its language: search engines are told of one.
  const root = rootIsFront(work)
    ? stage.read(fileOf(fallback))
    : renderChooser(site, fronts, hreflangLinks('/', fronts, '/'), (locale) =>
        asEdited(editions.get(locale) ?? [])
          .slice(0, CHOOSER_HEADLINES)
          .map((edition) => storyOf(work, edition)),
      );
  stage.put('index.html', root ?? '');
  writeSitemapIndex(work, sitemaps);
}

/** Whether readers who come to the root find the main language's news there, and no choice. */
function rootIsFront({ site, editions }: ListsWork): boolean {
  return site.options.root === 'front' && editions.has(site.sourceLocale);
}

function writeFronts(
  work: ListsWork,
  locale: string,
  all: readonly PublishedEdition[],
  channels: ChannelLists | undefined,
  versions: readonly Alternate[],
  fallback: string,
): IndexedPage[] {
  const most = [...(channels?.of.tag.values() ?? [])]
    .sort((a, b) => b.editions.length - a.editions.length || (a.channel.slug < b.channel.slug ? -1 : 1))
    .slice(0, FRONT_TOPICS)
    .map(({ channel }) => channel);
  return writePages(work, {
    ...{ locale, versions, fallback },
    editions: asEdited(all),
    path: (page) => frontPath(locale, page),
    render: (list) => renderFront(work.site, list, most),
    more: most,
  });
}

/** As an editor wants them: what is pinned, what has a weight, then the newest. */
function asEdited(editions: readonly PublishedEdition[]): PublishedEdition[] {
  const isSet = ({ facts }: PublishedEdition) => facts.pinned === true || facts.weight !== undefined;
  const rank = ({ facts }: PublishedEdition) => facts.weight ?? Number.MAX_VALUE;
  const isPinned = ({ facts }: PublishedEdition) => Number(facts.pinned === true);
  const set = editions.filter(isSet).sort((a, b) => isPinned(b) - isPinned(a) || rank(a) - rank(b));
  return [...set, ...editions.filter((edition) => !isSet(edition))];
}

/** Editions as feeds have them. The text of each is read from its page once: it may be in the feeds of several topics. */
function feedArticles({ stage, source, image, summary }: ListsWork): (edition: PublishedEdition) => FeedArticle {
  const known = new Map<PublishedEdition, FeedArticle>();
  return (edition) => {
    const before = known.get(edition);
    if (before !== undefined) return before;
    const shown = image(edition);
    const body = bodyOf(stage.read(fileOf(edition.facts.path)) ?? '') ?? '';
    const told = { edition: summary(edition), source: source(edition)?.summary, body };
    const article = { ...told, ...(shown === undefined ? {} : { image: shown.path }) };
    known.set(edition, article);
    return article;
  };
}

function writeSitemapIndex({ site, stage, editions, now }: ListsWork, sitemaps: readonly string[]): void {
  const news = '/sitemap-news.xml';
  const indexed = [...editions.values()].flatMap((all) => all.map(({ facts }) => facts).filter(({ state }) => isIndexed(site, state)));
  stage.put(fileOf(news), renderNewsSitemap(site, indexed, now));
  stage.put('sitemap.xml', renderSitemapIndex(site, [...sitemaps, news]));
  if (!stage.files.has('robots.txt'))
    stage.put('robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${site.addresses.url('/sitemap.xml')}\n`);
}
