/** How much longer texts are in one language than in another. */

import type { Document } from './document.ts';
import type { Alignment } from './lattice.ts';

/** Most languages are some tenth longer than English; few sentences, and few letters, say little of their own ratio. */
const LENGTH = { ratio: 1.1, sentences: 20, weight: 500 };
/** Letters of target for one of source, before anything is paired: what sentences of both sides usually have, whichever are left out. */
export function usualRatio(documents: readonly Document[]): number {
  const own = documents.flatMap(({ source }) => source.map(({ signs }) => Math.log(signs.length + 1)));
  const theirs = documents.flatMap(({ edition }) => edition.map(({ signs }) => Math.log(signs.length + 1)));
  const count = Math.min(own.length, theirs.length);
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  const share = count / (count + LENGTH.sentences);
  return Math.exp(share * (mean(theirs) - mean(own)) + (1 - share) * Math.log(LENGTH.ratio));
}

/** Letters of target for one of source, over all pairs. */
export function lengthRatio(documents: readonly Document[], found: readonly Alignment[]): number {
  let [from, to] = [LENGTH.weight, LENGTH.ratio * LENGTH.weight];
  for (const [at, { source, edition }] of documents.entries())
    for (const bead of (found[at] as Alignment).beads) {
      if (bead.source.length === 0 || bead.target.length === 0) continue;
      for (const one of bead.source) from += bead.sure * (source[one]?.signs.length ?? 0);
      for (const one of bead.target) to += bead.sure * (edition[one]?.signs.length ?? 0);
    }
  return to / from;
}
