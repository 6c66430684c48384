/** Whether a single full stop ends a sentence, given the text before it and after it. */

import { DIGIT, INVISIBLE, isLetter, kindAt, LOWER, OPEN, OTHER, QUOTE, SPACE, SPEECH, UNCASED, UPPER } from './kinds.ts';
import { wordAt } from './next.ts';
import type { Class, Rules } from './rules.ts';
import { skipSpace } from './space.ts';
import { closing } from './speech.ts';

/** A full stop between two sentences, perhaps. */
export interface Stop {
  readonly text: string;
  /** Where the sentence begins. */
  readonly start: number;
  /** The full stop. */
  readonly at: number;
  /** The first letter, digit or thing after it, openers left out. */
  readonly next: number;
  /** The kind of the character at `next`; never LOWER: such a stop is no end, and is not asked about. */
  readonly nextKind: number;
}

export function fullStopEnds(stop: Stop, rules: Rules): boolean {
  const { text, nextKind } = stop;
  // Tokenized text has a space before its marks.
  const at = kindAt(text, stop.at - 1) === SPACE ? stop.at - 1 : stop.at;
  const first = tokenStart(text, at, stop.start);
  const length = at - first;
  // After a bracket, a quotation mark, a sign: nothing is abbreviated.
  if (length === 0) return !(nextKind === DIGIT && DEGREE.test(text[at - 1] ?? ''));
  if (opensList(stop, first) || isAside(stop, at)) return false;
  const last = kindAt(text, at - 1);
  if (last === DIGIT) return numberEnds(stop, first, rules);
  const token = clean(text.slice(first, at));
  if (length > rules.longest && !DOTTED.test(token) && !rules.compounds.some((end) => token.endsWith(end))) return true;
  const kind = classOfChain(stop, first, token, rules) ?? classOf(token, rules);
  if (kind !== undefined && isPlaceInCapitals(stop, first, token)) return false;
  if (kind !== undefined) return classEnds(kind, stop, first, rules);
  if (goesOn(stop, token, rules)) return false;
  if (token.length === 1 || ELIDED_INITIAL.test(token)) return letterEnds(stop, first, last, rules);
  if (DOTTED.test(token)) return classEnds('may', stop, first, rules);
  if (token.length <= 4 && !rules.vowelless && isConsonants(token))
    return classEnds(hasNumberBefore(stop, first) ? 'numbers' : 'may', stop, first, rules);
  // A Roman numeral with a full stop is an ordinal where `3.` is one.
  if (rules.ordinals && /^[IVXLC]+$/.test(token)) return classEnds('may', stop, first, rules);
  return nextKind !== LOWER;
}

/** `d'E. Philippe`, `dell'A. C. Milan` */
const ELIDED_INITIAL = /^\p{L}{1,5}['’]\p{Lu}$/u;

/** `ST. PAUL`, `FT. WORTH`: a place set in capitals at the front, as in a dateline. */
function isPlaceInCapitals({ text, start, next }: Stop, first: number, token: string): boolean {
  const word = wordAt(text, next);
  return first === start && token.length > 1 && !/\p{Ll}/u.test(token) && word.length > 1 && /^\p{Lu}+$/u.test(word);
}

/** A bracket right behind the stop, after which the sentence goes on: `et al. (Nature, 2020) showed`. */
function isAside({ text }: Stop, at: number): boolean {
  const open = skipSpace(text, at + 1);
  if (kindAt(text, open) !== OPEN) return false;
  const close = closing(text, open);
  if (close < 0) return false;
  const after = kindAt(text, skipSpace(text, close));
  return after === LOWER || /[,;:]/.test(text[close] ?? '');
}

/** The token that the full stop closes: letters, digits, full stops, hyphens and apostrophes without a break. */
function tokenStart(text: string, at: number, from: number): number {
  let first = at;
  while (first > from) {
    const code = text.charCodeAt(first - 1);
    const kind = kindAt(text, first - 1);
    const inside =
      isLetter(kind) ||
      kind === DIGIT ||
      kind === INVISIBLE ||
      (code === 0x2e && first < at) ||
      code === 0x2d ||
      isApostrophe(text, first - 1);
    if (!inside) break;
    first--;
  }
  return first;
}

/** Between two letters; Hebrew's abbreviations have a quotation mark there. */
function isApostrophe(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind !== QUOTE && kind !== SPEECH && text.charCodeAt(at) !== 0x2bc) return false;
  return isLetter(kindAt(text, at - 1)) && isLetter(kindAt(text, at + 1));
}

