/**
 * chrF: how much of their runs of characters two texts share (Popović 2015); chrF++ counts runs of words too (2017). As sacreBLEU 2 defines it
 * (signature `nc:6|nw:0` or `nw:2`, `space:no`, `eff:yes`): precision and recall are averaged over the orders that both texts are long enough for.
 */

const CHARACTER_ORDER = 6;
/** Recall counts so many times as much as precision (squared below). */
const BETA = 2;

export interface ChrfOptions {
  /** Longest run of words: 0 for chrF, 2 for chrF++. */
  readonly wordOrder?: number;
  /** 1 treats both texts alike; 2, the usual one, holds the second for the truth. */
  readonly beta?: number;
}

/** For each order: runs in the first text, runs in the second, runs in both. */
export type ChrfCounts = readonly (readonly [first: number, second: number, common: number])[];

/**
 * @param text what is judged
 * @param reference what it is compared with
 * @returns 0 to 1
 */
export function chrf(text: string, reference: string, { wordOrder = 0, beta = BETA }: ChrfOptions = {}): number {
  return chrfOf(chrfCounts(text, reference, wordOrder), beta);
}

/** The counts that a score is made of; those of several texts are added up for the score of all. */
export function chrfCounts(text: string, reference: string, wordOrder = 0): ChrfCounts {
  const [ours, theirs] = [text, reference].map((one) => [...one.replace(/\s+/gu, '')]) as [string[], string[]];
  const [ourWords, theirWords] = wordOrder === 0 ? [[], []] : ([wordsOf(text), wordsOf(reference)] as const);
  const counts = Array.from({ length: CHARACTER_ORDER }, (_, at) => common(runsOf(ours, at + 1, ''), runsOf(theirs, at + 1, '')));
  const ofWords = Array.from({ length: wordOrder }, (_, at) => common(runsOf(ourWords, at + 1, ' '), runsOf(theirWords, at + 1, ' ')));
  return [...counts, ...ofWords];
}

export function chrfOf(counts: ChrfCounts, beta = BETA): number {
  const usable = counts.filter(([first, second]) => first > 0 && second > 0);
  if (usable.length === 0) return 0;
  const precision = usable.reduce((sum, [first, , both]) => sum + both / first, 0) / usable.length;
  const recall = usable.reduce((sum, [, second, both]) => sum + both / second, 0) / usable.length;
  if (precision + recall === 0) return 0;
  return ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
}

type Runs = ReadonlyMap<string, number>;

function runsOf(pieces: readonly string[], order: number, glue: string): Runs {
  const runs = new Map<string, number>();
  for (let at = 0; at + order <= pieces.length; at++) {
    const run = pieces.slice(at, at + order).join(glue);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function common(ours: Runs, theirs: Runs): [number, number, number] {
  let [first, second, both] = [0, 0, 0];
  for (const [run, count] of ours) {
    first += count;
    both += Math.min(count, theirs.get(run) ?? 0);
  }
  for (const count of theirs.values()) second += count;
  // Runs that the other text is too short for are no faults.
  return [second === 0 ? 0 : first, second, both];
}

const PUNCTUATION = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/** Words with one sign cut off the end, or else the front, as chrF++ counts them. */
function wordsOf(text: string): string[] {
  return (text.match(/\S+/gu) ?? []).flatMap((word) => {
    const letters = [...word];
    if (letters.length === 1) return [word];
    const [first = '', last = ''] = [letters[0], letters.at(-1)];
    if (PUNCTUATION.has(last)) return [letters.slice(0, -1).join(''), last];
    if (PUNCTUATION.has(first)) return [first, letters.slice(1).join('')];
    return [word];
  });
}
