/** What of a text goes to the dictionaries, and what must come out as it went in: addresses, handles, odd signs. */

import type { Text } from '../../article.ts';

const WORD = '\\p{L}\\p{M}\\p{N}';
/** What goes in as it is. `/` and `$` are escaped: dictionaries know `and/or` and `$5 million`. */
const SIGNS = `.,;:!?'"()\\-–—…“”‘’«»„‚¿¡%‰°€£¥$\\/&§º·×`;
/** A sign that goes into a superblank; not the zero-width joiners between letters, which are spelling (Persian, Hindi). */
const ODD = `(?:(?!(?<=\\p{L}\\p{M}*)[\\u200C\\u200D]\\p{L})[^${WORD}\\s${SIGNS}]|[\\uFE0F\\u20E3])`;

/** What no dictionary should touch. */
const UNTRANSLATABLE = [
  // Addresses and handles.
  `(?:[a-z][a-z0-9+.\\-]*:\\/\\/|www\\.)\\S*[^\\s.,;:!?'")\\]”’»]`,
  `[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+`,
  `(?<![${WORD}])[@#][${WORD}_]+`,
  // Hosts and file names: a full stop with no space and a small letter after it.
  `[\\w\\-]*\\w{2}(?:\\.[a-z]{2,})+(?:\\/\\S*[\\w\\/])?(?![${WORD}])`,
  // Holes of templates.
  `\\{+[^{}]*\\}+`,
  // Figures and letters in one word that pairs read as two: 10am became `10soy`, a 5G network `5 red de G`.
  `(?<![${WORD}.,])\\p{N}+(?:[ap]m|\\p{Lu})(?![${WORD}])`,
  // Letters joined by a sign: AT&T, snake_case, 3^2.
  `[${WORD}]+(?:(?:${ODD}|&)+[${WORD}]+)+`,
  `${ODD}(?:${ODD}|[\\p{M}\\u200D])*`,
];
const SPLIT = new RegExp(`(${UNTRANSLATABLE.join('|')})`, 'u');
export const LETTER = /[\p{L}\p{N}]/u;

/** Strings go to the dictionaries, Texts do not. */
export function wordsAndBlanks(words: string): (string | Text)[] {
  // Where a word may be broken in the source says nothing of its translation.
  const parts = words.replace(/\u00AD/g, '').split(SPLIT);
  return parts.flatMap((part, at) => (part === '' ? [] : [at % 2 === 1 ? [part] : part]));
}
