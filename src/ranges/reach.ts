/** How far ranges reach, without a look at each of them for each question. */

import { partitionPoint } from './partition-point.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** @returns for an offset, the farthest end of the ranges that begin there or before; -1 where none does */
export function reachOf(ranges: readonly Range[]): (offset: number) => number {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let farthest = -1;
  const ends = sorted.map(({ end }) => {
    farthest = Math.max(farthest, end);
    return farthest;
  });
  return (offset) => ends[partitionPoint(sorted.length, (at) => (sorted[at] as Range).start <= offset) - 1] ?? -1;
}
