/** Terms that are known to translate each other: which of them two texts share. */

import type { Lesson, Words } from './lexicon.ts';

/** How many terms both texts have, and how many only one of them has. */
export type TermFinder = (source: Words, target: Words) => readonly [shared: number, alone: number];

export function termFinder(terms: readonly Lesson[]): TermFinder {
  const [inSource, inTarget] = [termsIn(terms, 'source'), termsIn(terms, 'target')];
  return (source, target) => {
    const [own, theirs] = [inSource(source), inTarget(target)];
    if (own.size === 0 && theirs.size === 0) return [0, 0];
    const shared = own.intersection(theirs).size;
    return [shared, own.size + theirs.size - 2 * shared];
  };
}

function termsIn(terms: readonly Lesson[], side: 'source' | 'target'): (text: Words) => ReadonlySet<number> {
  const byFirst = Map.groupBy(terms.keys(), (at) => (terms[at] as Lesson)[side].stems[0]);
  const known = new WeakMap<Words, ReadonlySet<number>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const stems = new Set(text.stems);
    const found = text.stems.flatMap((stem) => byFirst.get(stem) ?? []);
    const own = new Set(found.filter((at) => (terms[at] as Lesson)[side].stems.every((stem) => stems.has(stem))));
    known.set(text, own);
    return own;
  };
}
