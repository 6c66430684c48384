/** Names of two words side by side in a source: asked for by each edition of its article, and cut once. */

/** A word with a capital and a small letter, and no part of a longer one. */
const NAME = /(?<![\p{L}\p{M}\p{N}'’-])\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}-])/gu;

interface NamePlace {
  readonly text: string;
  /** Offsets into the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Two words of a sentence with one space between them, and the one behind them where it follows so. */
interface NamePair {
  readonly first: NamePlace;
  readonly second: NamePlace;
  readonly next?: NamePlace;
}

const pairsOf = new Map<string, readonly NamePair[]>();
const MOST_KEPT = 1000;

/** The pairs of a sentence, in order. */
export function namePairs(sentence: string): readonly NamePair[] {
  const known = pairsOf.get(sentence);
  if (known !== undefined) return known;
  const names = [...sentence.matchAll(NAME)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
  const follows = (one: NamePlace | undefined, other: NamePlace | undefined) =>
    one !== undefined && other?.start === one.end + 1 && sentence[one.end] === ' ';
  const pairs = names.flatMap((first, at) => {
    const [second, next] = [names[at + 1], names[at + 2]];
    if (second === undefined || !follows(first, second)) return [];
    return [{ first, second, ...(next !== undefined && follows(second, next) && { next }) }];
  });
  if (pairsOf.size >= MOST_KEPT) pairsOf.clear();
  pairsOf.set(sentence, pairs);
  return pairs;
}
