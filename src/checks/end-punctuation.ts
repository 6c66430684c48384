/** A sentence that ends otherwise than its source: a question that became a statement. */

import { languageOf } from '../languages/lookup.ts';
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
    return [...opened, { message: `The end is ${name(got)} instead of ${name(expected)}`, expected: [expected], got: [got] }];
  },
};

type End = '…' | '?' | '!' | ':' | '.' | '';

function endOf(text: string, locale: string): End {
  const bare = text.replace(/["'“”„«»‹›‘’「」『』（）()\s\]]+$/u, '');
  const own = Object.entries(languageOf(locale).ends ?? {}).find(([, pattern]) => pattern.test(bare))?.[0];
  return (own as End | undefined) ?? CLASSES.find(([, pattern]) => pattern.test(bare))?.[0] ?? '';
}

/** A question or an exclamation without the sign that opens it, or with one where the language has none. */
function openedOtherwise(source: string, target: string, to: string): Remark[] {
  const { openingMarks } = languageOf(to);
  const signs = target.match(/[¿¡]/gu) ?? [];
  if (openingMarks === undefined && signs.length > 0 && !/[¿¡]/.test(source))
    return [{ message: `${signs[0]} is no sign of the language`, got: [signs[0] as string], level: 'warning' }];
  // A question mark in brackets is a doubt; several questions may share a sentence.
  if (openingMarks !== 'always' || !/\p{L}[^\p{L}?]*\?/u.test(target.replace(/https?:\/\/\S+|\(\?\)/g, '')) || target.includes('¿'))
    return [];
  return [{ message: 'The question does not open with ¿', expected: ['¿'], level: 'warning' }];
}

function name(end: End): string {
  return end === '' ? 'without punctuation' : `"${end}"`;
}
