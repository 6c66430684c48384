/** A word that follows itself: `La la empresa`. */

import { hasTwin } from '../language/runs.ts';
import { hasSound, isSound } from '../language/sounds.ts';
import { languageOf } from '../languages/lookup.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

export const doubledWordsCheck: SegmentCheck = {
  name: 'doubled-words',
  segment: ({ sourceWords, targetWords, to }) => {
    const { doubles, unspaced } = languageOf(to);
    if (unspaced || doubles === 'any' || !hasTwin(targetWords)) return [];
    const spelled = SPELLED.test(sourceWords);
    const found = doubledIn(targetWords, to, LABEL.test(sourceWords), hasSound(sourceWords)).filter(
      (words) => !(spelled && words.length <= SHORT && !/\p{Script=Latin}/u.test(words)),
    );
    // A source that doubles a word does so for its sound.
    if (found.length === 0 || DOUBLED.test(sourceWords.toLowerCase())) return [];
    return [{ ...worded`${found.map((word) => `"${word}"`).join(', ')} twice running`, got: found }];
  },
};

/** An abbreviation, which other scripts spell letter by letter: `بي بي إس` for PBS. */
const SPELLED = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}\p{N}])/u;
const SHORT = 7;
/** A comma, and perhaps a preposition: `Themen, an die die Partei glaubt`. */
const BEHIND_COMMA = /,\s+(?:\p{L}+\s+)?$/u;
const DOUBLED = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)\s+\1(?![\p{L}\p{M}\p{N}'’-])/u;
const EACH = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)[ \u00a0]+(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}'’-])/gu;

/**
 * @param hasLabels whether the source has letters that are labels: then the text's may be such
 * @param laughs whether the source has laughter or another sound
 */
function doubledIn(text: string, locale: string, hasLabels: boolean, laughs: boolean): string[] {
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
    // A name (Duran Duran) is doubled in the source too.
    if (word !== second.toLowerCase() || always.includes(word)) continue;
    // Many a sound is a word as well (`la`, `ha`, `he`, `no`): it is one where it goes on, or the source laughs.
    if (isSound(word) && (laughs || isThird(text, match.index, at + second.length, word))) continue;
    if (word.length === 1 && isLetter(text, match.index, first, second, hasLabels)) continue;
    if (afterComma.includes(word) && BEHIND_COMMA.test(beforeIn(text, match.index))) continue;
    // A numeral and the article before it: `un un deux`.
    const next = /^[\s-]+(\p{L}+)/u.exec(text.slice(match.index + all.length))?.[1];
    if (next !== undefined && isNumeral(word, locale) && isNumeral(next, locale)) continue;
    found.push(all);
  }
}

/** Whether a word that stands twice between two offsets is there once more, before or behind. */
function isThird(text: string, start: number, end: number, word: string): boolean {
  const behind = text.slice(end, end + LOOK + word.length).toLowerCase();
  return (
    new RegExp(`(?<!\\p{L})${word}[\\s,-]+$`, 'u').test(beforeIn(text, start, LOOK + word.length).toLowerCase()) ||
    new RegExp(`^[\\s,-]+${word}(?!\\p{L})`, 'u').test(behind)
  );
}

/** Characters around a word that are looked at: longer words and runs of signs tell nothing. */
const LOOK = 60;

/** What is before an offset; a letter stands for what is not looked at. */
function beforeIn(text: string, at: number, most = LOOK): string {
  return at > most ? `x${text.slice(at - most, at)}` : text.slice(0, at);
}

/** A letter that is a label or an initial: `Plan A`, `Group B`; English `A` begins sentences, and `I` is a word. */
const LABEL = /(?<!\p{L})(?![AI](?!\p{L}))\p{Lu}(?![\p{L}'’])|(?<=[\p{L}\d]\s)A(?![\p{L}'’])/u;

/** Whether one of two letters alone is none of the words of one letter that languages have (`a`, `o`, `y`, `и`). */
function isLetter(text: string, at: number, first: string, second: string, hasLabels: boolean): boolean {
  const [isFirst, isSecond] = [first, second].map((one) => /^\p{Lu}$/u.test(one));
  const isStart = /(?:^|[.!?:…]\s+)["“„«»‘'(¿¡—–-]*\s*$/u.test(beforeIn(text, at));
  if (!isSecond && (!isFirst || isStart)) return false;
  // The second begins a name where a capital follows: `A A Coruña`.
  return hasLabels || !/^\s+\p{Ll}/u.test(text.slice(at + first.length + 1 + second.length));
}

function isNumeral(word: string, locale: string): boolean {
  const named = Object.values(languageOf(locale).numbers?.words ?? {});
  return named.some((pattern) => new RegExp(`^(?:${pattern})`, 'iu').test(word));
}
