import { language as es } from './es.ts';
import type { Language } from './language.ts';
import { language as pt } from './pt.ts';

/** Galician. */
export const language: Language = {
  openingMarks: 'sometimes',
  length: { ratio: 1.12, spread: 1 },
  sentences: es.sentences,
  numbers: {
    percent: 'por ?cento|porcent',
    words: pt.numbers?.words,
    scales: [
      [1e9, 'mil millóns'],
      [1e3, 'mil'],
      [1e6, 'mill(?:óns|ón)'],
      [1e12, 'bill(?:óns|ón)'],
    ],
  },
};
