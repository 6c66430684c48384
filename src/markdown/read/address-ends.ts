/** Bare addresses (GFM, "autolinks"), which end before the punctuation that is behind them. */

import { fenceAfter } from '../code-fences.ts';

/**
 * At each sign that may be the end of a bare address micromark-extension-gfm-autolink-literal 2.1.0 reads to the end of all such signs: two
 * minutes for 100,000 of them in a row, half a second for as many in rows of this length. Addresses have two or three.
 */
const IN_A_ROW = 500;

const ADDRESS = /https?:\/\/|www\./i;
const ENDS = /(?:[!"'()*,.:;<?\]_~]|&[a-z]+;)+/gi;

/** The line of an address with too many signs in a row that may be its end. */
export function addressEnds(source: string): number | undefined {
  let fence = '';
  for (const [at, line] of source.split(/\r\n|\n|\r/).entries()) {
    const wasCode = fence !== '';
    fence = fenceAfter(line, fence);
    if (wasCode || fence !== '' || line.length < IN_A_ROW) continue;
    for (const [word] of line.matchAll(/\S+/g)) {
      const start = word.length < IN_A_ROW ? -1 : word.search(ADDRESS);
      if (start >= 0 && [...word.slice(start).matchAll(ENDS)].some(([signs]) => signs.length >= IN_A_ROW)) return at + 1;
    }
  }
  return undefined;
}
