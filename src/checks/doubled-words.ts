/** A word that follows itself: `La la empresa`. */

import { hasTwin } from '../language/runs.ts';
import { languageOf } from '../languages/lookup.ts';
import type { SegmentCheck } from './check.ts';

export const doubledWordsCheck: SegmentCheck = {
  name: 'doubled-words',
  segment: ({ sourceWords, targetWords, to }) => {
    const { doubles, unspaced } = languageOf(to);
    if (unspaced || doubles === 'any' || !hasTwin(targetWords)) return [];
    const spelled = SPELLED.test(sourceWords);
    const found = doubledIn(targetWords, to).filter((words) => !(spelled && words.length <= SHORT && !/\p{Script=Latin}/u.test(words)));
    // A source that doubles a word does so for its sound.
    if (found.length === 0 || DOUBLED.test(sourceWords.toLowerCase())) return [];
    return [{ message: `${found.map((word) => `"${word}"`).join(', ')} twice running`, got: found }];
  },
};

/** An abbreviation, which other scripts spell letter by letter: `بي بي إس` for PBS. */
const SPELLED = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}\p{N}])/u;
const SHORT = 7;
/** A comma, and perhaps a preposition: `Themen, an die die Partei glaubt`. */
const BEHIND_COMMA = /,\s+(?:\p{L}+\s+)?$/u;
/** Laughter and other sounds. */
const SOUND = /^(?:[hjx][aeiou]|[aeiou]h|[хг][аеио]|а[хг]|ну)$/u;
const DOUBLED = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)\s+\1(?![\p{L}\p{M}\p{N}'’-])/u;
const EACH = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)[ \u00a0]+(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}'’-])/gu;

function doubledIn(text: string, locale: string): string[] {
  const { doubles = '', doublesAfterComma = '' } = languageOf(locale);
  const [always, afterComma] = [doubles.split(' '), doublesAfterComma.split(' ')];
  const found: string[] = [];
  let at = 0;
  for (EACH.lastIndex = 0; ; ) {
    EACH.lastIndex = at;
    const match = EACH.exec(text);
    if (match === null) return found;
    const [all, first = '', second = ''] = match;
    at = match.index + all.length - second.length;
    const word = first.toLowerCase();
    // A capital by itself is an initial or a label. A name (Duran Duran) is doubled in the source too.
    if (word !== second.toLowerCase() || /^\p{Lu}$/u.test(second) || always.includes(word) || SOUND.test(word)) continue;
    if (afterComma.includes(word) && BEHIND_COMMA.test(text.slice(0, match.index))) continue;
    // A numeral and the article before it: `un un deux`.
    const next = /^[\s-]+(\p{L}+)/u.exec(text.slice(match.index + all.length))?.[1];
    if (next !== undefined && isNumeral(word, locale) && isNumeral(next, locale)) continue;
    found.push(all);
  }
}

function isNumeral(word: string, locale: string): boolean {
  const named = Object.values(languageOf(locale).numbers?.words ?? {});
  return named.some((pattern) => new RegExp(`^(?:${pattern})`, 'iu').test(word));
}
