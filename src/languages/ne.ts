import { language as hi } from './hi.ts';
import type { Language } from './language.ts';
import { language as mr } from './mr.ts';

/** Nepali. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Devanagari'],
  sentences: mr.sentences,
  numbers: {
    percent: 'प्रतिशत',
    scales: hi.numbers?.scales,
  },
};
