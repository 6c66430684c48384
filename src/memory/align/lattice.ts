/** Alignment of two sequences of texts that translate each other, in order, with how sure each part of it is. */

/** Neighbouring texts of both sides that say the same. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** 0 to 1: the share of this bead in all alignments, each as likely as it is. */
  readonly sure: number;
}

/** How often so many texts of one side translate so many of the other. */
export type BeadShape = '1-1' | '1-0' | '0-1' | '2-1' | '1-2' | '3-1' | '1-3';
export type Chances = { readonly [One in BeadShape]: number };

const SHAPES: readonly (readonly [name: BeadShape, source: number, target: number])[] = [
  ['1-1', 1, 1],
  ['1-0', 1, 0],
  ['0-1', 0, 1],
  ['2-1', 2, 1],
  ['1-2', 1, 2],
  ['3-1', 3, 1],
  ['1-3', 1, 3],
];

/** Of an edition of which nothing is known; the first and the last four after Gale and Church 1993, table 5. */
export const USUAL: Chances = { '1-1': 0.8, '1-0': 0.08, '0-1': 0.04, '2-1': 0.035, '1-2': 0.035, '3-1': 0.005, '1-3': 0.005 };

/** How far from the position that its number alone gives the counterpart of a text is looked for. */
const NEARBY = 30;

export interface Alignment {
  readonly beads: readonly Bead[];
  /** How often each shape is to be expected, over all alignments. */
  readonly expected: Chances;
}

/**
 * @param ratio a natural logarithm of how much likelier texts are as a translation of each other than by themselves; minus infinity
 *   for what cannot be. `at` and `to` are indexes, of `tall` and `wide` texts.
 */
export function alignTexts(
  size: { readonly source: number; readonly target: number },
  ratio: (at: number, tall: number, to: number, wide: number) => number,
  chances: Chances,
): Alignment {
  const { source, target } = size;
  const width = target + 1;
  const slope = source === 0 ? 0 : target / source;
  const reach = NEARBY + Math.abs(target - source);
  const cells = (source + 1) * width;
  const [best, ahead, behind] = [0, 1, 2].map(() => new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const shape = new Int8Array(cells).fill(-1);
  const priors = SHAPES.map(([name]) => Math.log(chances[name]));
  const worth = new Map<number, number>();
  /** Of the bead that ends at a cell. */
  const worthOf = (row: number, column: number, index: number): number => {
    const key = (row * width + column) * SHAPES.length + index;
    const known = worth.get(key);
    if (known !== undefined) return known;
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const own = tall === 0 || wide === 0 ? 0 : ratio(row - tall, tall, column - wide, wide);
    const value = (priors[index] as number) + own;
    worth.set(key, value);
    return value;
  };
  const near = (row: number, column: number) => Math.abs(column - row * slope) <= reach;
  best[0] = 0;
  ahead[0] = 0;
  for (let row = 0; row <= source; row++)
    for (let column = 0; column <= target; column++) {
      if (!near(row, column)) continue;
      const cell = row * width + column;
      for (const [index, [, tall, wide]] of SHAPES.entries()) {
        const from = cell - tall * width - wide;
        if (row < tall || column < wide || ahead[from] === Number.NEGATIVE_INFINITY) continue;
        const value = worthOf(row, column, index);
        ahead[cell] = logSum(ahead[cell] as number, (ahead[from] as number) + value);
        if ((best[from] as number) + value > (best[cell] as number)) {
          best[cell] = (best[from] as number) + value;
          shape[cell] = index;
        }
      }
    }
  behind[cells - 1] = 0;
  const expected: { [One in BeadShape]: number } = { '1-1': 0, '1-0': 0, '0-1': 0, '2-1': 0, '1-2': 0, '3-1': 0, '1-3': 0 };
  const all = ahead[cells - 1] as number;
  for (let row = source; row >= 0; row--)
    for (let column = target; column >= 0; column--) {
      const cell = row * width + column;
      if (behind[cell] === Number.NEGATIVE_INFINITY || ahead[cell] === Number.NEGATIVE_INFINITY) continue;
      for (const [index, [name, tall, wide]] of SHAPES.entries()) {
        if (row < tall || column < wide) continue;
        const from = cell - tall * width - wide;
        if (ahead[from] === Number.NEGATIVE_INFINITY) continue;
        const value = (behind[cell] as number) + worthOf(row, column, index);
        behind[from] = logSum(behind[from] as number, value);
        expected[name] += Math.exp((ahead[from] as number) + value - all);
      }
    }
  const beads: Bead[] = [];
  for (let [row, column] = [source, target]; row > 0 || column > 0; ) {
    const cell = row * width + column;
    const index = shape[cell] as number;
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const from = cell - tall * width - wide;
    const own = worthOf(row, column, index);
    beads.unshift({
      source: indexes(row, tall),
      target: indexes(column, wide),
      sure: Math.min(1, Math.exp((ahead[from] as number) + own + (behind[cell] as number) - all)),
    });
    row -= tall;
    column -= wide;
  }
  return { beads, expected };
}

function indexes(end: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => end - count + at);
}

/** The logarithm of a sum. */
function logSum(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
