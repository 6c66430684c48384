/** Lines of a text, as messages and editors count them: from 1. */

import { partitionPoint } from '../ranges/partition-point.ts';

/** The line of one offset. Who asks for many takes `lineFinder`, which does not count from the text's beginning each time. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line of any offset of a text, which is gone through once, when the first is asked for. */
export function lineFinder(text: string): (offset: number) => number {
  let ends: number[] | undefined;
  return (offset) => {
    ends ??= Array.from(text.matchAll(/\n/g), ({ index }) => index);
    const known = ends;
    return 1 + partitionPoint(known.length, (line) => (known[line] as number) < offset);
  };
}
