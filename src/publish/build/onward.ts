/** What a reader of an article may want to read next. */

import type { Editions, PublishedEdition } from '../survey/assign-paths.ts';

export interface Onward {
  readonly related: readonly PublishedEdition[];
  readonly next?: PublishedEdition;
}

const SHOWN = 3;

/**
 * Older articles that share topics, the newest first, and the next older one of the same section. Only older ones: so a new article
 * changes no page but its own, and ten thousand pages stay as they are.
 * @param editions of each locale, the newest first
 */
export function onwardFrom(editions: Editions): (edition: PublishedEdition) => Onward {
  const onward = new Map<PublishedEdition, Onward>();
  for (const all of editions.values()) {
    // From the oldest on: what has been seen is what is older, its newest last.
    const topics = new Map<string, number[]>();
    const sections = new Map<string, number[]>();
    for (let place = all.length - 1; place >= 0; place--) {
      const edition = all[place] as PublishedEdition;
      const { topics: own, section = { slug: '' } } = edition.facts;
      const older = own.flatMap(({ slug }) => topics.get(slug)?.slice(-SHOWN) ?? []);
      const places = (own.length > 1 ? [...new Set(older)] : older).sort((a, b) => a - b).slice(0, SHOWN);
      const next = sections.get(section.slug)?.findLast((at) => !places.includes(at));
      onward.set(edition, {
        related: places.map((at) => all[at] as PublishedEdition),
        ...(next === undefined ? {} : { next: all[next] as PublishedEdition }),
      });
      for (const { slug } of own) add(topics, slug, place);
      add(sections, section.slug, place);
    }
  }
  return (edition) => onward.get(edition) ?? { related: [] };
}

function add(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else list.push(place);
}
