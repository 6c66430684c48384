/** How much a parser makes of a text: it keeps some 16 kB for a paragraph, an item or a cell until it has read all. */

import { fenceAfter } from '../code-fences.ts';
import { NO_TEXT } from './text-lines.ts';

/** With so many a run needs up to a gigabyte. A novel has 5,000 paragraphs. */
export const PARTS = 25_000;

/** Lines, blank ones and those of code too, and marks within a paragraph take an eighth of what a paragraph takes, or less. */
const SMALL = 1 / 8;

/** An item within three others or more keeps half as much again: 24,000 of them took 1.1 GB. */
const DEEP = 1.5;
const DEEP_ITEM = /^[ \t]{6,}(?:[-+*]|\d{1,9}[.)])[ \t]/;

/** The line at which a text has more blocks and cells, or more marks and lines within them, than that. */
export function manyParts(source: string): number | undefined {
  if (source.length <= PARTS) return undefined;
  let fence = '';
  let number = 0;
  let parts = 0;
  let isNew = true;
  for (const line of source.split(/\r\n|\n|\r/)) {
    number++;
    const wasCode = fence !== '';
    fence = fenceAfter(line, fence);
    const isBlank = line.trim() === '';
    if (wasCode || isBlank) parts += SMALL;
    else {
      const cells = line.split('|').length - (/^[ \t]*\|/.test(line) ? 2 : 1);
      if (cells > 0) parts += cells;
      else if (DEEP_ITEM.test(line)) parts += DEEP;
      else parts += isNew || NO_TEXT.test(line) || /^ {0,3}[[=]/.test(line) ? 1 : SMALL;
      parts += (line.match(/[*_~`[<&!\\]/g)?.length ?? 0) * SMALL;
    }
    if (parts > PARTS) return number;
    isNew = isBlank || wasCode;
  }
  return undefined;
}
