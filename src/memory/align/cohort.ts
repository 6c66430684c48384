/** The evidence that a text usually has with strangers: short and common texts look like anything's translation. */

import type { Comparer, Evidence } from './evidence.ts';
import type { Signs } from './signs.ts';

/** So many texts of other articles, as long as a translation would be, say what is usual. */
const COHORT = 40;
/** A spread is never taken for less. */
const LEAST_SPREAD = 1;
/** No text that is so unlike may move a mean. */
const LEAST = -15;

/** A text and the article that it is of. */
export interface CohortText {
  readonly article: number;
  readonly signs: Signs;
}

/**
 * Evidence of a pair, and by how many standard deviations it is more than what each of the two has beside strangers.
 * @param ratio letters of target for one of source
 * @param article whose texts are no strangers
 */
export function comparerWithStrangers(
  evidence: Evidence,
  { source, target }: { readonly source: readonly CohortText[]; readonly target: readonly CohortText[] },
  ratio: number,
  article: number,
): Comparer {
  const ofSource = usualOf(target, article, (signs) => signs.length * ratio, evidence);
  const ofTarget = usualOf(
    source,
    article,
    (signs) => signs.length / ratio,
    (own, other) => evidence(other, own),
  );
  return (a, b) => {
    const value = evidence(a, b);
    if (value === Number.NEGATIVE_INFINITY) return undefined;
    const [there, back] = [ofSource(a), ofTarget(b)];
    return [value, (value - there.mean) / there.spread, (value - back.mean) / back.spread];
  };
}

interface Usual {
  readonly mean: number;
  readonly spread: number;
}

/** @param strangers sorted by length */
function usualOf(
  strangers: readonly CohortText[],
  article: number,
  lengthOf: (signs: Signs) => number,
  evidence: (own: Signs, other: Signs) => number,
): (signs: Signs) => Usual {
  const known = new Map<Signs, Usual>();
  return (signs) => {
    const before = known.get(signs);
    if (before !== undefined) return before;
    const values = nearest(strangers, lengthOf(signs), article).map((other) => Math.max(LEAST, evidence(signs, other)));
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
    const usual = { mean, spread: Math.max(LEAST_SPREAD, Math.sqrt(square)) };
    known.set(signs, usual);
    return usual;
  };
}

/** Those of other articles that are closest in length. */
function nearest(sorted: readonly CohortText[], length: number, article: number): Signs[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as CohortText).signs.length < length) low = middle + 1;
    else high = middle;
  }
  const found: Signs[] = [];
  for (let [before, after] = [low - 1, low]; found.length < COHORT && (before >= 0 || after < sorted.length); ) {
    const [shorter, longer] = [sorted[before], sorted[after]];
    const isShorter = longer === undefined || (shorter !== undefined && length - shorter.signs.length <= longer.signs.length - length);
    const chosen = (isShorter ? shorter : longer) as CohortText;
    if (chosen.article !== article) found.push(chosen.signs);
    if (isShorter) before--;
    else after++;
  }
  return found;
}
