import type { Language } from './language.ts';

/** Macedonian. */
export const language: Language = {
  scripts: ['Cyrillic'],
  length: { ratio: 1.07, spread: 1.1 },
};
