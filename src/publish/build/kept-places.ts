/** Which lists have the editions that they had, told of the articles that changed alone. */

import type { Editions, PublishedEdition } from '../survey/assign-paths.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';
import type { KnownArticle } from '../survey/known-articles.ts';
import { neighbourKey } from './onward.ts';

export interface KeptPlaces {
  /** Whether what pages of a locale say of what to read next is in the order that it had, and says the same. */
  readonly isOrder: (locale: string) => boolean;
  /** Whether each list of a locale has the editions that it had, at their places. */
  readonly isList: (locale: string) => boolean;
  /** Whether every sitemap names the pages that it named, with their dates. */
  readonly isMap: boolean;
}

/** @param before what the last build knew; empty where nothing that it made is known to be as it was */
export function keptPlaces(listed: Editions, standing: Editions, before: ReadonlyMap<string, KnownArticle>): KeptPlaces {
  const counts = { listed: new Map<string, number>(), standing: new Map<string, number>() };
  for (const { editions } of before.values())
    for (const { facts } of editions) {
      const all = facts.standing === true ? counts.standing : counts.listed;
      all.set(facts.locale, (all.get(facts.locale) ?? 0) + 1);
    }
  const known = ({ facts }: PublishedEdition) => before.get(facts.slug)?.editions.find((one) => one.facts.locale === facts.locale)?.facts;
  const areAll = (locale: string, all: Editions, count: Map<string, number>, keyOf: (facts: EditionFacts) => string) => {
    const editions = all.get(locale) ?? [];
    if (editions.length !== (count.get(locale) ?? 0)) return false;
    return editions.every((edition) => {
      if (edition.page !== undefined) return true;
      const facts = known(edition);
      return facts !== undefined && keyOf(facts) === keyOf(edition.facts);
    });
  };
  const locales = new Set([...listed.keys(), ...standing.keys(), ...counts.listed.keys()]);
  const those = (isMeant: (locale: string) => boolean) => new Set([...locales].filter(isMeant));
  const areBoth = (keyOf: (facts: EditionFacts) => string) => (locale: string) =>
    areAll(locale, listed, counts.listed, keyOf) && areAll(locale, standing, counts.standing, keyOf);
  const orders = those((locale) => areAll(locale, listed, counts.listed, neighbourKey));
  const lists = those(areBoth(placeKey));
  return {
    isOrder: (locale) => orders.has(locale),
    isList: (locale) => lists.has(locale),
    isMap: lists.size === locales.size && [...locales].every(areBoth(dateKey)),
  };
}

/** What puts an edition into lists, and where in them. */
function placeKey({ slug, path, state, at, standing, pinned, weight, topics, section, authors }: EditionFacts): string {
  return JSON.stringify([slug, path, state, at, standing, pinned, weight, topics, section, authors]);
}

function dateKey({ changed, corrected }: EditionFacts): string {
  return `${changed} ${corrected}`;
}
