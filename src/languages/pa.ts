import type { Language } from './language.ts';

/** Punjabi. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Gurmukhi'],
  numbers: {
    speller: 'pa-IN',
  },
};
