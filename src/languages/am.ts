import type { Language } from './language.ts';

/** Amharic. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Ethiopic'],
};
