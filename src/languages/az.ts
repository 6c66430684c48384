import type { Language } from './language.ts';

/** Azerbaijani. */
export const language: Language = {
  doubles: 'any',
  dottedI: true,
  numbers: {
    percent: 'faiz',
    speller: 'az-AZ',
  },
  kindsBehind: true,
};
