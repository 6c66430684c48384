import { language as hr } from './hr.ts';
import type { Language } from './language.ts';
import { language as sr } from './sr.ts';

/** Bosnian. */
export const language: Language = {
  detectedAs: 'hr',
  length: { ratio: 0.99, spread: 1.1 },
  sentences: hr.sentences,
  numbers: {
    percent: 'posto|odsto',
    words: sr.numbers?.words,
    scales: sr.numbers?.scales,
  },
};
