/** What two sequences have in common, in order. */

/** Above this many comparisons the table is not filled; only what is unique on both sides is anchored. */
const TABLE_CELLS = 4_000_000;

/** What a pair counts for; one whose neighbours are pairs too counts more, so that of equal keys the right ones meet. */
const PAIR = 4;
const NEIGHBOUR = 1;

/**
 * A longest common subsequence, as pairs of indexes in rising order; of several, the one with most neighbours in common.
 * Where the sequences are too long and too different for the exact answer, keys that occur once on each side are the
 * anchors (as in patience diff) and the stretches between them are compared by themselves.
 */
export function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  const [onceA, onceB] = [once(a), once(b)];
  const isAnchor = (key: string | undefined) => key !== undefined && (onceA.get(key) ?? -1) >= 0 && (onceB.get(key) ?? -1) >= 0;
  const within = ({ low, high, lowB, highB }: Stretch): void => {
    const [start, end] = [low, high];
    while (low < high && lowB < highB && a[low] === b[lowB]) [low, lowB] = [low + 1, lowB + 1];
    while (low < high && lowB < highB && a[high - 1] === b[highB - 1]) [high, highB] = [high - 1, highB - 1];
    // An equal key at the edge of a difference may belong to the other side of it; only an anchor is sure.
    if (low < high || lowB < highB) {
      while (low > start && !isAnchor(a[low - 1])) [low, lowB] = [low - 1, lowB - 1];
      while (high < end && !isAnchor(a[high])) [high, highB] = [high + 1, highB + 1];
    }
    const shift = lowB - low;
    for (let at = start; at < low; at++) pairs.push([at, at + shift]);
    if (low < high && lowB < highB) middle({ low, high, lowB, highB });
    const shiftBack = highB - high;
    for (let at = high; at < end; at++) pairs.push([at, at + shiftBack]);
  };
  const middle = (stretch: Stretch): void => {
    if ((stretch.high - stretch.low) * (stretch.highB - stretch.lowB) <= TABLE_CELLS) {
      pairs.push(...tablePairs(a, b, stretch));
      return;
    }
    let { low, lowB } = stretch;
    for (let at = stretch.low; at < stretch.high; at++) {
      const atB = isAnchor(a[at]) ? (onceB.get(a[at] as string) as number) : -1;
      if (atB < lowB || atB >= stretch.highB) continue;
      within({ low, high: at, lowB, highB: atB });
      pairs.push([at, atB]);
      [low, lowB] = [at + 1, atB + 1];
    }
    if (low > stretch.low) within({ low, high: stretch.high, lowB, highB: stretch.highB });
  };
  within({ low: 0, high: a.length, lowB: 0, highB: b.length });
  return pairs;
}

/** What lies before a pair, or behind the last one: a half-open range on either side. */
export interface Between {
  readonly from: number;
  readonly to: number;
  readonly fromB: number;
  readonly toB: number;
  /** Whether a pair follows, at `to` and `toB`. */
  readonly paired: boolean;
}

/**
 * The stretches between pairs, in order; the last one reaches to the ends.
 * @param pairs indexes in rising order on both sides
 */
export function* between(pairs: readonly (readonly [number, number])[], end: number, endB: number): Generator<Between> {
  let [from, fromB] = [0, 0];
  for (const [to, toB] of pairs) {
    yield { from, to, fromB, toB, paired: true };
    [from, fromB] = [to + 1, toB + 1];
  }
  yield { from, to: end, fromB, toB: endB, paired: false };
}

/** The indexes of a half-open range. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly lowB: number;
  readonly highB: number;
}

/** Where each key is; -1 for one that occurs more than once. */
function once(keys: readonly string[]): Map<string, number> {
  const at = new Map<string, number>();
  for (const [index, key] of keys.entries()) at.set(key, at.has(key) ? -1 : index);
  return at;
}

/** Of each place the best that can come, with and without a pair just before it. */
function tablePairs(a: readonly string[], b: readonly string[], { low, high, lowB, highB }: Stretch): [number, number][] {
  const width = highB - lowB + 1;
  const [alone, joined] = [0, 1].map(() => new Uint32Array((high - low + 1) * width)) as [Uint32Array, Uint32Array];
  const cell = (at: number, atB: number) => (at - low) * width + (atB - lowB);
  const isAlike = (at: number, atB: number) => a[at] !== undefined && a[at] === b[atB];
  // What is alike just outside of the stretch is a pair too.
  const outside = (at: number, atB: number) => (at + 1 === high && atB + 1 === highB && isAlike(high, highB) ? NEIGHBOUR : 0);
  const paired = (at: number, atB: number) => (joined[cell(at + 1, atB + 1)] as number) + PAIR + outside(at, atB);
  for (let at = high - 1; at >= low; at--)
    for (let atB = highB - 1; atB >= lowB; atB--) {
      const skipped = Math.max(alone[cell(at + 1, atB)] as number, alone[cell(at, atB + 1)] as number);
      const here = cell(at, atB);
      const isPair = isAlike(at, atB);
      alone[here] = isPair ? Math.max(skipped, paired(at, atB)) : skipped;
      joined[here] = isPair ? Math.max(skipped, paired(at, atB) + NEIGHBOUR) : skipped;
    }
  const pairs: [number, number][] = [];
  let [at, atB] = [low, lowB];
  let isJoined = isAlike(low - 1, lowB - 1);
  while (at < high && atB < highB) {
    const value = (isJoined ? joined : alone)[cell(at, atB)];
    if (isAlike(at, atB) && value === paired(at, atB) + (isJoined ? NEIGHBOUR : 0)) {
      pairs.push([at++, atB++]);
      isJoined = true;
      continue;
    }
    if (value === alone[cell(at + 1, atB)]) at++;
    else atB++;
    isJoined = false;
  }
  return pairs;
}
