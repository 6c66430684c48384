/** What a reader of an article may want to read next. */

import type { Editions, PublishedEdition } from '../survey/assign-paths.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';

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
  const locales = new Map<string, ReadonlyMap<PublishedEdition, Onward>>();
  return (edition) => {
    const { locale } = edition.facts;
    const known = locales.get(locale) ?? onwardIn(editions.get(locale) ?? []);
    locales.set(locale, known);
    return known.get(edition) ?? { related: [] };
  };
}

/** @param all of a locale, the newest first */
function onwardIn(all: readonly PublishedEdition[]): Map<PublishedEdition, Onward> {
  const onward = new Map<PublishedEdition, Onward>();
  // From the oldest on: what has been seen is what is older, its newest last.
  const topics = new Map<string, PublishedEdition[]>();
  const sections = new Map<string, PublishedEdition[]>();
  const places = new Map<PublishedEdition, number>();
  for (let place = all.length - 1; place >= 0; place--) {
    const edition = all[place] as PublishedEdition;
    const { topics: own, section } = edition.facts;
    let related: PublishedEdition[] = [];
    for (const { slug } of own) newest(topics.get(slug), related);
    if (own.length > 1) related = related.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)).slice(0, SHOWN);
    const next = sections.get(section?.slug ?? '')?.findLast((one) => !related.includes(one));
    onward.set(edition, next === undefined ? { related } : { related, next });
    if (own.length > 0) places.set(edition, place);
    for (const { slug } of own) add(topics, slug, edition);
    add(sections, section?.slug ?? '', edition);
  }
  return onward;
}

/** What of an edition says what its neighbours' readers may want to read next, and how it is named there. */
export function neighbourKey({ face, at, topics, section }: EditionFacts): string {
  return `${face} ${at} ${topics.map(({ slug }) => slug).join()} ${section?.slug}`;
}

/** The newest of a list whose newest are last, put behind those that are there and not among them. */
function newest(older: readonly PublishedEdition[] | undefined, into: PublishedEdition[]): void {
  if (older === undefined) return;
  for (let at = older.length - 1; at >= 0 && at >= older.length - SHOWN; at--) {
    const one = older[at] as PublishedEdition;
    if (!into.includes(one)) into.push(one);
  }
}

function add(lists: Map<string, PublishedEdition[]>, key: string, edition: PublishedEdition): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [edition]);
  else list.push(edition);
}
