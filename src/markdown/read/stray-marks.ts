/** Marks of emphasis whose partners a parser looks for in vain, over and over. */

import { fenceAfter } from '../code-fences.ts';
import { NO_TEXT } from './text-lines.ts';

/**
 * Of one paragraph: for each mark that can close, micromark goes back to the mark that opened it, or to the paragraph's beginning. So many
 * characters, gone over, are a third of a second; 3,000 marks behind words that none has opened are as many.
 */
const GONE_OVER = 13_500_000;

interface Delimiter {
  readonly sign: string;
  readonly at: number;
  readonly closes: boolean;
  length: number;
}

/** The line of a paragraph in which finding the partners of the marks of emphasis takes too long (CommonMark 6.2); code between fences has none. */
export function strayMarks(source: string): number | undefined {
  if (source.length ** 2 / 2 <= GONE_OVER) return undefined;
  let fence = '';
  let number = 0;
  /** Of the line, in the paragraph. */
  let from = 0;
  let gone = 0;
  let open: Delimiter[] = [];
  for (const line of source.split(/\r\n|\n|\r/)) {
    number++;
    const wasCode = fence !== '';
    fence = fenceAfter(line, fence);
    if (wasCode || fence !== '' || NO_TEXT.test(line)) {
      [from, gone, open] = [0, 0, []];
      if (wasCode || fence !== '') continue;
    }
    for (const { index, 0: run } of line.matchAll(/([*_~])\1*/g)) {
      const mark = { sign: run[0] as string, at: from + index, ...flanking(line, index, run), length: run.length };
      while (mark.closes && mark.length > 0) {
        const partner = open.findLastIndex((other) => matches(other, mark));
        gone += mark.at - (open[partner]?.at ?? 0);
        if (gone > GONE_OVER) return number;
        if (partner < 0) break;
        const opened = open[partner] as Delimiter;
        const used = opened.length > 1 && mark.length > 1 ? 2 : 1;
        opened.length -= used;
        mark.length -= used;
        open.length = opened.length > 0 ? partner + 1 : partner;
      }
      if (mark.opens && mark.length > 0) open.push(mark);
    }
    from += line.length + 1;
  }
  return undefined;
}

/** On which sides of a run words are; between letters `_` is a letter. */
function flanking(line: string, index: number, run: string): { readonly opens: boolean; readonly closes: boolean } {
  const [before, after] = [line[index - 1] ?? ' ', line[index + run.length] ?? ' '].map((sign) =>
    /\s/.test(sign) ? 0 : /[\p{L}\p{N}]/u.test(sign) ? 1 : 2,
  );
  const opens = after === 1 || (after === 2 && before !== 1);
  const closes = before === 1 || (before === 2 && after !== 1);
  return run[0] === '_' ? { opens: opens && before !== 1, closes: closes && after !== 1 } : { opens, closes };
}

/** The rule of three: CommonMark 6.2, 9 and 10. */
function matches(opened: Delimiter, closing: Delimiter & { readonly opens: boolean }): boolean {
  if (opened.sign !== closing.sign) return false;
  return !(opened.closes || closing.opens) || closing.length % 3 === 0 || (opened.length + closing.length) % 3 !== 0;
}
