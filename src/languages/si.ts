import type { Language } from './language.ts';

/** Sinhala. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Sinhala'],
};
