import type { Language } from './language.ts';

/** Filipino. */
export const language: Language = {
  doubles: 'any',
  detectedAs: 'tl',
  length: { ratio: 1.2, spread: 1.2 },
};
