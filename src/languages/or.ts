import type { Language } from './language.ts';

/** Odia. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Oriya'],
};
