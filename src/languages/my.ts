import type { Language } from './language.ts';

/** Burmese. */
export const language: Language = {
  scripts: ['Myanmar'],
  unspaced: true,
};