const FORMAT = /\p{Cf}/gu;

function clean(token: string): string {
  return token.replace(FORMAT, '');
}

/** `U.S`, `д.т.н`, and no domain. */
const DOTTED = /^(?:[\p{L}\p{M}]{1,4}\.-?)+[\p{L}\p{M}]{1,4}$/u;

/** `N°.` */
const DEGREE = /[°º]/;

/** The class of an abbreviation; an article may be elided before it: `l'Ing.` */
export function classOf(token: string, rules: Rules): Class | undefined {
  const elided = token.search(/['’]/);
  if (elided > 0 && elided < token.length - 2) return rules.classes.get(token) ?? classOf(token.slice(elided + 1), rules);
  const own = rules.classes.get(token) ?? (token.length === 1 ? undefined : rules.classes.get(token.toLowerCase()));
  // The end of a compound: `Goethestr.`
  return own ?? (rules.compounds.some((end) => token.endsWith(end) && token.length > end.length) ? 'numbers' : undefined);
}

/** The class of `z. B.` at its last full stop, from the parts before. */
function classOfChain(stop: Stop, first: number, token: string, rules: Rules): Class | undefined {
  const { text, start } = stop;
  let joined = token;
  let found: Class | undefined;
  for (let parts = 0; parts < 4; parts++) {
    let end = first;
    while (end > start && kindAt(text, end - 1) === SPACE) end--;
    if (end === first || text.charCodeAt(end - 1) !== 0x2e) break;
    first = tokenStart(text, end - 1, start);
    if (first === end - 1 || end - first > 8) break;
    const part = clean(text.slice(first, end - 1));
    // `κ. Α. Παπάς` is Mr and an initial, and no `κ.α.`; `z. B.` is told so.
    const isMixed = isSmall(part) && !isSmall(joined);
    joined = `${part}.${joined}`;
    found = (isMixed ? rules.classes.get(joined) : classOf(joined, rules)) ?? found;
  }
  return found;
}

const isSmall = (part: string) => part === part.toLowerCase();

/** Whether the token and what follows are parts of one abbreviation: `EE.` before `UU.` */
function goesOn(stop: Stop, token: string, rules: Rules): boolean {
  let joined = rules.prefixes.has(token) ? token : token.toLowerCase();
  if (!rules.prefixes.has(joined)) return false;
  let at = stop.next;
  for (let parts = 0; parts < 4; parts++) {
    const word = wordAt(stop.text, at);
    if (word === '' || stop.text[at + word.length] !== '.') return false;
    joined = `${joined}.${joined === joined.toLowerCase() ? word.toLowerCase() : word}`;
    if (rules.classes.has(joined)) return true;
    if (!rules.prefixes.has(joined)) return false;
    at += word.length + 1;
    while (kindAt(stop.text, at) === SPACE) at++;
  }
  return false;
}

function classEnds(kind: Class, stop: Stop, first: number, rules: Rules): boolean {
  const { nextKind } = stop;
  if (kind === 'joins') return false;
  if (kind === 'ends') return nextKind !== DIGIT;
  if (kind === 'numbers') {
    if (nextKind === UNCASED) return hasNumberBefore(stop, first);
    const word = wordAt(stop.text, stop.next);
    if (nextKind !== UPPER) return false;
    // A label: `Fig. A`, `рис. А`, `Flight No. A320`; behind a number the token is a measure, and `A` an article.
    if (word !== 'I' && LABEL.test(word) && !hasNumberBefore(stop, first)) return false;
    return isStarter(stop, rules) || !(isNumeral(word) || rules.continues.has(word.toLowerCase()));
  }
  if (nextKind === DIGIT) return kind === 'times' && hasNumberBefore(stop, first) && !rules.openers.has(firstWord(stop));
  if (nextKind !== UPPER) return nextKind === UNCASED && kind === 'times';
  if (isStarter(stop, rules)) return true;
  const word = wordAt(stop.text, stop.next).toLowerCase();
  if (kind === 'may' || rules.continues.has(word)) return false;
  return hasNumberBefore(stop, first) && !rules.openers.has(firstWord(stop));
}

/** Whether a word that begins sentences comes next, and no initial. */
function isStarter({ text, next, nextKind }: Stop, rules: Rules): boolean {
  if (nextKind !== UPPER) return false;
  const word = wordAt(text, next);
  return rules.starters.has(word.toLowerCase()) && !(word.length === 1 && text[next + 1] === '.');
}

/** Whether the token follows a number: then it is a measure, not a title. */
function hasNumberBefore(stop: Stop, first: number): boolean {
  let before = first - 1;
  while (before > stop.start && kindAt(stop.text, before) === SPACE) before--;
  if (kindAt(stop.text, before) === DIGIT) return true;
  // A century: `XIX в.`
  let roman = before;
  while (roman >= stop.start && 'IVXLC'.includes(stop.text[roman] ?? '.')) roman--;
  return roman < before && kindAt(stop.text, roman) === SPACE;
}

/** How far back a colon is looked for. */
const LOOK_BACK = 200;

/** The first word of the sentence, or of what is said in it after a colon. */
function firstWord({ text, start, at: end }: Stop): string {
  const from = Math.max(start, end - LOOK_BACK);
  const colon = text.slice(from, end).lastIndexOf(': ');
  let at = colon < 0 ? start : from + colon;
  while (at < text.length && !isLetter(kindAt(text, at))) at++;
  return wordAt(text, at).toLowerCase();
}

/** A single letter: an initial, unless a word that begins sentences follows. */
function letterEnds(stop: Stop, first: number, kind: number, rules: Rules): boolean {
  // A letter of Hebrew or Hindi is an initial, a sign of Korean or Chinese a word.
  if (kind === UNCASED) return stop.text.charCodeAt(first) > 0x2e80;
  // `40°C`, the plural of a word in code.
  if (kindAt(stop.text, first - 1) === OTHER) return true;
  // `5 m.`, `2024 р.`: a measure.
  if (kind === LOWER && hasNumberBefore(stop, first)) return classEnds('times', stop, first, rules);
  return isStarter(stop, rules);
}

function numberEnds(stop: Stop, first: number, rules: Rules): boolean {
  if (!rules.ordinals) return true;
  const token = stop.text.slice(first, stop.at);
  if (!/^\d{1,3}$/.test(token) || isPartOfNumber(stop, first) || isReference(stop, first, rules)) return true;
  return isStarter(stop, rules);
}

/** The last figure of `2:1`, `3,5`, `1990–95`: no ordinal. */
function isPartOfNumber({ text, start }: Stop, first: number): boolean {
  return first - 1 > start && /[:,/–-]/.test(text[first - 1] ?? '') && kindAt(text, first - 2) === DIGIT;
}

/** Whether the abbreviation before it is one that numbers follow: `Nr. 5`, `S. 12`. */
function isReference({ text, start }: Stop, first: number, rules: Rules): boolean {
  if (kindAt(text, first - 1) !== SPACE || text[first - 2] !== '.') return false;
  return classOf(clean(text.slice(tokenStart(text, first - 2, start), first - 2)), rules) === 'numbers';
}

/** Whether the sentence so far is the number of a list: `1.`, `a.`, `iv.` */
function opensList(stop: Stop, first: number): boolean {
  const { text, start } = stop;
  if (stop.at - first > 5) return false;
  for (let before = first - 1; before >= start; before--) {
    const kind = kindAt(text, before);
    if (isLetter(kind) || kind === DIGIT) return false;
  }
  return MARKER.test(text.slice(first, stop.at));
}

const MARKER = /^(?:\d{1,3}|(?:\d{1,2}\.)+\d{1,2}|[\p{Lu}\p{Ll}]|[ivx]+|[IVX]+)$/u;
const LABEL = /^(?:\p{Lu}|\p{Lu}{1,3}\d+\p{L}?)$/u;
const NUMERAL = /^(?:[IVXLC]+|\p{Lu})$/u;

function isNumeral(word: string): boolean {
  return NUMERAL.test(word);
}

const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœąęėįųūāēīōőűăạışаеєиіїоуыэюяёўъьαεηιουωάέήίόύώ]/iu;

/** `Kpt`, `грн`: no vowel, and not an acronym such as `BBC`, whose full stop is a sentence's. */
function isConsonants(token: string): boolean {
  return token !== token.toUpperCase() && !VOWEL.test(token) && /^\p{L}+$/u.test(token);
}
