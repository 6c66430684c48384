/** Which pairs count as a person's translation, and which are for somebody to look at. */

import type { Bead } from './lattice.ts';

export interface Weighed extends Bead {
  /** 0 to 1: that these texts translate each other; 0 where a side is empty. */
  readonly trust: number;
}

export interface Match extends Weighed {
  /** Whether the pair counts as a person's translation. */
  readonly isClear: boolean;
}

/**
 * The surest are taken as long as so many of those taken are likely to be wrong. Measured on public news of which a third is missing and a
 * tenth replaced (`npm run bench:adopt`): from half as many to as many are. Where texts say little, more is asked of each than where most
 * are beyond doubt.
 */
const WRONG = 0.003;
/**
 * Nothing is taken that is less sure; and everything that is surer, however few there are. Two sentences said in one: a wrong one leaves a
 * sentence empty. Three said in one are for somebody to look at.
 */
const LEAST = { single: 0.75, merged: 0.85, certain: 0.94 };

/**
 * Where no words are known, length and place are all that speaks for a pair, and where fewer of an edition's sentences are clear, one of
 * these left out of account, the others speak against them: of short editions that are no translations at all two of three were clear and
 * two of five, of ten four; of translations without a third of their source seldom less than half (NTREX, es uk ja zh).
 */
const LEAST_CLEAR = 0.35;

/**
 * @param found all pairs of the editions that are adopted together, by article and document
 * @param isTaught whether there is a lexicon of the two languages
 */
export function trusted(found: readonly (readonly (readonly Weighed[])[])[], isTaught: boolean): Match[][][] {
  const least = leastTrust(found.flat(2).filter(({ source, target }) => source.length === 1 && target.length === 1));
  const isClear = ({ source, target, trust }: Weighed) =>
    source.length > 0 &&
    target.length > 0 &&
    trust >= ([least, Math.max(LEAST.merged, least)][source.length - 1] ?? Number.POSITIVE_INFINITY);
  return found.map((documents) => {
    const isWhole = isTaught || clearShare(documents.flat(), isClear) >= LEAST_CLEAR;
    return documents.map((beads) => beads.map((bead) => ({ ...bead, isClear: isWhole && isClear(bead) })));
  });
}

/** Of an edition's sentences, those in clear pairs; one may be a coincidence. */
function clearShare(beads: readonly Weighed[], isClear: (bead: Weighed) => boolean): number {
  const sentences = (some: readonly Weighed[]) => some.reduce((sum, { target }) => sum + target.length, 0);
  return (sentences(beads.filter(isClear)) - 1) / Math.max(1, sentences(beads));
}

function leastTrust(pairs: readonly Weighed[]): number {
  let [least, wrong]: [number, number] = [LEAST.certain, 0];
  for (const [at, { trust }] of pairs.toSorted((a, b) => b.trust - a.trust).entries()) {
    wrong += 1 - trust;
    if (trust < LEAST.single || wrong > WRONG * (at + 1)) break;
    least = Math.min(least, trust);
  }
  return least;
}
