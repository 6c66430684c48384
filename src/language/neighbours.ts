/** Words that tell a language from one that is close to it: Danish from Norwegian, Serbian from Croatian. */

import type { TellingWords } from '../languages/language.ts';

const sets = new Map<TellingWords, ReadonlySet<string>>();

const WORD = /(?<![\p{L}\p{M}\p{N}'’])\p{L}[\p{Ll}\p{M}]*(?![\p{L}\p{M}\p{N}])/gu;

/**
 * How many more words of a text are of the other language than of the one. A word counts for a language if it is one of its
 * frequent words or has its letters or endings, and only where it does not count for the other. One with a capital may be a
 * name: it counts as a frequent word alone.
 */
export function wordsFor(other: TellingWords | undefined, one: TellingWords | undefined, text: string): number {
  if (other === undefined || one === undefined) return 0;
  let difference = 0;
  for (const word of wordsOf(text)) difference += Number(isOf(word, other)) - Number(isOf(word, one));
  return difference;
}

/** The text that was asked about last: each neighbour of its language is asked for in turn. */
let last: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] };

function wordsOf(text: string): readonly string[] {
  if (last.text !== text) last = { text, words: text.match(WORD) ?? [] };
  return last.words;
}

function isOf(word: string, telling: TellingWords): boolean {
  let frequent = sets.get(telling);
  if (frequent === undefined) {
    frequent = new Set(telling.words.trim().split(/\s+/));
    sets.set(telling, frequent);
  }
  const small = word.toLowerCase();
  return frequent.has(small) || (word === small && telling.shape?.test(word) === true);
}
