/** A sentence that ends otherwise than its source: a question that became a statement. */

import { languageOf } from '../languages/lookup.ts';
import { type Worded, worded } from '../text/worded.ts';
import type { Remark, SegmentCheck } from './check.ts';

/** In all languages, whatever the script; what a language has besides is in its file (`ends`). */
const CLASSES: readonly (readonly [End, RegExp])[] = [
  ['…', /(?:\.\.\.|…)$/],
  ['?', /[?？؟՞፧]$/],
  ['!', /[!！՜]$/],
  [':', /[:：]$/],
  ['.', /[.。．।॥۔։။።᱾᱿។།]$/],
];

export const endPunctuationCheck: SegmentCheck = {
  name: 'end-punctuation',
  segment: ({ sourceWords, targetWords, from, to }) => {
    if (languageOf(to).noFullStop) return [];
    const expected = endOf(sourceWords, from);
    const got = endOf(targetWords, to);
    const opened = openedOtherwise(sourceWords, targetWords, to);
    if (expected === got || targetWords.trim() === '') return opened;
    return [...opened, { ...worded`The end is ${name(got)} instead of ${name(expected)}`, expected: [expected], got: [got] }];
  },
};

type End = '…' | '?' | '!' | ':' | '.' | '';

function endOf(text: string, locale: string): End {
  let end = text.length;
  while (end > 0 && CLOSES.test(text[end - 1] as string)) end--;
  const { ends } = languageOf(locale);
  const own = ends === undefined ? undefined : Object.entries(ends).find(([, pattern]) => pattern.test(text.slice(0, end)))?.[0];
  if (own !== undefined) return own as End;
  const last = text.slice(Math.max(0, end - LONGEST_END), end);
  return CLASSES.find(([, pattern]) => pattern.test(last))?.[0] ?? '';
}

const CLOSES = /["'“”„«»‹›‘’「」『』（）()\s\]]/u;
/** Characters of the longest of `CLASSES`. */
const LONGEST_END = 3;

/** A question or an exclamation without the sign that opens it, or with one where the language has none. */
function openedOtherwise(source: string, target: string, to: string): Remark[] {
  const { openingMarks } = languageOf(to);
  const signs = target.match(/[¿¡]/gu) ?? [];
  if (openingMarks === undefined && signs.length > 0 && !/[¿¡]/.test(source))
    return [{ ...worded`${signs[0] as string} is not punctuation of this language`, got: [signs[0] as string], level: 'warning' }];
  // A question mark in brackets is a doubt; several questions may share a sentence.
  if (openingMarks !== 'always' || !/\p{L}[^\p{L}?]*\?/u.test(target.replace(/https?:\/\/\S+|\(\?\)/g, '')) || target.includes('¿'))
    return [];
  return [{ ...worded`The question does not open with ¿`, expected: ['¿'], level: 'warning' }];
}

function name(end: End): Worded | string {
  return end === '' ? worded`without punctuation` : `"${end}"`;
}
