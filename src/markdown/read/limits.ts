/** What is too much for one article: it is refused before it is parsed, with the reason. */

import { KnownError } from '../../errors.ts';
import { fenceAfter } from '../code-fences.ts';

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
  const long = longParagraph(source);
  if (long !== undefined)
    throw new KnownError(`A paragraph is too long, line ${long}`, {
      expected: `paragraphs of at most ${PARAGRAPH / 1024} kB`,
      got: 'more without a blank line',
      help: 'Put blank lines between its paragraphs.',
      place: `${long}:1`,
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
