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

/** Of each row of cells, from before the first text of the source on, the first and the last column. */
export interface Reach {
  readonly first: ArrayLike<number>;
  readonly last: ArrayLike<number>;
}

/** Cells through which fewer of all alignments go, as a natural logarithm, are out of reach: one of 10^13. */
const LEAST_SHARE = -30;
/** What may be otherwise in an alignment by other evidence, in rows and in columns beside the reach of one before. */
const MARGIN = 4;

export interface Alignment {
  readonly beads: readonly Bead[];
  /** Where the alignments are that are not all but impossible. */
  readonly reach: Reach;
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
const STARTED = { source: 1, target: 2 };

/** Rows that a bead spans at most, with the one that it ends in. */
const ROWS = 4;
/** Cells whose beads' worth is kept for the way back: 110 MB. Of more it is worked out twice. */
const MOST_KEPT = 2_000_000;

/**
 * @param ratio a natural logarithm of how much likelier texts are as a translation of each other than by themselves; minus infinity
 *   for what cannot be. `at` and `to` are indexes, of `tall` and `wide` texts; one of both may be none.
 * @param near the reach of an alignment of the same texts by other evidence: little is looked for beside it
 */
export function alignTexts(
  size: { readonly source: number; readonly target: number },
  ratio: (at: number, tall: number, to: number, wide: number) => number,
  chances: Chances,
  starts?: Starts,
  near?: Reach,
): Alignment {
  const { source, target } = size;
  const layers = starts === undefined ? 1 : 4;
  const band = bandOf(source, target, near);
  // Of the best ways and of the ways back only the last rows are asked for; what is known of every cell is as small as it can be.
  const [best, behind] = [0, 1].map(() => new Float64Array(ROWS * band.widest * layers)) as [Float64Array, Float64Array];
  const ahead = new Float64Array(band.cells * layers).fill(Number.NEGATIVE_INFINITY);
  /** Of the best way to a cell in a layer, the last bead's shape and the layer before it. */
  const shape = new Int8Array(band.cells * layers).fill(-1);
  const priors = SHAPES.map(([name]) => Math.log(chances[name]));
  const kept = band.cells <= MOST_KEPT ? new Float64Array(band.cells * SHAPES.length).fill(Number.NaN) : undefined;
  /** Of the bead that ends at a cell. */
  const worthOf = (row: number, column: number, index: number): number => {
    const key = band.cell(row, column) * SHAPES.length + index;
    const known = kept?.[key];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const value = (priors[index] as number) + ratio(row - tall, tall, column - wide, wide);
    if (kept !== undefined) kept[key] = value;
    return value;
  };
  const costAlone = starts?.alone ?? 0;
  /** The layer before a pair, or after a text without one, that ends at a cell: what has started since the last pair. */
  const layerAfter = (row: number, column: number, tall: number, wide: number, layer: number): number => {
    let next = layer;
    if (tall > 0 && starts?.source[row - tall] === true) next |= STARTED.source;
    if (wide > 0 && starts?.target[column - wide] === true) next |= STARTED.target;
    return next;
  };
  /** A cell's place in arrays of the last rows. */
  const recent = (row: number, column: number) => ((row % ROWS) * band.widest + column - band.first(row)) * layers;
  const clear = (rows: Float64Array, row: number) => {
    const from = (row % ROWS) * band.widest * layers;
    rows.fill(Number.NEGATIVE_INFINITY, from, from + band.widest * layers);
  };
  /**
   * All beads that end at a cell, each from every layer before it.
   * @param visit is told the cell that it starts in, its place among the last rows, both layers, and its worth
   */
  const beadsTo = (
    row: number,
    column: number,
    visit: (from: number, place: number, layer: number, next: number, value: number, index: number) => void,
  ) => {
    for (let index = 0; index < SHAPES.length; index++) {
      const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
      const [startRow, startColumn] = [row - tall, column - wide];
      if (startRow < 0 || !band.holds(startRow, startColumn)) continue;
      const from = band.cell(startRow, startColumn) * layers;
      for (let layer = 0; layer < layers; layer++) {
        if (ahead[from + layer] === Number.NEGATIVE_INFINITY) continue;
        const worth = worthOf(row, column, index);
        // What cannot be leads nowhere from any layer.
        if (worth === Number.NEGATIVE_INFINITY) break;
        const next = layerAfter(row, column, tall, wide, layer);
        const isAlone = tall > 0 && wide > 0 && (next === STARTED.source || next === STARTED.target);
        visit(from, recent(startRow, startColumn), layer, tall > 0 && wide > 0 ? 0 : next, isAlone ? worth + costAlone : worth, index);
      }
    }
  };
  ahead[0] = 0;
  for (let row = 0; row <= source; row++) {
    clear(best, row);
    if (row === 0) best[recent(0, 0)] = 0;
    for (let column = band.first(row); column <= band.last(row); column++) {
      const cell = band.cell(row, column) * layers;
      const place = recent(row, column);
      beadsTo(row, column, (from, before, layer, next, value, index) => {
        ahead[cell + next] = logSum(ahead[cell + next] as number, (ahead[from + layer] as number) + value);
        const way = (best[before + layer] as number) + value;
        if (way <= (best[place + next] as number)) return;
        best[place + next] = way;
        shape[cell + next] = index * layers + layer;
      });
    }
  }
  const last = band.cell(source, target) * layers;
  let layer = 0;
  const end = recent(source, target);
  for (let one = 1; one < layers; one++) if ((best[end + one] as number) > (best[end + layer] as number)) layer = one;
  const way: { readonly row: number; readonly column: number; readonly index: number }[] = [];
  for (let [row, column] = [source, target]; row > 0 || column > 0; ) {
    const before = shape[band.cell(row, column) * layers + layer] as number;
    const index = Math.floor(before / layers);
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    way.push({ row, column, index });
    layer = before % layers;
    row -= tall;
    column -= wide;
  }
  /** The share of each bead of the best way, by the cell where it ends and its shape. */
  const keyOf = (row: number, column: number, index: number) => band.cell(row, column) * SHAPES.length + index;
  const shares = new Map(way.map(({ row, column, index }) => [keyOf(row, column, index), 0]));

  let all = Number.NEGATIVE_INFINITY;
  for (let one = 0; one < layers; one++) all = logSum(all, ahead[last + one] as number);
  const expected: { [One in BeadShape]: number } = { '1-1': 0, '1-0': 0, '0-1': 0, '2-1': 0, '1-2': 0, '3-1': 0, '1-3': 0 };
  const alone = new Float64Array(target);
  for (let row = source; row > source - ROWS && row >= 0; row--) clear(behind, row);
  for (let one = 0; one < layers; one++) behind[end + one] = 0;
  const reach = { first: new Int32Array(source + 1).fill(target), last: new Int32Array(source + 1) };
  for (let row = source; row >= 0; row--) {
    // The row that a bead may start in from here on takes the place of one that is done.
    if (row < source && row - ROWS + 1 >= 0) clear(behind, row - ROWS + 1);
    for (let column = band.last(row); column >= band.first(row); column--) {
      const place = recent(row, column);
      const cell = band.cell(row, column) * layers;
      for (let one = 0; one < layers; one++)
        if ((ahead[cell + one] as number) + (behind[place + one] as number) - all >= LEAST_SHARE) {
          reach.first[row] = Math.min(reach.first[row] as number, column);
          reach.last[row] = Math.max(reach.last[row] as number, column);
        }
      beadsTo(row, column, (from, before, layer, next, value, index) => {
        const to = behind[place + next] as number;
        if (to === Number.NEGATIVE_INFINITY) return;
        behind[before + layer] = logSum(behind[before + layer] as number, to + value);
        const share = Math.exp((ahead[from + layer] as number) + value + to - all);
        const [name, tall] = SHAPES[index] as (typeof SHAPES)[number];
        const key = keyOf(row, column, index);
        const known = shares.get(key);
        if (known !== undefined) shares.set(key, known + share);
        expected[name] += share;
        if (tall === 0) alone[column - 1] = (alone[column - 1] as number) + share;
      });
    }
  }
  const beads = way.toReversed().map(({ row, column, index }): Bead => {
    const [, tall, wide] = SHAPES[index] as (typeof SHAPES)[number];
    const sure = Math.min(1, shares.get(keyOf(row, column, index)) ?? 0);
    return { source: indexes(row, tall), target: indexes(column, wide), sure };
  });
  return { beads, reach, expected, alone };
}

/** The cells in which a counterpart is looked for, row after row. */
interface Band {
  readonly cells: number;
  /** Cells of the longest row. */
  readonly widest: number;
  readonly first: (row: number) => number;
  readonly last: (row: number) => number;
  readonly holds: (row: number, column: number) => boolean;
  /** The number of a cell that it holds. */
  readonly cell: (row: number, column: number) => number;
}

function bandOf(source: number, target: number, near?: Reach): Band {
  const slope = source === 0 ? 0 : target / source;
  const reach = NEARBY + Math.abs(target - source);
  const [firsts, lasts, offsets] = [0, 1, 2].map(() => new Int32Array(source + 1)) as [Int32Array, Int32Array, Int32Array];
  let [cells, widest] = [0, 0];
  for (let row = 0; row <= source; row++) {
    let first = Math.max(0, Math.ceil(row * slope - reach));
    let last = Math.min(target, Math.floor(row * slope + reach));
    if (near !== undefined) {
      const rows = Array.from({ length: 2 * MARGIN + 1 }, (_, at) => Math.min(source, Math.max(0, row - MARGIN + at)));
      first = Math.max(first, Math.min(...rows.map((one) => near.first[one] as number)) - MARGIN);
      last = Math.min(last, Math.max(...rows.map((one) => near.last[one] as number)) + MARGIN);
    }
    firsts[row] = first;
    lasts[row] = last;
    offsets[row] = cells - first;
    cells += last - first + 1;
    widest = Math.max(widest, last - first + 1);
  }
  const first = (row: number) => firsts[row] as number;
  const last = (row: number) => lasts[row] as number;
  return {
    ...{ cells, widest, first, last },
    holds: (row, column) => column >= first(row) && column <= last(row),
    cell: (row, column) => (offsets[row] as number) + column,
  };
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
