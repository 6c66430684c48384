import type { Language } from './language.ts';

/** Asturian. */
export const language: Language = {
  openingMarks: 'always',
};
