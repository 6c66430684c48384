/** Ranges of a text, and what is in them. */

import { partitionPoint } from '../ranges/partition-point.ts';

export type Range = readonly [start: number, end: number];

/** In the order of the text; what overlaps is one. */
export function union(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && start < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], end)];
    else out.push([start, end]);
  }
  return out;
}

/** @returns whether what begins at an offset, one character unless its end is given, is in one of the ranges */
export function inRanges(ranges: readonly Range[]): (start: number, end?: number) => boolean {
  const all = union(ranges);
  return (start, end = start + 1) => {
    const range = all[partitionPoint(all.length, (at) => (all[at] as Range)[1] <= start)];
    return range !== undefined && range[0] <= start && end <= range[1];
  };
}
