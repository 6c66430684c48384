/** How much a second engine's translation of a sentence doubts the first one: a number to rank sentences by, and no more than that. */

import type { Target } from '../article.ts';
import { chrf } from '../language/chrf.ts';
import { lackingNames } from '../names/lacking.ts';
import { compareNumbers } from '../numbers.ts';

export interface TwoTranslations {
  /** Plain words of the source. */
  readonly source: string;
  /** Plain words of the translation that is to be published, and of the other engine's. */
  readonly target: string;
  readonly opinion: string;
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
  /** What the article and the glossary tell of its names. */
  readonly names?: Parameters<typeof lackingNames>[1];
  /** `EngineRemarks.logProbability` of either engine, as far as they tell. */
  readonly logProbabilities: readonly number[];
}

/**
 * Measured by `npm run bench:opinion`: how far the two are apart in characters tells most; a text that one engine left out, another
 * number, or a name that only the second keeps, adds a little. What a model's own probability adds could not be measured here: it is
 * weighed as little.
 */
const WEIGHTS = { length: 0.3, numbers: 0.1, names: 0.1, improbable: 0.1 };

/** @returns 0, where they say the same, to 100 */
export function rankOf({ source, target, opinion, from, to, names, logProbabilities }: TwoTranslations): number {
  // Neither is the truth: both are weighed alike.
  const apart = 1 - chrf(target, opinion, { beta: 1 });
  const length = Math.min(1, Math.abs(Math.log(lengthOf(target) / lengthOf(opinion))));
  const { missing, extra } = compareNumbers(target, opinion, to, to);
  const numbers = missing.length + extra.length > 0 ? 1 : 0;
  const lacks = (text: string) => lackingNames({ source, target: text, from, to }, names).length;
  const named = apart > 0 && lacks(target) > lacks(opinion) ? 1 : 0;
  const improbable = Math.max(0, ...logProbabilities.map((value) => 1 - Math.exp(Math.min(0, value))));
  const doubt = apart + WEIGHTS.length * length + WEIGHTS.numbers * numbers + WEIGHTS.names * named + WEIGHTS.improbable * improbable;
  const most = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 1);
  return Math.round((100 * doubt) / most);
}

const lengthOf = (text: string) => Math.max(1, text.length);

/** What a second engine made of an edition's machine sentences. */
export interface Opinions {
  /** By segment id. */
  readonly ranks: ReadonlyMap<string, number>;
  /** For `Journal.recorded`, once the record holds the ranks. */
  readonly receipts: readonly string[];
  /** Why sentences have no rank that another run may well give them. */
  readonly failure?: unknown;
}

export const NO_OPINIONS: Opinions = { ranks: new Map(), receipts: [] };

/** The edition's targets with their ranks. */
export function withRanks(targets: ReadonlyMap<string, Target>, { ranks }: Opinions): ReadonlyMap<string, Target> {
  if (ranks.size === 0) return targets;
  return new Map(
    [...targets].map(([id, target]) => {
      const rank = ranks.get(id);
      return [id, rank === undefined ? target : { ...target, rank }] as const;
    }),
  );
}
