/** What a reader of an article may want to read next. */

import type { EditionSummary } from '../survey/edition-summary.ts';

export interface Onward {
  readonly related: readonly EditionSummary[];
  readonly next?: EditionSummary;
}

const SHOWN = 3;

/**
 * Older articles that share topics, the newest first, and the next older one of the same section. Only older ones: so a new article
 * changes no page but its own, and ten thousand pages stay as they are.
 * @param editions of each locale, the newest first
 */
export function onwardFrom(editions: ReadonlyMap<string, readonly EditionSummary[]>): (edition: EditionSummary) => Onward {
  const places = new Map<string, number>();
  const topics = new Map<string, number[]>();
  const sections = new Map<string, number[]>();
  for (const [locale, all] of editions)
    for (const [place, edition] of all.entries()) {
      places.set(`${locale}\n${edition.slug}`, place);
      for (const { slug } of edition.topics) add(topics, `${locale}\n${slug}`, place);
      add(sections, `${locale}\n${edition.section?.slug ?? ''}`, place);
    }
  return ({ locale, slug, topics: own, section }) => {
    const place = places.get(`${locale}\n${slug}`);
    if (place === undefined) return { related: [] };
    const found = new Set<number>();
    for (const topic of own) {
      const list = topics.get(`${locale}\n${topic.slug}`) ?? [];
      for (const other of after(list, place)) found.add(other);
    }
    const all = editions.get(locale) ?? [];
    const related = [...found].sort((a, b) => a - b).slice(0, SHOWN);
    const following = after(sections.get(`${locale}\n${section?.slug ?? ''}`) ?? [], place, SHOWN + 1);
    const next = all[following.find((at) => !related.includes(at)) ?? -1];
    return { related: related.flatMap((at) => all[at] ?? []), ...(next === undefined ? {} : { next }) };
  };
}

function add(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else list.push(place);
}

/** The next few places of a sorted list behind one. */
function after(places: readonly number[], place: number, count = SHOWN): readonly number[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return places.slice(low, low + count);
}
