/** A word in Latin letters, in a target in another script, that the source has not: in the place of a name of the source. */

import { languageOf } from '../languages/lookup.ts';
import type { Displaced } from './displaced.ts';

/** A word with a capital and small letters, by itself or behind letters of the target's script that are joined to its front. */
const LATIN = /(?<![A-Za-z.@/-])[A-Z][a-z]{2,}(?![A-Za-z@/])/g;

const LEAST_SHARED = 3;

/** A name that the source may say, by its letters and its place. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Writers of other scripts keep names in Latin letters, or write them in their own; neither gives a word that the source has not.
 * @param lost the source's names that the target has in no way; the one nearest to the stranger's place is the one that became it
 */
export function strangerNames(source: string, target: string, to: string, lost: () => readonly Place[]): Displaced[] {
  if ((languageOf(to).scripts ?? ['Latin']).includes('Latin')) return [];
  const lower = source.toLowerCase();
  // What is kept in Latin letters is kept letter by letter, but for an ending.
  const strangers = [...target.matchAll(LATIN)].filter(([word]) => !lower.includes(word.slice(0, LEAST_SHARED).toLowerCase()));
  if (strangers.length === 0) return [];
  let free = [...lost()];
  const found: Displaced[] = [];
  for (const { 0: instead, index } of strangers) {
    const share = index / target.length;
    const away = ({ start }: Place) => Math.abs(start / source.length - share);
    const nearest = free.reduce<Place | undefined>((best, one) => (best === undefined || away(one) < away(best) ? one : best), undefined);
    if (nearest === undefined) return found;
    found.push({ text: nearest.text, start: nearest.start, end: nearest.end, instead });
    free = free.filter((one) => one !== nearest);
  }
  return found;
}
