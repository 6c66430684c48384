import type { SentenceLanguage } from '../language.ts';

export const hy: SentenceLanguage = {
  marks: ':',
};
