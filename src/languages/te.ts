import type { Language } from './language.ts';

/** Telugu. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Telugu'],
  numbers: {
    speller: 'te-IN',
  },
};
