/** Which words translate each other, learned from texts that are aligned already. */

/** Stems of two texts that translate each other, and how sure that is. */
export interface StemPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** 0 to 1. */
  readonly weight: number;
}

/** The words of the other side that a text's words make likely. */
export interface Expectation {
  readonly met: (words: readonly string[]) => Met;
}

/**
 * How much likelier words are beside a text than anywhere: sums of natural logarithms of likelihood ratios, of the words that are likelier
 * there and of those that are less likely, and of the rare ones among them; and how many words the lexicon knows.
 */
interface Met {
  readonly likelier: number;
  readonly unlikelier: number;
  readonly rareLikelier: number;
  readonly rareUnlikelier: number;
  readonly known: number;
}

export interface Lexicon {
  readonly fromSource: (stems: readonly string[]) => Expectation;
  readonly fromTarget: (stems: readonly string[]) => Expectation;
}

/** Rounds of expectation and maximization (Brown et al. 1993, model 1); more change little. */
const ROUNDS = 5;
/** The share of words that no word of the other side explains. */
const UNEXPLAINED = 0.5;
/** So many pairs teach enough of any two languages. */
const MOST_PAIRS = 6_000;
/** No word speaks for more than this. */
const MOST = 4;
/** A word counts as seen so much more often than it was, so that a rare one promises little. */
const SMOOTH = 1;
/** A word that is in a smaller share of the texts tells their subject. */
const RARE = 0.06;
/** A word that was seen less often elsewhere says nothing. */
const LEAST = 0.5;

/** @param pairs of very many the first are learned from */
export function learnLexicon(pairs: readonly StemPair[]): Lexicon {
  const chosen = pairs.filter(({ weight }) => weight > 0).slice(0, MOST_PAIRS);
  return {
    fromSource: learn(chosen, ({ source, target }) => [source, target]),
    fromTarget: learn(chosen, ({ source, target }) => [target, source]),
  };
}

type Side = (pair: StemPair) => readonly [from: readonly string[], to: readonly string[]];

function learn(pairs: readonly StemPair[], sides: Side): (from: readonly string[]) => Expectation {
  const seen = new Map<string, number>();
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  for (const pair of pairs) for (const word of sides(pair)[1]) seen.set(word, (seen.get(word) ?? 0) + pair.weight);
  const table = translationTable(pairs, sides);
  return (from) => {
    const expected = new Map<string, number>();
    for (const other of from) for (const [word, share] of table.get(other) ?? []) expected.set(word, (expected.get(word) ?? 0) + share);
    return {
      met: (words) => {
        const met = { likelier: 0, unlikelier: 0, rareLikelier: 0, rareUnlikelier: 0, known: 0 };
        for (const word of words) {
          const count = seen.get(word) ?? 0;
          if (count < LEAST) continue;
          const said = Math.min(1, expected.get(word) ?? 0);
          const ratio = Math.min(MOST, Math.log(UNEXPLAINED + ((1 - UNEXPLAINED) * said * (total + 1)) / (count + 0.5)));
          const isRare = count < RARE * total;
          met.known++;
          if (ratio > 0) met.likelier += ratio;
          else met.unlikelier += ratio;
          if (isRare && ratio > 0) met.rareLikelier += ratio;
          else if (isRare) met.rareUnlikelier += ratio;
        }
        return met;
      },
    };
  };
}

/** How often a word of one side brings a word of the other, from 0 to 1, for each two that were seen together. */
type Table = ReadonlyMap<string, readonly (readonly [word: string, share: number])[]>;

/**
 * How much likelier words are that are at the same part of their sentences (Dyer et al. 2013): languages of one order show it, others
 * not. Of words in no order the mean distance is a third of a sentence.
 */
function steepnessOf(distance: number): number {
  return Math.max(0, Math.min(6, 1 / distance - 3)) * ORDER;
}

const ORDER = 2;

/** Shares below this are noise. */
const NOISE = 0.01;

function translationTable(pairs: readonly StemPair[], sides: Side): Table {
  // Every two words that were seen together have a number; a pair of texts is the list of its numbers, a row for each word of `to`.
  const froms = new Map<string, number>();
  const tos = new Map<string, number>();
  const numbers = new Map<number, number>();
  const heads: number[] = [];
  const words: number[] = [];
  const numberOf = (known: Map<string, number>, word: string) => {
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    return number;
  };
  const texts = pairs.map((pair) => {
    const [from, to] = sides(pair).map((side, at) => side.map((word) => numberOf(at === 0 ? froms : tos, word))) as [number[], number[]];
    const cells = new Int32Array(from.length * to.length);
    let cell = 0;
    for (const word of to)
      for (const head of from) {
        const key = head * 2 ** 26 + word;
        let number = numbers.get(key);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(key, number);
          heads.push(head);
          words.push(word);
        }
        cells[cell++] = number;
      }
    return { cells, width: from.length, weight: pair.weight, from };
  });
  const occurrences = new Float64Array(froms.size);
  for (const { from, weight } of texts) for (const head of from) occurrences[head] = (occurrences[head] as number) + weight;
  let shares = new Float64Array(numbers.size).fill(1);
  let steepness = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const counts = new Float64Array(numbers.size);
    let [distance, all] = [0, 0];
    for (const { cells, width, weight } of texts) {
      const near = new Float64Array(width);
      for (let row = 0; row < cells.length; row += width) {
        const place = (row + width / 2) / cells.length;
        let sum = 1e-9;
        for (let at = 0; at < width; at++) {
          near[at] = Math.exp(-steepness * Math.abs((at + 0.5) / width - place)) * (shares[cells[row + at] as number] as number);
          sum += near[at] as number;
        }
        for (let at = 0; at < width; at++) {
          const cell = cells[row + at] as number;
          const share = (weight * (near[at] as number)) / sum;
          counts[cell] = (counts[cell] as number) + share;
          distance += share * Math.abs((at + 0.5) / width - place);
          all += share;
        }
      }
    }
    steepness = steepnessOf(distance / all);
    const smooth = round === ROUNDS ? SMOOTH : 0;
    shares = counts.map((count, number) => count / ((occurrences[heads[number] as number] as number) + smooth));
  }
  const [fromNames, toNames] = [[...froms.keys()], [...tos.keys()]];
  const table = new Map<string, [string, number][]>(fromNames.map((name) => [name, []]));
  for (const [number, share] of shares.entries())
    if (share >= NOISE) table.get(fromNames[heads[number] as number] as string)?.push([toNames[words[number] as number] as string, share]);
  return table;
}
