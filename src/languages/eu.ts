import type { Language } from './language.ts';

/** Basque. */
export const language: Language = {
  doubles: 'any',
  length: { ratio: 1.09, spread: 1.15 },
  kindsBehind: true,
};
