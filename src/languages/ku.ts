import type { Language } from './language.ts';

/** Kurdish. */
export const language: Language = {
  scripts: ['Arabic', 'Latin'],
};
