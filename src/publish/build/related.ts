/** What a reader of an article may want to read next. */

import type { EditionSummary } from '../survey/edition-summary.ts';

const SHOWN = 3;

/**
 * Older articles that share topics, the newest first. Only older ones: so a new article changes no page but its own, and ten thousand
 * pages stay as they are.
 * @param editions of each locale, the newest first
 * @returns of an edition at most three others
 */
export function relatedEditions(editions: ReadonlyMap<string, readonly EditionSummary[]>): (edition: EditionSummary) => EditionSummary[] {
  const places = new Map<string, number>();
  const topics = new Map<string, number[]>();
  for (const [locale, all] of editions)
    for (const [place, edition] of all.entries()) {
      places.set(`${locale}\n${edition.slug}`, place);
      for (const { slug } of edition.topics) {
        const key = `${locale}\n${slug}`;
        const list = topics.get(key);
        if (list === undefined) topics.set(key, [place]);
        else list.push(place);
      }
    }
  return ({ locale, slug, topics: own }) => {
    const place = places.get(`${locale}\n${slug}`);
    if (place === undefined) return [];
    const found = new Set<number>();
    for (const topic of own) {
      const list = topics.get(`${locale}\n${topic.slug}`) ?? [];
      for (const other of after(list, place)) found.add(other);
    }
    const all = editions.get(locale) ?? [];
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, SHOWN)
      .flatMap((at) => all[at] ?? []);
  };
}

/** The next few places of a sorted list behind one. */
function after(places: readonly number[], place: number): readonly number[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return places.slice(low, low + SHOWN);
}
