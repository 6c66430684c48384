/** Texts of an edition that translate nothing of its article: what else they may be, and how often that is. */

/** A text of an edition: that it translates nothing of its article, 0 to 1, and how much likelier it is as each kind of other text. */
export interface Stray {
  readonly alone: number;
  readonly kinds: StrayKinds;
}

/** Likelihood ratios, over a text that a person wrote for this edition. */
export interface StrayKinds {
  /** A translation of a text of another article. */
  readonly borrowed: number;
  /** A text that has nothing to do with this article. */
  readonly strange: number;
}

/** Of the texts that translate nothing, the shares of both kinds. */
export interface StrayShares {
  readonly borrowed: number;
  readonly strange: number;
}

/** At first, and for how many texts that counts. */
const USUAL = { borrowed: 0.25, strange: 0.25, weight: 5 };
/** A person may always have written one. */
const OWN = 0.1;
/** Rounds of expectation and maximization. */
const ROUNDS = 20;

/** How much likelier a text is as one that translates nothing. */
export function strayRatio({ borrowed, strange }: StrayKinds, shares: StrayShares): number {
  return 1 - shares.borrowed - shares.strange + shares.borrowed * borrowed + shares.strange * strange;
}

/** @returns the shares that these texts show: where editions borrow nothing, next to none */
export function strayShares(strays: readonly Stray[]): StrayShares {
  const all = USUAL.weight + strays.reduce((sum, { alone }) => sum + alone, 0);
  let shares: StrayShares = USUAL;
  for (let round = 0; round < ROUNDS; round++) {
    let [borrowed, strange] = [USUAL.borrowed * USUAL.weight, USUAL.strange * USUAL.weight];
    for (const { alone, kinds } of strays) {
      const ratio = strayRatio(kinds, shares);
      borrowed += (alone * shares.borrowed * kinds.borrowed) / ratio;
      strange += (alone * shares.strange * kinds.strange) / ratio;
    }
    const most = Math.max(1, (borrowed + strange) / (all * (1 - OWN)));
    shares = { borrowed: borrowed / all / most, strange: strange / all / most };
  }
  return shares;
}
