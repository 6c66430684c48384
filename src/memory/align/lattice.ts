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
  /** 0 to 1: that each text of the target translates nothing. */
  readonly alone: ArrayLike<number>;
}

/** Where paragraphs start: texts that follow each other in one paragraph are mostly said in one. */
export interface Starts {
  readonly source: readonly boolean[];
  readonly target: readonly boolean[];
  /** What it costs where a paragraph starts between two pairs on one side only: a natural logarithm of a likelihood ratio. */
  readonly alone: number;
}

/** Since the last pair, whether a paragraph has started in the source, and in the target: a bit each. */
const LAYERS = 4;
const STARTED = { source: 1, target: 2 };

/**
 * @param ratio a natural logarithm of how much likelier texts are as a translation of each other than by themselves; minus infinity
 *   for what cannot be. `at` and `to` are indexes, of `tall` and `wide` texts; one of both may be none.
 */
export function alignTexts(
  size: { readonly source: number; readonly target: number },
  ratio: (at: number, tall: number, to: number, wide: number) => number,
  chances: Chances,
  starts?: Starts,
): Alignment {
  const { source, target } = size;
  const width = target + 1;
  const slope = source === 0 ? 0 : target / source;
  const reach = NEARBY + Math.abs(target - source);
  const cells = (source + 1) * width;
  const [best, ahead, behind] = [0, 1, 2].map(() => new Float64Array(cells * LAYERS).fill(Number.NEGATIVE_INFINITY)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  /** Of the best way to a cell in a layer, the last bead's shape and the layer before it. */
  const shape = new Int8Array(cells * LAYERS).fill(-1);
  const priors = SHAPES.map(([name]) => Math.log(chances[name]));
  const worth = new Map<number, number>();
  /** Of the bead that ends at a cell. */
  const worthOf = (row: number, column: number, index: number): number => {
    const key = (row * width + column) * SHAPES.length + index;
    const known = worth.get(key);
    if (known !== undefined) return known;
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const value = (priors[index] as number) + ratio(row - tall, tall, column - wide, wide);
    worth.set(key, value);
    return value;
  };
  const near = (row: number, column: number) => Math.abs(column - row * slope) <= reach;
  /** The layer after a bead that ends at a cell, and what the starts of paragraphs cost it. */
  const after = (row: number, column: number, tall: number, wide: number, layer: number): readonly [layer: number, cost: number] => {
    if (starts === undefined) return [0, 0];
    let next = layer;
    if (tall > 0 && starts.source[row - tall] === true) next |= STARTED.source;
    if (wide > 0 && starts.target[column - wide] === true) next |= STARTED.target;
    if (tall === 0 || wide === 0) return [next, 0];
    return [0, next === STARTED.source || next === STARTED.target ? starts.alone : 0];
  };
  /** All beads that end at a cell, each from every layer before it. */
  const beadsTo = (row: number, column: number, visit: (from: number, to: number, value: number, index: number, layer: number) => void) => {
    const cell = row * width + column;
    for (const [index, [, tall, wide]] of SHAPES.entries()) {
      if (row < tall || column < wide) continue;
      const from = (cell - tall * width - wide) * LAYERS;
      for (let layer = 0; layer < LAYERS; layer++) {
        if (ahead[from + layer] === Number.NEGATIVE_INFINITY) continue;
        const [next, cost] = after(row, column, tall, wide, layer);
        visit(from + layer, cell * LAYERS + next, worthOf(row, column, index) + cost, index, layer);
      }
    }
  };
  best[0] = 0;
  ahead[0] = 0;
  for (let row = 0; row <= source; row++)
    for (let column = 0; column <= target; column++) {
      if (!near(row, column)) continue;
      beadsTo(row, column, (from, to, value, index, layer) => {
        ahead[to] = logSum(ahead[to] as number, (ahead[from] as number) + value);
        if ((best[from] as number) + value <= (best[to] as number)) return;
        best[to] = (best[from] as number) + value;
        shape[to] = index * LAYERS + layer;
      });
    }
  const last = (cells - 1) * LAYERS;
  let all = Number.NEGATIVE_INFINITY;
  for (let layer = 0; layer < LAYERS; layer++) {
    behind[last + layer] = 0;
    all = logSum(all, ahead[last + layer] as number);
  }
  const expected: { [One in BeadShape]: number } = { '1-1': 0, '1-0': 0, '0-1': 0, '2-1': 0, '1-2': 0, '3-1': 0, '1-3': 0 };
  const alone = new Float64Array(target);
  /** By the cell where it ends and its shape, the share of each bead. */
  const shares = new Map<number, number>();
  for (let row = source; row >= 0; row--)
    for (let column = target; column >= 0; column--)
      beadsTo(row, column, (from, to, value, index) => {
        if (behind[to] === Number.NEGATIVE_INFINITY) return;
        behind[from] = logSum(behind[from] as number, (behind[to] as number) + value);
        const share = Math.exp((ahead[from] as number) + value + (behind[to] as number) - all);
        const [name, tall] = SHAPES[index] as (typeof SHAPES)[number];
        const key = (row * width + column) * SHAPES.length + index;
        shares.set(key, (shares.get(key) ?? 0) + share);
        expected[name] += share;
        if (tall === 0) alone[column - 1] = (alone[column - 1] as number) + share;
      });
  const beads: Bead[] = [];
  let layer = 0;
  for (let one = 1; one < LAYERS; one++) if ((best[last + one] as number) > (best[last + layer] as number)) layer = one;
  for (let [row, column] = [source, target]; row > 0 || column > 0; ) {
    const cell = row * width + column;
    const way = shape[cell * LAYERS + layer] as number;
    const index = Math.floor(way / LAYERS);
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const sure = Math.min(1, shares.get(cell * SHAPES.length + index) ?? 0);
    beads.unshift({ source: indexes(row, tall), target: indexes(column, wide), sure });
    layer = way % LAYERS;
    row -= tall;
    column -= wide;
  }
  return { beads, expected, alone };
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
