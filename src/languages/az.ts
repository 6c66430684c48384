import type { Language } from './language.ts';

/** Azerbaijani. */
export const language: Language = {
  dottedI: true,
  numbers: {
    speller: 'az-AZ',
  },
};
