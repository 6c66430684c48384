import type { Language } from './language.ts';

/** Albanian. */
export const language: Language = {
  length: { ratio: 1.1, spread: 1.1 },
};
