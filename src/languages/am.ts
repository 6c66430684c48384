import type { Language } from './language.ts';

/** Amharic. */
export const language: Language = {
  scripts: ['Ethiopic'],
};
