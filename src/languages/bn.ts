import type { Language } from './language.ts';

/** Bangla. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Bengali'],
  length: { ratio: 0.97, spread: 1.15 },
  numbers: {
    speller: 'bn-BD',
    scales: [
      [1e9, 'বিলিয়ন'],
      [1e6, 'মিলিয়ন'],
      [1e5, 'লাখ'],
      [1e7, 'কোটি'],
      [1e3, 'হাজার'],
    ],
  },
};
