/** What is too much for one article: it is refused before it is parsed, with the reason. */

import type { Block } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import { lineOf } from '../../text/lines.ts';
import { fenceAfter } from '../code-fences.ts';
import { addressEnds } from './address-ends.ts';
import { lazyLines } from './lazy-lines.ts';
import { manyParts, PARTS } from './many-parts.ts';
import { NO_TEXT } from './text-lines.ts';

/** A long news article has 50 kB; a megabyte is read in about a second, and this much is a mistake. */
const BYTES = 4 * 1024 * 1024;

/** micromark takes quadratic time over brackets within brackets: a quarter of a second at this depth. Prose has two or three. */
const NESTING = 500;

/** Of one paragraph: micromark joins its texts one by one, in quadratic time from here on (measured: 0.6 s at 200 kB, 9 s at 400 kB). */
const PARAGRAPH = 256 * 1024;

/**
 * @throws KnownError for a file of more than 4 MB, one with brackets nested hundreds deep, or a paragraph as long as a book
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
  refuse(manyParts(source), 'The article is too large', {
    expected: `at most ${PARTS.toLocaleString('en')} paragraphs, items and cells, or eight times as many lines and marks`,
    help: 'Split it into articles, or move data out of it.',
  });
  refuse(longParagraph(source), 'A paragraph is too long', {
    expected: `paragraphs of at most ${PARAGRAPH / 1024} kB`,
    got: 'more without a blank line',
    help: 'Put blank lines between its paragraphs.',
  });
  refuse(lazyLines(source), 'A paragraph of a quotation or an item is too long', {
    expected: 'at most some thousands of lines that go on with it without its sign',
    help: 'Put the sign before each of its lines, or a blank line behind it.',
  });
  refuse(addressEnds(source), 'An address has too much punctuation', {
    expected: 'at most some hundreds of signs in a row',
    help: 'Put the address into angle brackets or a code block.',
  });
  const deep = deepNesting(source);
  refuse(deep?.line, `${deep?.what} are nested too deep`, {
    expected: `at most ${deep?.most} within each other`,
    help: 'Take the nesting apart, or put the text into a code block.',
  });
  refuse(deepBrackets(source), 'Brackets are nested too deep', {
    expected: `at most ${NESTING} [ within each other`,
    help: 'Put the text into a code block, or escape the brackets.',
  });
}

/** @param line where there is too much; undefined where there is not */
function refuse(
  line: number | undefined,
  what: string,
  { expected, got = 'more', help }: { readonly expected: string; readonly got?: string; readonly help: string },
): void {
  if (line !== undefined) throw new KnownError(`${what}, line ${line}`, { expected, got, help, place: `${line}:1` });
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
      refuse(source.slice(0, span.start).split(/\r\n|\n|\r/).length, 'Too many marks in a sentence', {
        expected: `at most ${MARKS.toLocaleString('en')} of emphasis, links, code and the like`,
        got: marks.toLocaleString('en'),
        help: 'Make a list of it, or put the text into a code block.',
      });
    }
}

const HEADING = /^[ \t>]*#{1,6}[ \t]/;

/** The line on which such a paragraph begins, or of a heading as long; code between fences is none. */
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
      if (line.length > PARAGRAPH && HEADING.test(line)) return number;
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
const TAG = /(?<!\\)<(\/?)([a-zA-Z][\w-]*)(?=[\s/>])([^<>]*)>/g;
/** What is written about a tag opens none: "`<div>`". */
const CODE = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g;
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
    for (const [, end, name = '', rest = ''] of text.replace(CODE, '').matchAll(TAG)) {
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
    if (deepest > NESTING && closed > NESTING && depth < deepest - NESTING) return lineOf(source, match.index);
  }
  return undefined;
}
