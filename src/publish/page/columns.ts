/** Which stories of a list stand in which column, so that no column is left empty and their ends are near to one another. */

/** The share of a list's room that may stay empty below its columns. With more of it, one column fewer is better. */
const VOID = 0.2;

/** The columns of a list. */
export interface Columns {
  readonly count: number;
  /** How many stories are above each column's end, the last column's left out. */
  readonly ends: readonly number[];
}

/**
 * @param most columns that there is room for
 * @param heights of the stories, in their order and in any unit, where each is as wide as so many of those columns
 */
export function evenColumns(most: number, heights: (width: number) => readonly number[]): Columns {
  for (let count = most; count > 1; count--) {
    const tops = [0];
    for (const height of heights(most / count)) tops.push((tops.at(-1) ?? 0) + height);
    if (tops.length <= count) continue;
    const { ends, tallest } = evenly(tops, count, 0);
    if (1 - (tops.at(-1) ?? 0) / (count * tallest) <= VOID) return { count, ends };
  }
  return { count: 1, ends: [] };
}

interface Parts {
  readonly ends: readonly number[];
  readonly tallest: number;
}

/**
 * The parts of what begins at `from`, in order, of which the tallest is as low as it can be.
 * @param tops how far below the first story each begins, and the end of the last
 */
function evenly(tops: readonly number[], count: number, from: number): Parts {
  const height = (end: number) => (tops[end] ?? 0) - (tops[from] ?? 0);
  if (count === 1) return { ends: [], tallest: height(tops.length - 1) };
  let best: Parts = { ends: [], tallest: Number.POSITIVE_INFINITY };
  for (let end = from + 1; end <= tops.length - count; end++) {
    const { ends, tallest } = evenly(tops, count - 1, end);
    if (Math.max(height(end), tallest) <= best.tallest) best = { ends: [end, ...ends], tallest: Math.max(height(end), tallest) };
    if (height(end) >= best.tallest) break;
  }
  return best;
}
