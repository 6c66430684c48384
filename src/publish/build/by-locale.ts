/** The published editions as lists show them: by locale, the newest first; and the standing pages, which are in none. */

import { parseDate } from '../../frontmatter/article-date.ts';
import { isStanding } from '../page/kinds.ts';
import type { Site } from '../page/site.ts';
import type { SitePaths } from '../survey/assign-paths.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';

interface Listed {
  /** The published editions of every locale, the newest first; those of one moment by slug. */
  readonly listed: Map<string, EditionSummary[]>;
  /** The standing pages, which are in no list. */
  readonly standing: Map<string, EditionSummary[]>;
}

export function byLocale(site: Site, paths: SitePaths, map: (edition: EditionSummary) => EditionSummary): Listed {
  const standing = new Map<string, EditionSummary[]>(site.locales.map((locale) => [locale, []]));
  const lists = new Map<string, EditionSummary[]>(site.locales.map((locale) => [locale, []]));
  for (const editions of paths.articles.values())
    for (const { summary } of editions) (isStanding(summary) ? standing : lists).get(summary.locale)?.push(map(summary));
  // A language without articles is not offered; the source's always has its front page.
  for (const [locale, list] of lists) if (list.length === 0 && locale !== site.sourceLocale) lists.delete(locale);
  const times = new Map<string, number>();
  const time = (date: string | undefined) => {
    if (date === undefined) return Number.NEGATIVE_INFINITY;
    const at = times.get(date) ?? parseDate(date, site.options.timeZone)?.at ?? Number.NEGATIVE_INFINITY;
    times.set(date, at);
    return at;
  };
  for (const list of lists.values()) list.sort((a, b) => time(b.fields.date) - time(a.fields.date) || (a.slug < b.slug ? -1 : 1));
  return { listed: lists, standing };
}
