/** Alignment of two sequences of texts that translate each other, in order. */

import type { Lexicon } from './lexicon.ts';
import type { Signs } from './shared-signs.ts';

/** Neighbouring texts of both sides that say the same. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** 0 to 1: how much better this bead is than what lies next to it. */
  readonly confidence: number;
}

/**
 * Prior chances of how many texts stand for how many, after Gale and Church 1993, table 5, with three for one, which sentences
 * that a translator broke up need.
 */
const SHAPES: readonly (readonly [source: number, target: number, cost: number])[] = [
  [1, 1, -Math.log(0.89)],
  [1, 0, -Math.log(0.005)],
  [0, 1, -Math.log(0.005)],
  [2, 1, -Math.log(0.044)],
  [1, 2, -Math.log(0.044)],
  [2, 2, -Math.log(0.011)],
  [3, 1, -Math.log(0.003)],
  [1, 3, -Math.log(0.003)],
];
/** Of a translation's length for each character of the source, over the mean ratio squared. Gale and Church 1993 measured 6.8; tuned with WORTH. */
const VARIANCE = 8;
/** In natural logarithms of likelihood: what a shared or missing sign is worth. Tuned on half of the public news (`npm run bench:memory`). */
const WORTH = { shared: 1.1, missing: 0.175, lexicon: 14 };
/** How far from where it would stand by its number alone the counterpart of a text is looked for. */
const NEARBY = 30;
/** No length is so unlikely that whole paragraphs would rather stand alone on both sides. */
const UNLIKELY = 1e-6;
/** A bead this much worse than its rival is sure. */
const SURE = 8;

/** @param lexicon words that were seen to translate each other */
export function alignBeads(source: readonly Signs[], target: readonly Signs[], lexicon?: Lexicon): Bead[] {
  const width = target.length + 1;
  const ratio = ratioOf(source, target);
  const slope = source.length === 0 ? 0 : target.length / source.length;
  const reach = NEARBY + Math.abs(target.length - source.length);
  const best = new Float64Array((source.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const shape = new Int8Array(best.length).fill(-1);
  best[0] = 0;
  const worth = new Map<number, number>();
  const costOf = (row: number, column: number, index: number): number => {
    const [tall, wide, prior] = SHAPES[index] as (typeof SHAPES)[number];
    const key = (row * width + column) * SHAPES.length + index;
    let cost = worth.get(key);
    if (cost === undefined) {
      cost = prior + matchCost(source.slice(row - tall, row), target.slice(column - wide, column), ratio, lexicon);
      worth.set(key, cost);
    }
    return cost;
  };
  for (let row = 0; row <= source.length; row++)
    for (let column = 0; column <= target.length; column++)
      for (const [index, [tall, wide]] of SHAPES.entries()) {
        if (row < tall || column < wide || Math.abs(column - row * slope) > reach) continue;
        const cost = (best[(row - tall) * width + column - wide] as number) + costOf(row, column, index);
        if (cost < (best[row * width + column] as number)) {
          best[row * width + column] = cost;
          shape[row * width + column] = index;
        }
      }
  const beads: Bead[] = [];
  for (let [row, column] = [source.length, target.length]; row > 0 || column > 0; ) {
    const index = shape[row * width + column] as number;
    const [tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    beads.unshift({
      source: indexes(row, tall),
      target: indexes(column, wide),
      confidence: confidence(costOf(row, column, index), tall, wide),
    });
    row -= tall;
    column -= wide;
  }
  return beads;
}

function indexes(end: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => end - count + at);
}

function confidence(cost: number, tall: number, wide: number): number {
  if (tall === 0 || wide === 0) return 0;
  return Math.round(100 / (1 + Math.exp((cost - SURE / 2) / 2))) / 100;
}

/** Most languages are some tenth longer than English; short texts say little of their own ratio. */
const USUAL = { ratio: 1.1, weight: 500 };

/** Letters of target for one of source, over all. */
function ratioOf(source: readonly Signs[], target: readonly Signs[]): number {
  const size = (signs: readonly Signs[]) => signs.reduce((sum, one) => sum + one.length, 0);
  return (size(target) + USUAL.ratio * USUAL.weight) / (size(source) + USUAL.weight);
}

function matchCost(source: readonly Signs[], target: readonly Signs[], ratio: number, lexicon: Lexicon | undefined): number {
  // A sentence without a partner pays for the signs that it misses, too; otherwise whole paragraphs would be left without partners.
  if (source.length === 0 || target.length === 0) return anchorCost(source, target);
  const [from, to] = [source, target].map((side) => side.reduce((sum, one) => sum + one.length, 0)) as [number, number];
  const spread = Math.abs(to - ratio * from) / (ratio * Math.sqrt(VARIANCE * Math.max(1, (from + to / ratio) / 2)));
  return tailCost(spread) + anchorCost(source, target) + (lexicon === undefined ? 0 : lexiconCost(source, target, lexicon));
}

/** -log of the chance that a normal deviate is at least this far out (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function tailCost(deviation: number): number {
  const t = 1 / (1 + 0.2316419 * deviation);
  const density = 0.3989422804 * Math.exp((-deviation * deviation) / 2);
  const tail = density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return -Math.log(Math.max(2 * tail, UNLIKELY));
}

function anchorCost(source: readonly Signs[], target: readonly Signs[]): number {
  const union = (side: readonly Signs[]) => side.reduce((all, one) => all.union(one.anchors), new Set<string>());
  const [from, to] = [union(source), union(target)];
  const shared = from.intersection(to).size;
  return (from.size + to.size - 2 * shared) * WORTH.missing - shared * WORTH.shared;
}

function lexiconCost(source: readonly Signs[], target: readonly Signs[], lexicon: Lexicon): number {
  const stems = (side: readonly Signs[]) => new Set(side.flatMap((one) => one.stems));
  return -WORTH.lexicon * lexicon.share(stems(source), stems(target));
}
