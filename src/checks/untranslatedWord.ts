/** A word that an engine did not know and marked with a star (Apertium). */

import type { SegmentCheck } from './check.ts';

export const untranslatedWordCheck: SegmentCheck = {
  name: 'untranslated word',
  level: 'warning',
  about: 'A word that the engine did not know',
  segment: ({ sourceWords, targetWords }) => {
    if (!targetWords.includes('*') || sourceWords.includes('*')) return [];
    const got = [...targetWords.matchAll(/(?<![\p{L}\p{N}*])\*(\p{L}[\p{L}\p{M}'’-]*)/gu)].map((match) => match[1] as string);
    return got.length === 0 ? [] : [{ message: `The engine does not know ${got.map((word) => `"${word}"`).join(', ')}`, got }];
  },
};
