/** What the words of a text have to do with the rest of its edition: a text from elsewhere speaks of something else. */

import type { Document } from './document.ts';
import type { Signs } from './signs.ts';
import { fitWeights, type Sample, scoreOf } from './weights.ts';

/** So many other editions are each text's counterexamples. */
const OTHERS = 4;
/** A stride that no number of editions is likely to be a multiple of. */
const STRIDE = 7919;
/** Fewer editions or texts tell nothing. */
const LEAST = { editions: 8, texts: 50 };
/** Nothing is likelier or less likely than by this, as a natural logarithm. */
const MOST = 3;
/** What the words that a text shares with its edition are usually worth, how much there is to share, and the intercept. */
const USUAL = [0.5, -0.5, 0];

/**
 * @param articles the documents of each
 * @returns how likely a text is in an edition where it belongs, over one where it does not, as a natural logarithm; 0 where nobody can tell
 */
export function belonging(articles: readonly (readonly Document[])[]): (text: Signs, article: number) => number {
  const editions = articles.map((documents) => documents.flatMap(({ edition }) => edition.map(({ signs }) => signs)));
  const counts = editions.map((texts) => countsOf(texts.flatMap(({ stems }) => stems)));
  const spread = countsOf(counts.flatMap((count) => [...count.keys()]));
  const worth = (stem: string) => Math.log(articles.length / (spread.get(stem) ?? 1));
  const featuresOf = ({ stems }: Signs, article: number, isOwn: boolean): number[] => {
    const count = counts[article] as ReadonlyMap<string, number>;
    const shared = stems.reduce((sum, stem) => sum + ((count.get(stem) ?? 0) > Number(isOwn) ? worth(stem) : 0), 0);
    return [shared / Math.sqrt(stems.length + 1), Math.log(count.size + 1)];
  };
  const samples: Sample[] = [];
  let next = 0;
  for (const [article, texts] of editions.entries())
    for (const text of texts) {
      samples.push({ features: featuresOf(text, article, true), isPair: true, weight: 1 });
      for (let one = 0; one < OTHERS; one++) {
        next = (next + STRIDE) % editions.length;
        if (next !== article) samples.push({ features: featuresOf(text, next, false), isPair: false, weight: 1 });
      }
    }
  if (editions.length < LEAST.editions || samples.length < LEAST.texts * (OTHERS + 1)) return () => 0;
  const weights = fitWeights(USUAL, samples);
  return (text, article) => Math.max(-MOST, Math.min(MOST, scoreOf(featuresOf(text, article, true), weights)));
}

function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
