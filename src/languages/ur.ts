import type { Language } from './language.ts';

/** Urdu. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Arabic'],
  length: { ratio: 0.97, spread: 1.2 },
  sentences: {
    goesOn: 'پھر',
    joins: 'ڈاکٹر پروفیسر ص ج ڈی بی سی ایم پی ایس آر اے ای جی',
    says: 'کہا پوچھا بتایا لکھا',
  },
  numbers: {
    percent: 'فیصد',
    speller: 'ur-PK',
    scales: [
      [1e9, 'ارب|بلین'],
      [1e6, 'ملین'],
      [1e3, 'ہزار'],
      [1e5, 'لاکھ'],
      [1e7, 'کروڑ'],
      [1e11, 'کھرب'],
      [1e12, 'ٹریلین'],
    ],
  },
};
