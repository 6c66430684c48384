import type { Language } from './language.ts';

/** Khmer. */
export const language: Language = {
  scripts: ['Khmer'],
  unspaced: true,
};
