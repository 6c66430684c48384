import type { Language } from './language.ts';

/** Kannada. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Kannada'],
};
