/** The texts of other articles that a text of an edition is likeliest to be a translation of: where one of them fits better, it is not from here. */

import type { CohortText } from './cohort.ts';
import type { Signs } from './signs.ts';

/** So many are compared with it. */
const MOST = 8;
/** A word that is in a larger share of the texts, and in more of them than these, singles none of them out. */
const COMMON = { share: 0.1, count: 5 };

/**
 * @param texts of the sources
 * @param likelier the words that a text of an edition makes likelier, and by how much
 * @returns those of other articles that have most of these words
 */
export function rivalFinder(
  texts: readonly CohortText[],
  likelier: (text: Signs) => Iterable<readonly [word: string, ratio: number]>,
): (text: Signs, article: number) => CohortText[] {
  const holding = new Map<string, number[]>();
  for (const [at, { signs }] of texts.entries())
    for (const stem of signs.stems) {
      const all = holding.get(stem);
      if (all === undefined) holding.set(stem, [at]);
      else all.push(at);
    }
  const most = Math.max(COMMON.count, COMMON.share * texts.length);
  return (text, article) => {
    const sums = new Map<number, number>();
    for (const [word, ratio] of likelier(text)) {
      const all = holding.get(word) ?? [];
      if (all.length <= most) for (const at of all) sums.set(at, (sums.get(at) ?? 0) + ratio);
    }
    return [...sums]
      .flatMap(([at, sum]) => {
        const one = texts[at] as CohortText;
        return one.article === article ? [] : [{ one, worth: sum / Math.sqrt(one.signs.stems.length) }];
      })
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST)
      .map(({ one }) => one);
  };
}
