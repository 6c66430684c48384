/** A word that the engine did not know. */

import type { SegmentCheck } from './check.ts';

export const untranslatedWordCheck: SegmentCheck = {
  name: 'untranslated-word',
  segment: ({ target, sourceWords, targetWords }) => {
    const told = (target.unknown ?? []).filter((word) => targetWords.includes(word));
    const got = [...told, ...starred(sourceWords, targetWords)].filter((word) => !inTerm(word, target.terms));
    const names = got.filter((word) => isName(word, targetWords));
    const others = got.filter((word) => !names.includes(word));
    return [
      ...(others.length === 0 ? [] : [{ message: `The engine does not know ${listed(others)}`, got: others }]),
      ...(names.length === 0 ? [] : [{ message: `The engine does not know ${listed(names)}`, got: names, level: 'note' as const }]),
    ];
  },
};

/** Words with Apertium's star before them, in editions that other programs made of its output. */
function starred(source: string, target: string): string[] {
  if (!target.includes('*') || source.includes('*')) return [];
  return [...target.matchAll(/(?<![\p{L}\p{N}*])\*(\p{L}[\p{L}\p{M}'’-]*)/gu)].map((match) => match[1] as string);
}

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
