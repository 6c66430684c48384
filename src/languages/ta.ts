import type { Language } from './language.ts';

/** Tamil. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Tamil'],
  length: { ratio: 1.25, spread: 1.3 },
  numbers: {
    speller: 'ta-IN',
  },
};
