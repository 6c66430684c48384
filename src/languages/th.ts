import type { Language } from './language.ts';

/** Thai. */
export const language: Language = {
  scripts: ['Thai'],
  unspaced: true,
  noFullStop: true,
  length: { ratio: 0.92, spread: 1.3 },
  numbers: {
    percent: 'ร้อยละ|เปอร์เซ็นต์',
    speller: 'th-TH',
    noNumber: '5{3,}',
  },
};
