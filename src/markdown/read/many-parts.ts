/** How much a parser makes of a text: it keeps some 16 kB for a paragraph, an item or a cell until it has read all. */

import { fenceAfter } from '../code-fences.ts';
import { NO_TEXT } from './text-lines.ts';

/** With so many a run needs up to a gigabyte. A novel has 5,000 paragraphs. */
export const PARTS = 25_000;

/** Lines, blank ones and those of code too, marks within a paragraph and sentences take an eighth of what a paragraph takes, or less. */
const SMALL = 1 / 8;

/** A line of a quotation: 177,000 of one letter took 1.25 GB. */
const QUOTED = 1 / 2;
const QUOTED_LINE = /^ {0,3}>/;

/** Each sentence is a segment with a target, a record and an answer, some 4 kB: half a million of a few signs took 2.4 GB. */
const SENTENCE_END = /[.!?…](?=["'”’»)\]]*(?:\s|$))|[。！？।]/g;

/** An item within three others or more keeps half as much again: 24,000 of them took 1.1 GB. */
const DEEP = 1.5;
const DEEP_ITEM = /^[ \t]{6,}(?:[-+*]|\d{1,9}[.)])[ \t]/;

/** The line at which a text has more blocks and cells, or more sentences, marks and lines within them, than that. */
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
      else parts += isNew || NO_TEXT.test(line) || /^ {0,3}[[=]/.test(line) ? 1 : QUOTED_LINE.test(line) ? QUOTED : SMALL;
      parts += (line.match(/[*_~`[<&!\\]/g)?.length ?? 0) * SMALL + (line.match(SENTENCE_END)?.length ?? 0) * SMALL;
    }
    if (parts > PARTS) return number;
    isNew = isBlank || wasCode;
  }
  return undefined;
}
