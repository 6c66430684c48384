import type { Language } from './language.ts';

/** Kurdish. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Arabic', 'Latin'],
};
