import type { Language } from '../language.ts';

export const ko: Language = {
  joins: 'Dr Mr Mrs',
};
