import type { Language } from './language.ts';

/** Kannada. */
export const language: Language = {
  scripts: ['Kannada'],
};
