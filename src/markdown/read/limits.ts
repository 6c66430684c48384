/** What is too much for one article: it is refused before it is parsed, with the reason. */

import type { Block } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import { fenceAfter } from '../code-fences.ts';

/** A long news article has 50 kB; a megabyte is read in about a second, and this much is a mistake. */
const BYTES = 4 * 1024 * 1024;

/** micromark takes quadratic time over brackets within brackets: a quarter of a second at this depth. Prose has two or three. */
const NESTING = 500;

/** Of one paragraph: micromark joins its texts one by one, in quadratic time from here on (measured: 0.6 s at 200 kB, 9 s at 400 kB). */
const PARAGRAPH = 256 * 1024;

/**
 * @throws KnownError for a file of more than 4 MB, one with brackets nested hundreds deep, thousands of stray marks of emphasis, or a paragraph as long as a book
 */
export function refuseTooMuch(source: string): void {
  // A UTF-16 code unit has at most three bytes of UTF-8.
  if (source.length * 3 > BYTES && Buffer.byteLength(source) > BYTES)
    throw new KnownError('The article is too large', {
      expected: 'at most 4 MB',
      got: `${(Buffer.byteLength(source) / 1024 / 1024).toFixed(1)} MB`,
      help: 'Split it into articles, or move data out of it.',
      place: '1:1',
    });
  const long = longParagraph(source);
  if (long !== undefined)
    throw new KnownError(`A paragraph is too long, line ${long}`, {
      expected: `paragraphs of at most ${PARAGRAPH / 1024} kB`,
      got: 'more without a blank line',
      help: 'Put blank lines between its paragraphs.',
      place: `${long}:1`,
    });
  const deep = deepNesting(source);
  if (deep !== undefined)
    throw new KnownError(`${deep.what} are nested too deep, line ${deep.line}`, {
      expected: `at most ${deep.most} within each other`,
      got: 'more',
      help: 'Take the nesting apart, or put the text into a code block.',
      place: `${deep.line}:1`,
    });
  const stray = strayMarks(source);
  if (stray !== undefined)
    throw new KnownError(`Too many marks of emphasis without a partner, line ${stray}`, {
      expected: 'at most some thousands in a paragraph',
      got: 'more',
      help: 'Put the text into a code block, or escape the marks.',
      place: `${stray}:1`,
    });
  const line = deepBrackets(source);
  if (line !== undefined)
    throw new KnownError(`Brackets are nested too deep, line ${line}`, {
      expected: `at most ${NESTING} [ within each other`,
      got: 'more',
      help: 'Put the text into a code block, or escape the brackets.',
      place: `${line}:1`,
    });
}

/** Of one sentence: what puts an answer's marks right compares each with the others. Real sentences have up to 20. */
const MARKS = 1_000;

/** @throws KnownError where a sentence has more marks than any has; `place` holds its `line:column` */
export function refuseMarked(source: string, blocks: readonly Block[]): void {
  for (const { segments } of blocks)
    for (const { span, text } of segments) {
      if (text.length <= MARKS) continue;
      const marks = text.filter((part) => typeof part !== 'string').length;
      if (marks <= MARKS) continue;
      const line = source.slice(0, span.start).split(/\r\n|\n|\r/).length;
      throw new KnownError(`Too many marks in a sentence, line ${line}`, {
        expected: `at most ${MARKS.toLocaleString('en')} of emphasis, links, code and the like`,
        got: marks.toLocaleString('en'),
        help: 'Make a list of it, or put the text into a code block.',
        place: `${line}:1`,
      });
    }
}

/** Lines that begin another block, end one, or are a table's. */
const NO_TEXT = /^[ \t>]*(?:$|[-*+|#<]|\d{1,9}[.)][ \t]| {4}|\t)/;

/** The line on which such a paragraph begins; code between fences is none. */
function longParagraph(source: string): number | undefined {
  if (source.length <= PARAGRAPH) return undefined;
  let length = 0;
  let first = 1;
  let fence = '';
  let number = 0;
  for (const line of source.split(/\r\n|\n|\r/)) {
    number++;
    const wasCode = fence !== '';
    fence = fenceAfter(line, fence);
    if (wasCode || fence !== '' || NO_TEXT.test(line)) {
      length = 0;
      // An item's own words begin on its line.
      if (!/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)) continue;
    }
    if (length === 0) first = number;
    length += line.length + 1;
    if (length > PARAGRAPH) return first;
  }
  return undefined;
}

/** Quotations and lists within each other: parsers and the tree's readers call themselves for each. Prose has three or four. */
const CONTAINERS = 100;
/** HTML elements within each other. A page made by a tool has some dozens. */
const ELEMENTS = 300;

const CONTAINER = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
const TAG = /<(\/?)([a-zA-Z][\w-]*)(?=[\s/>])([^<>]*)>/g;
/** Elements that hold nothing, and those whose end a parser supplies before the next of their kind (HTML, 13.1.2.4). */
const UNNESTED = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|d[dt]|option|t[rhd]|tbody|thead|tfoot|r[pt])$/i;

/** The first line at which quotations, lists or elements are within more others than any article has; code between fences is none. */
function deepNesting(source: string): { readonly what: string; readonly line: number; readonly most: number } | undefined {
  let fence = '';
  let line = 0;
  let elements = 0;
  for (const text of source.split(/\r\n|\n|\r/)) {
    line++;
    const wasCode = fence !== '';
    fence = fenceAfter(text, fence);
    if (wasCode || fence !== '') continue;
    if (containersOf(text) > CONTAINERS) return { what: 'Quotations or lists', line, most: CONTAINERS };
    if (!text.includes('<')) continue;
    for (const [, end, name = '', rest = ''] of text.matchAll(TAG)) {
      if (UNNESTED.test(name) || rest.endsWith('/')) continue;
      elements = end === '/' ? Math.max(0, elements - 1) : elements + 1;
      if (elements > ELEMENTS) return { what: 'Elements', line, most: ELEMENTS };
    }
  }
  return undefined;
}

/** How many marks of quotations and lists a line begins with; an item that is indented by so many columns is within as many lists by half. */
function containersOf(text: string): number {
  CONTAINER.lastIndex = 0;
  let count = 0;
  let indent = 0;
  while (count <= CONTAINERS) {
    const at = CONTAINER.lastIndex;
    const match = CONTAINER.exec(text);
    if (match === null) break;
    if (count === 0) indent = match[0].length;
    count++;
    if (CONTAINER.lastIndex === at) break;
  }
  return count + (count > 0 ? Math.floor(indent / 4) : 0);
}

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
function strayMarks(source: string): number | undefined {
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

/** The line of a paragraph in which as many brackets are nested in each other, and closed. */
function deepBrackets(source: string): number | undefined {
  const bracket = /[[\]]|\n[ \t]*\r?\n/g;
  let depth = 0;
  let deepest = 0;
  let closed = 0;
  for (let match = bracket.exec(source); match !== null; match = bracket.exec(source)) {
    if (match[0] === '[') deepest = Math.max(deepest, ++depth);
    else if (match[0] === ']') {
      depth = Math.max(0, depth - 1);
      closed++;
    } else depth = deepest = closed = 0;
    if (deepest > NESTING && closed > NESTING && depth < deepest - NESTING) return source.slice(0, match.index).split('\n').length;
  }
  return undefined;
}
