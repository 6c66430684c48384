/** The sitemap of a locale: its lists, then its articles; written again where an address or a date in it may be another. */

import type { PublishedEdition } from '../survey/assign-paths.ts';
import { fileOf } from '../survey/page-addresses.ts';
import { headOf, type IndexedPage, type ListsWork } from './list-pages.ts';
import { newestChange, renderSitemaps, sitemapPaths } from './sitemaps.ts';

/**
 * @param lists pages of lists that may be indexed
 * @param editions those that may be
 * @returns site paths of its files
 */
export function writeSitemaps(
  work: ListsWork,
  locale: string,
  lists: readonly IndexedPage[],
  editions: readonly PublishedEdition[],
): string[] {
  const { site, stage, keys, kept } = work;
  const paths = sitemapPaths(locale, lists.length + editions.length);
  const key = headOf(work, locale, `${lists.length} ${editions.length}`);
  const files = paths.map(fileOf);
  const isSame = kept.isMap && files.every((file) => keys.before.get(file) === key && stage.holds(file) && !stage.files.has(file));
  for (const file of files) keys.now.set(file, key);
  if (isSame) for (const file of files) stage.keep(file);
  else {
    const pages = [
      ...lists.map((list) => ({ path: list.path, lastmod: newestChange(list.editions.map(({ facts }) => facts)) })),
      ...editions.map((edition) => ({ path: edition.facts.path, lastmod: lastShown(edition, work.source(edition)) })),
    ];
    for (const [at, xml] of renderSitemaps(site, locale, pages).entries()) stage.put(files[at] as string, xml);
  }
  return paths;
}

/** When what readers see of an edition last changed: the corrections of its source are shown with it. */
function lastShown({ facts }: PublishedEdition, source: PublishedEdition | undefined): string | undefined {
  const { changed } = facts;
  const corrected = source?.facts.corrected;
  return corrected === undefined || (changed !== undefined && changed > corrected) ? changed : corrected;
}
