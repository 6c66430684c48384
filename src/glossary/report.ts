/** How the terms of a locale are held to, in figures. */

import type { Term } from './term.ts';
import { usesTerm } from './uses.ts';

export interface TermCounts {
  /** Terms that the sources have, each as often as a segment has it. */
  asked: number;
  /** How their targets say them. */
  exact: number;
  inflected: number;
  compound: number;
  /** An adjective or another word of the term's. */
  derived: number;
  missing: number;
  /** Of those that are used: in a target that a rule has repaired. */
  repaired: number;
}

export function noTerms(): TermCounts {
  return { asked: 0, exact: 0, inflected: 0, compound: 0, derived: 0, missing: 0, repaired: 0 };
}

/**
 * Adds one segment to the counts.
 * @param terms that its source has
 * @param target plain words
 */
export function countTerms(
  counts: TermCounts,
  terms: readonly Term[],
  target: { readonly words: string; readonly isRepaired: boolean },
  locale: string,
): void {
  for (const term of new Set(terms)) {
    const verdict = usesTerm(target.words, term, locale);
    counts.asked += 1;
    if (verdict === 'variant' || verdict === 'forbidden' || verdict === 'missing') counts.missing += 1;
    else counts[verdict] += 1;
    if (target.isRepaired && (verdict === 'exact' || verdict === 'inflected' || verdict === 'compound')) counts.repaired += 1;
  }
}
