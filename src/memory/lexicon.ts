/** Words that translate each other, learned from texts that are aligned already. */

export interface Lexicon {
  /** 0 to 1: how much of both sides' known words is said on the other side. */
  readonly share: (source: ReadonlySet<string>, target: ReadonlySet<string>) => number;
}

/** A pair of words seen together once says nothing; weaker ties are chance. */
const LEAST = { together: 2, dice: 0.3 };

/**
 * @param pairs the stems of texts that translate each other
 */
export function learnLexicon(pairs: readonly { readonly source: readonly string[]; readonly target: readonly string[] }[]): Lexicon {
  const count = { source: new Map<string, number>(), target: new Map<string, number>() };
  const together = new Map<string, Map<string, number>>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { source, target } of pairs) {
    for (const stem of source) add(count.source, stem);
    for (const stem of target) add(count.target, stem);
    for (const stem of source) {
      const row = together.get(stem) ?? new Map<string, number>();
      together.set(stem, row);
      for (const other of target) add(row, other);
    }
  }
  const ties = new Map<string, Map<string, number>>();
  for (const [stem, row] of together) {
    const strong = [...row].flatMap(([other, both]): [string, number][] => {
      const dice = (2 * both) / ((count.source.get(stem) ?? 0) + (count.target.get(other) ?? 0));
      return both >= LEAST.together && dice >= LEAST.dice ? [[other, dice]] : [];
    });
    if (strong.length > 0) ties.set(stem, new Map(strong));
  }
  return {
    share: (source, target) => {
      let said = 0;
      let known = 0;
      for (const stem of source) {
        const row = ties.get(stem);
        if (row === undefined) continue;
        known++;
        let best = 0;
        for (const [other, tie] of row) if (tie > best && target.has(other)) best = tie;
        said += best;
      }
      return known === 0 ? 0 : said / known;
    },
  };
}
