import type { Language } from './language.ts';

/** Odia. */
export const language: Language = {
  scripts: ['Oriya'],
};
