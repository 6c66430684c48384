/** Numbers that look random and are the same in every run. */

export interface Random {
  /** From 0, less than `count`. */
  readonly below: (count: number) => number;
  readonly one: <Item>(list: readonly Item[]) => Item;
  readonly chance: (share: number) => boolean;
}

/** A linear congruential generator with the constants of Numerical Recipes. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, one: (list) => list[below(list.length)] as (typeof list)[number], chance: (share) => next() < share };
}
