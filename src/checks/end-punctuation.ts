/** A sentence that ends otherwise than its source: a question that became a statement. */

import { languageOf } from '../languages/lookup.ts';
import type { SegmentCheck } from './check.ts';

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['…', /(?:\.\.\.|…)$/],
  ['?', /[?？؟;՞]$/],
  ['!', /[!！]$/],
  [':', /[:：]$/],
  ['.', /[.。．।؟۔։]$/],
];

export const endPunctuationCheck: SegmentCheck = {
  name: 'end-punctuation',
  segment: ({ sourceWords, targetWords, to }) => {
    if (languageOf(to).noFullStop) return [];
    const expected = endOf(sourceWords);
    const got = endOf(targetWords);
    if (expected === got || targetWords.trim() === '') return [];
    return [{ message: `The end is ${name(got)} instead of ${name(expected)}`, expected: [expected], got: [got] }];
  },
};

function endOf(text: string): string {
  const bare = text.replace(/["'“”„«»‹›‘’「」『』（）()\s\]]+$/u, '');
  return CLASSES.find(([, pattern]) => pattern.test(bare))?.[0] ?? '';
}

function name(end: string): string {
  return end === '' ? 'without punctuation' : `"${end}"`;
}
