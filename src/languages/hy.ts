import type { Language } from './language.ts';

/** Armenian. */
export const language: Language = {
  doubles: 'any',
  // The signs of a question and an exclamation are set over a vowel, and many write the stop as a colon.
  ends: { '?': /՞[^.:։]*[.:։]?$/, '!': /՜[^.:։]*[.:։]?$/, '.': /[:։]$/ },
  scripts: ['Armenian'],
  length: { ratio: 1.1, spread: 1.2 },
  sentences: {
    marks: ':',
  },
};
