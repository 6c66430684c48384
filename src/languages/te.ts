import type { Language } from './language.ts';

/** Telugu. */
export const language: Language = {
  scripts: ['Telugu'],
  numbers: {
    speller: 'te-IN',
  },
};
