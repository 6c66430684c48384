import type { Language } from './language.ts';

/** Tibetan. */
export const language: Language = {
  scripts: ['Tibetan'],
  unspaced: true,
};
