/** Whether a sentence ends at its stop, by the text before it and after it. */

import { classOf, fullStopEnds } from './full-stop.ts';
import { BULLET, DASH, DIGIT, FULL, isDense, isLetter, kindAt, LOWER, OTHER, SPACE, UNCASED, UPPER } from './kinds.ts';
import { goesOnDensely, isAttribution, isCamel, isClitic, skipOpeners, wordAt } from './next.ts';
import type { Rules } from './rules.ts';

/** A place where a sentence may end, as offsets in a text. */
export interface SentenceStop {
  readonly text: string;
  /** Where the sentence begins. */
  readonly start: number;
  /** The first of its stops, and behind the last. */
  readonly stop: number;
  readonly end: number;
  /** Behind the marks that close after the stops. */
  readonly closed: number;
  /** Where the next sentence would begin; `closed` where no white space comes between. */
  readonly next: number;
}

const FULL_STOP = 0x2e;
const ELLIPSIS = 0x2026;
const WIDE_FULL_STOP = 0xff0e;

export function ends(place: SentenceStop, rules: Rules): boolean {
  const { text, start, stop, end, closed, next } = place;
  const mark = text.charCodeAt(stop);
  if (GOES_ON.test(text[next] ?? '')) return false;
  if (kindAt(text, stop) === FULL) return next > closed || fullEnds(place, rules);
  if (next === closed) return endsWithoutSpace(place, rules);
  const at = skipOpeners(text, next);
  const nextKind = isCamel(text, at) || isClitic(text, at) ? UPPER : kindAt(text, at);
  if (kindAt(text, next) === BULLET) return true;
  if (nextKind === LOWER || isDateline(place)) return false;
  if (closed > end && rules.goesOn.size > 0 && rules.goesOn.has(wordAt(text, at))) return false;
  const single = end === stop + 1;
  if (mark === FULL_STOP && single) return fullStopEnds({ text, start, at: stop, next: at, nextKind }, rules);
  if (mark === ELLIPSIS || mark === FULL_STOP) return ellipsisEnds(text, stop, at, nextKind);
  if (closed === end && single && nextKind === UPPER && isName(place, at, rules)) return false;
  return closed === end || (nextKind !== UPPER && nextKind !== UNCASED) || !isAttribution(text, at, rules);
}

/** `TRENTON, N.J. – The governor`: a place in capitals, perhaps with its state, and a dash. */
function isDateline({ text, start, end, next }: SentenceStop): boolean {
  if (kindAt(text, next) !== DASH || end - start > LONGEST_DATELINE) return false;
  return DATELINE.test(text.slice(start, end)) && /^(?:--?|[–—])\s/.test(text.slice(next, next + 3));
}

const LONGEST_DATELINE = 60;
const DATELINE = /^["“«]?\p{Lu}[\p{Lu}\p{M}\s.'’-]+(?:,\s+(?:\p{Lu}[\p{L}\p{M}.\s-]*|\d{1,2}\.?\s\p{L}+))?\.$/u;

/** A name that has the mark in it: `Yahoo! News`. A word that begins sentences makes it an exclamation. */
function isName({ text, start, stop }: SentenceStop, at: number, rules: Rules): boolean {
  let first = stop;
  while (first > start && isLetter(kindAt(text, first - 1))) first--;
  const next = wordAt(text, at).toLowerCase();
  if (first === stop || rules.starters.has(next)) return false;
  return rules.marked.has(text.slice(first, stop + 1).toLowerCase()) || (kindAt(text, first) === UPPER && rules.companies.has(next));
}

/** Marks that no sentence begins with. */
const GOES_ON = /[,，、;；:：]/;

/** ASCII's marks between signs of a script without spaces; a full stop where the space was forgotten. */
function endsWithoutSpace({ text, start, stop, end, closed, next }: SentenceStop, rules: Rules): boolean {
  const mark = text.charCodeAt(stop);
  if (mark === ELLIPSIS) return false;
  const dense = kindAt(text, next) === UNCASED && isDense(text.charCodeAt(next));
  if (mark !== FULL_STOP) return dense && !isBrand(text, start, stop, next) && (closed === end || !goesOnDensely(text, next, rules));
  const before = kindAt(text, stop - 1);
  if (before === UNCASED && dense) return isDense(text.charCodeAt(stop - 1));
  if (before === UNCASED && kindAt(text, next) === UNCASED) return next === stop + 1 && areWords(text, start, stop, next, rules);
  // Before a word that begins sentences, or a title.
  if (next !== stop + 1 || kindAt(text, next) !== UPPER || (before !== LOWER && before !== DIGIT)) return false;
  // One letter is no word that ends: `v.Chr.`
  if (before === LOWER && !isLetter(kindAt(text, stop - 2))) return false;
  const word = wordAt(text, next);
  const after = text[next + word.length];
  // A number with its thousands is no version and no part of an address.
  if (before === DIGIT && GROUPED.test(text.slice(Math.max(start, stop - 12), stop)) && after === ' ') return word.length > 1;
  if (!(after === ' ' && rules.starters.has(word.toLowerCase())) && !(after === '.' && classOf(word, rules) === 'joins')) return false;
  return !ADDRESS.test(text.slice(Math.max(start, stop - 40), stop));
}

/** A name in Latin letters with its mark, before the word that it is part of: `Yahoo!ニュース`. */
function isBrand(text: string, start: number, stop: number, next: number): boolean {
  return next === stop + 1 && BRAND.test(text.slice(Math.max(start, stop - 20), stop)) && /\p{Script=Katakana}/u.test(text[next] as string);
}

const BRAND = /(?<![A-Za-z])[A-Z][A-Za-z]*$/;

const GROUPED = /(?<![\d.,])\d{1,3}(?:,\d{3})+$/;

/** Whether a full stop has words on both sides, not parts of an abbreviation: without case, words of three letters and more. */
function areWords(text: string, start: number, stop: number, next: number, rules: Rules): boolean {
  if (wordAt(text, next).length < 3) return false;
  let first = stop;
  while (first > start && kindAt(text, first - 1) === UNCASED) first--;
  return stop - first >= 3 && classOf(text.slice(first, stop), rules) === undefined && text[first - 1] !== '.';
}

/** A web or mail address, or a word with full stops in it. */
const ADDRESS = /[/@:.][^\s]*$/;

/** Of a mark that needs no white space: not a full-width decimal point, nor before what goes on after a quotation. */
function fullEnds({ text, stop, end, closed, next }: SentenceStop, rules: Rules): boolean {
  if (text.charCodeAt(stop) === WIDE_FULL_STOP && kindAt(text, next) === DIGIT) return false;
  if (closed > end) return !goesOnDensely(text, next, rules);
  // A cry or a question that と quotes without quotation marks.
  return !(CRY.test(text[end - 1] ?? '') && text[next] === 'と' && goesOnDensely(text, next, rules));
}

const CRY = /[！？]/;

/** Before a capital, but for the pronoun that is always one. */
function ellipsisEnds(text: string, stop: number, at: number, nextKind: number): boolean {
  if (nextKind === UPPER) return !/^I(?:'|$)/.test(wordAt(text, at));
  // Without case, dots after a space are a pause.
  return (nextKind === UNCASED || nextKind === OTHER) && kindAt(text, stop - 1) !== SPACE;
}
