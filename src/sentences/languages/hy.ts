import type { Language } from '../language.ts';

export const hy: Language = {
  marks: ':',
};
