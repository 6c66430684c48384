/** Lines that go on with the paragraph of a quotation or an item without its sign (CommonMark, "laziness"). */

import { fenceAfter } from '../code-fences.ts';

/**
 * At each such line micromark 4.0.3 goes back to the beginning of its paragraph. So many lines, gone over, are a third of a second; a
 * paragraph of 4,500 of them is as many.
 */
const GONE_OVER = 10_000_000;

const SIGN = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])/;

/** The line at which too many have gone on with a paragraph whose sign they do not have. */
export function lazyLines(source: string): number | undefined {
  let fence = '';
  let number = 0;
  let isInside = false;
  let lines = 0;
  let gone = 0;
  for (const line of source.split(/\r\n|\n|\r/)) {
    number++;
    const wasCode = fence !== '';
    fence = fenceAfter(line, fence);
    if (wasCode || fence !== '' || line.trim() === '') [isInside, lines] = [false, 0];
    else if (SIGN.test(line)) [isInside, lines] = [true, lines + 1];
    else if (isInside) gone += ++lines;
    if (gone > GONE_OVER) return number;
  }
  return undefined;
}
