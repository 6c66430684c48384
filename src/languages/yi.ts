import type { Language } from './language.ts';

/** Yiddish. */
export const language: Language = {
  scripts: ['Hebrew'],
};
