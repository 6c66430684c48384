import type { Language } from './language.ts';

/** Swahili. */
export const language: Language = {
  doubles: 'any',
  length: { ratio: 1, spread: 1.2 },
  numbers: {
    speller: 'sw-KE',
  },
};
