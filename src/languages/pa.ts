import type { Language } from './language.ts';

/** Punjabi. */
export const language: Language = {
  scripts: ['Gurmukhi'],
  numbers: {
    speller: 'pa-IN',
  },
};
