import type { Language } from './language.ts';

/** Gujarati. */
export const language: Language = {
  scripts: ['Gujarati'],
  numbers: {
    speller: 'gu-IN',
  },
};
