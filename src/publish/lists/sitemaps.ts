/** Sitemaps: one a locale, one of the news of two days, and their index. Alternates are in the heads of the pages, not here. */

import { dateTime } from '../../frontmatter/article-date.ts';
import { escapeText } from '../page/html-tag.ts';
import { type Site, siteTitle } from '../page/site.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';

/** @see https://www.sitemaps.org/protocol.html */
const MOST_ADDRESSES = 50_000;
/** @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const MOST_NEWS = 1_000;
const NEWS_MILLISECONDS = 2 * 24 * 60 * 60 * 1000;

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export interface SitemapPage {
  readonly path: string;
  /** A day or an instant. */
  readonly lastmod?: string | undefined;
}

/** The site paths of a locale's sitemap; more than one only beyond 50,000 pages. */
export function sitemapPaths(locale: string, pages: number): string[] {
  const files = Math.ceil(pages / MOST_ADDRESSES);
  return Array.from({ length: files }, (_, at) => `/sitemap-${locale}${at === 0 ? '' : `-${at + 1}`}.xml`);
}

/** The files of a locale's sitemap, in the order of their paths. */
export function renderSitemaps(site: Site, locale: string, pages: readonly SitemapPage[]): string[] {
  return sitemapPaths(locale, pages.length).map((_, at) => {
    let xml = `${XML}<urlset ${NAMESPACE}>\n`;
    for (const { path, lastmod } of pages.slice(at * MOST_ADDRESSES, (at + 1) * MOST_ADDRESSES))
      xml += `<url><loc>${escapeText(site.addresses.url(path))}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>\n`;
    return `${xml}</urlset>\n`;
  });
}

export function renderSitemapIndex(site: Site, paths: readonly string[]): string {
  const maps = paths.map((path) => `<sitemap><loc>${escapeText(site.addresses.url(path))}</loc></sitemap>\n`);
  return `${XML}<sitemapindex ${NAMESPACE}>\n${maps.join('')}</sitemapindex>\n`;
}

/** @param editions indexed ones, the newest first */
export function renderNewsSitemap(site: Site, editions: readonly EditionFacts[], now: number): string {
  const { timeZone } = site.options;
  let xml = `${XML}<urlset ${NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n`;
  let count = 0;
  for (const edition of editions) {
    const { at } = edition;
    if (at === undefined || at > now || at <= now - NEWS_MILLISECONDS || count === MOST_NEWS) continue;
    const { date, title } = edition;
    if (date === undefined) continue;
    count++;
    xml += `<url><loc>${escapeText(site.addresses.url(edition.path))}</loc><news:news><news:publication><news:name>${escapeText(siteTitle(site, edition.locale))}</news:name><news:language>${newsLanguage(edition.locale)}</news:language></news:publication><news:publication_date>${dateTime(date, timeZone)}</news:publication_date><news:title>${escapeText(title)}</news:title></news:news></url>\n`;
  }
  return `${xml}</urlset>\n`;
}

/** ISO 639, but for Chinese, which Google News splits by script. */
function newsLanguage(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return language === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : language;
}

/** @returns the newest change among editions, as the last change of a list of them */
export function newestChange(editions: readonly EditionFacts[]): string | undefined {
  let newest: string | undefined;
  for (const { changed } of editions) if (changed !== undefined && (newest === undefined || changed > newest)) newest = changed;
  return newest;
}
