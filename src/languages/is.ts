import type { Language } from './language.ts';

/** Icelandic. */
export const language: Language = {
  letters: { own: /[þð]/giu },
  length: { ratio: 1.02, spread: 1.1 },
};
