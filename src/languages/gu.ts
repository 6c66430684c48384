import type { Language } from './language.ts';

/** Gujarati. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Gujarati'],
  numbers: {
    speller: 'gu-IN',
  },
};
