/** The published editions as lists show them: by locale, the newest first; and the standing pages, which are in none. */

import type { Site } from '../page/site.ts';
import type { Editions, PublishedEdition, SitePaths } from '../survey/assign-paths.ts';

interface Listed {
  /** The published editions of every locale, the newest first; those of one moment by slug. */
  readonly listed: Editions;
  /** The standing pages, which are in no list. */
  readonly standing: Editions;
}

export function byLocale(site: Pick<Site, 'locales' | 'sourceLocale'>, paths: SitePaths): Listed {
  const standing = new Map<string, PublishedEdition[]>(site.locales.map((locale) => [locale, []]));
  const lists = new Map<string, PublishedEdition[]>(site.locales.map((locale) => [locale, []]));
  for (const editions of paths.articles.values())
    for (const edition of editions) (edition.facts.standing ? standing : lists).get(edition.facts.locale)?.push(edition);
  // A language without articles is not offered; the source's always has its front page.
  for (const [locale, list] of lists) if (list.length === 0 && locale !== site.sourceLocale) lists.delete(locale);
  return { listed: new Map([...lists].map(([locale, list]) => [locale, newestFirst(list)])), standing };
}

function newestFirst(editions: readonly PublishedEdition[]): PublishedEdition[] {
  // Asked for once each, and not at each comparison.
  const timed = editions.map((edition) => ({ edition, slug: edition.facts.slug, at: edition.facts.at ?? Number.NEGATIVE_INFINITY }));
  // Of two without a time the difference is no number.
  return timed.sort((a, b) => b.at - a.at || (a.slug < b.slug ? -1 : 1)).map(({ edition }) => edition);
}
