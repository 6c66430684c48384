/** What comes after a possible end of a sentence. */

import { DASH, DIGIT, FULL, INVERTED, INVISIBLE, isLetter, isQuote, kindAt, LOWER, OPEN, SPACE, STOP, UPPER } from './kinds.ts';
import type { Rules } from './rules.ts';

/** The word that begins at an index: letters, digits and apostrophes. */
export function wordAt(text: string, at: number): string {
  let end = at;
  for (; ; end++) {
    const kind = kindAt(text, end);
    if (isLetter(kind) || kind === DIGIT || kind === INVISIBLE) continue;
    const code = text.charCodeAt(end);
    if ((code === 0x27 || code === 0x2019 || code === 0x2bc) && end > at && isLetter(kindAt(text, end + 1))) continue;
    return text.slice(at, end).replace('\u2019', "'");
  }
}

/** Past opening quotation marks, brackets, dashes and ¿¡. */
export function skipOpeners(text: string, at: number): number {
  for (; ; at++) {
    const kind = kindAt(text, at);
    if (isQuote(kind) || kind === OPEN || kind === INVERTED || kind === INVISIBLE) continue;
    if (kind === DASH || (kind === SPACE && kindAt(text, at - 1) !== SPACE)) continue;
    return at;
  }
}

/** `iPhone`, `eBay`: a name in spite of its first letter. */
export function isCamel(text: string, at: number): boolean {
  return kindAt(text, at) === LOWER && kindAt(text, at + 1) === UPPER;
}

/** Dutch `'s Ochtends`, `'t Is`: the second word has the capital. */
export function isClitic(text: string, at: number): boolean {
  return /['’]/.test(text[at - 1] ?? '') && kindAt(text, at + 1) === SPACE && kindAt(text, at + 2) === UPPER;
}

/**
 * Whether a quotation that ends in `!` or `?` goes on with who said it: a verb of saying within five words, and a name before it
 * where letters have case. Where they have not, nothing but the verb's place tells, so that it must end what is said.
 */
export function isAttribution(text: string, next: number, { says, starters }: Rules): boolean {
  if (says.size === 0) return false;
  const cased = kindAt(text, next) === UPPER;
  let at = next;
  for (let words = 0; words < 5; words++) {
    const word = wordAt(text, at);
    if (word === '') return false;
    at += word.length;
    if (says.has(word)) {
      const after = kindAt(text, at);
      return cased ? words > 0 : after === STOP || after === FULL;
    }
    // A pronoun with a capital begins a sentence.
    if (words === 0 && starters.has(word.toLowerCase())) return false;
    if (text[at] === '.') at++;
    if (kindAt(text, at) !== SPACE) return false;
    at++;
  }
  return false;
}

/**
 * In scripts without spaces: whether a quotation goes on with a Japanese particle (と言った), or with a verb of saying that
 * ends what follows, ten signs at most.
 */
export function goesOnDensely(text: string, next: number, { says, starters, goesOn }: Rules): boolean {
  let end = next;
  while (end < next + 10 && isLetter(kindAt(text, end))) end++;
  const clause = text.slice(next, end);
  for (let length = 1; length <= 3; length++) if (goesOn.has(clause.slice(0, length))) return true;
  if (HIRAGANA.test(clause)) {
    for (let length = 2; length <= 6; length++) if (starters.has(clause.slice(0, length))) return false;
    return true;
  }
  if (kindAt(text, end) !== FULL) return false;
  for (let length = 1; length <= 5 && length < clause.length; length++) if (says.has(clause.slice(-length))) return true;
  return false;
}

const HIRAGANA = /^[\u3041-\u309f]/;
