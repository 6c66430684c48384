import type { Language } from './language.ts';

/** Armenian. */
export const language: Language = {
  scripts: ['Armenian'],
  length: { ratio: 1.1, spread: 1.2 },
  sentences: {
    marks: ':',
  },
};
