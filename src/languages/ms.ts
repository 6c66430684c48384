import { language as id } from './id.ts';
import type { Language } from './language.ts';

/** Malay. */
export const language: Language = {
  doubles: 'any',
  sentences: id.sentences,
  numbers: {
    speller: 'ms-MY',
    scales: id.numbers?.scales,
  },
};
