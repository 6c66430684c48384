import type { Language } from './language.ts';

/** Lao. */
export const language: Language = {
  scripts: ['Lao'],
  unspaced: true,
  noFullStop: true,
};
