import type { Language } from './language.ts';

/** Georgian. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Georgian'],
  length: { ratio: 1.15, spread: 1.2 },
  numbers: {
    speller: 'ka-GE',
  },
};
