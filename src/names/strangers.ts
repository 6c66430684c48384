/** Names in Latin letters in a target in another script: one that the source has not, and the half of a name whose other half is gone. */

import { languageOf } from '../languages/lookup.ts';
import type { Displaced } from './displaced.ts';
import { namePairs } from './pairs.ts';

/** A word with a capital and small letters, by itself or behind letters of the target's script that are joined to its front. */
const LATIN = /(?<![A-Za-z.@/-])[A-Z][a-z]{2,}(?![A-Za-z@/])/g;

/** Fewer letters are an initial, a particle or an abbreviation. */
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

/**
 * Of two names side by side one is kept in Latin letters, and the other is neither kept nor written in the target's script: nobody keeps
 * half of a name.
 * @param isLost whether a word may be a name and the target has it in no way
 */
export function halfNames(source: string, target: string, to: string, isLost: (word: string) => boolean): Displaced[] {
  if ((languageOf(to).scripts ?? ['Latin']).includes('Latin')) return [];
  return namePairs(source).flatMap(({ first, second }) => {
    const hasFirst = target.includes(first.text);
    if (hasFirst === target.includes(second.text)) return [];
    const [kept, lost] = hasFirst ? [first, second] : [second, first];
    if (kept.text.length < LEAST_SHARED || lost.text.length < LEAST_SHARED || !isLost(lost.text)) return [];
    return [{ text: lost.text, start: lost.start, end: lost.end, instead: beside(kept.text, hasFirst, target) }];
  });
}

/** The letters behind or before a word that is kept; the word itself where there are none. */
function beside(kept: string, isBehind: boolean, target: string): string {
  const at = target.indexOf(kept);
  const around = isBehind
    ? /^[\s·]*([\p{L}\p{M}]+)/u.exec(target.slice(at + kept.length))
    : /([\p{L}\p{M}]+)[\s·]*$/u.exec(target.slice(Math.max(0, at - LOOK_BACK), at));
  return around?.[1] ?? kept;
}

const LOOK_BACK = 40;
