/** What the next build need not find out again. */

import type { PublishedEdition, SitePaths } from '../survey/assign-paths.ts';
import { type KnownArticle, plainPage } from '../survey/known-articles.ts';
import type { WrittenEditions } from './article-pages.ts';

/** What lists show of editions now. */
export interface ShownEditions {
  /** Differs where anything does that lists show of the edition. */
  readonly shown: (edition: PublishedEdition) => string;
  /** Those of which the last build's lists may show something else. */
  readonly touched: ReadonlySet<PublishedEdition>;
  /** A hash of the picture that lists show of it. */
  readonly pictured: (edition: PublishedEdition) => string | undefined;
}

/** @param pictureOf a hash of the picture of an edition, found out each time */
export function shownEditions(
  { articles }: SitePaths,
  { page }: WrittenEditions,
  pictureOf: (edition: PublishedEdition) => string | undefined,
): ShownEditions {
  const pictures = new Map<PublishedEdition, string>();
  const touched = new Set<PublishedEdition>();
  for (const editions of articles.values())
    for (const edition of editions) {
      const now = page(edition);
      const before = edition.page;
      const picture = now.refs?.lead === undefined ? undefined : pictureOf(edition);
      if (picture !== undefined) pictures.set(edition, picture);
      if (before === undefined || (now !== before && now.story !== before.story) || picture !== before.pictured) touched.add(edition);
    }
  const pictured = (edition: PublishedEdition) => pictures.get(edition);
  return { shown: (edition) => page(edition).story + (pictures.get(edition) ?? ''), touched, pictured };
}

/** Of an article that was not touched it is the same object. */
export function knownNow(
  { articles, unsettled }: SitePaths,
  stamps: ReadonlyMap<string, string>,
  { changed, page }: WrittenEditions,
  { touched, pictured }: ShownEditions,
  before: ReadonlyMap<string, KnownArticle>,
): Map<string, KnownArticle> {
  const known = new Map(before);
  for (const slug of before.keys()) if (!articles.has(slug)) known.delete(slug);
  const slugs = new Set([...changed.keys(), ...[...touched].map(({ facts }) => facts.slug), ...unsettled]);
  for (const slug of slugs) {
    const stamp = stamps.get(slug);
    if (stamp === undefined || unsettled.has(slug)) known.delete(slug);
    else
      known.set(slug, {
        stamp,
        editions: (articles.get(slug) ?? []).map((edition) => ({
          facts: edition.facts,
          page: { ...plainPage(page(edition)), pictured: pictured(edition) },
        })),
      });
  }
  return known;
}
