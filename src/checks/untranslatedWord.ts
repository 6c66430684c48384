/** A word that the engine did not know. */

import type { SegmentCheck } from './check.ts';

export const untranslatedWordCheck: SegmentCheck = {
  name: 'untranslated word',
  level: 'warning',
  about: 'A word that the engine did not know; a name within a sentence is a note',
  segment: ({ target, targetWords }) => {
    const got = (target.unknown ?? []).filter((word) => targetWords.includes(word) && !inTerm(word, target.terms));
    const names = got.filter((word) => isName(word, targetWords));
    const others = got.filter((word) => !names.includes(word));
    return [
      ...(others.length === 0 ? [] : [{ message: `The engine does not know ${listed(others)}`, got: others }]),
      ...(names.length === 0 ? [] : [{ message: `The engine does not know ${listed(names)}`, got: names, level: 'note' as const }]),
    ];
  },
};

/** What the glossary says of a name holds, whether or not the engine knows it. */
function inTerm(word: string, terms: readonly { readonly source: string; readonly target: string }[]): boolean {
  return terms.some(({ source, target }) => `${source} ${target}`.includes(word));
}

/** A capital where no sentence starts: engines know few names, and names stay as they are. */
function isName(word: string, words: string): boolean {
  return /^\p{Lu}/u.test(word) && !words.startsWith(word);
}

function listed(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
