/** What is kept whole: brackets, short quotations, and the dash behind who said it. */

import { CLOSE, DASH, DIGIT, INVERTED, isDense, isLetter, kindAt, NEWLINE, OPEN, SPACE, UNCASED } from './kinds.ts';
import { goesOnDensely } from './next.ts';
import type { Rules } from './rules.ts';
import { skipSpace } from './space.ts';

/** A bracket is looked after for so many characters; one that does not close by then is no bracket. */
const BRACKET = 400;

/** The offset behind the bracket that closes the one at `open`, or -1. */
export function closing(text: string, open: number): number {
  const limit = Math.min(text.length, open + BRACKET);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const kind = kindAt(text, at);
    if (kind === OPEN) depth++;
    else if (kind === CLOSE && --depth === 0) return at + 1;
    else if (kind === NEWLINE && kindAt(text, at + 1) === NEWLINE) return -1;
  }
  return -1;
}

/** Whether a bracket opens the title of a work, which no sentence ends in. */
export function isTitle(text: string, open: number): boolean {
  return text[open] === '《' || text[open] === '〈';
}

/**
 * A quotation up to this length stays in one piece, however many sentences it holds; one that its attribution splits, up to the second.
 * Measured: from 60 on, quotations of news that editors cut are lost.
 */
const SHORT = 40;
const SHORT_SPLIT = 100;

const SPEECH_ENDS: Readonly<Record<string, string>> = { '"': '"', '«': '»', '»': '«', '“': '”', '„': '“”', '「': '」', '『': '』' };

/** Speech, a dash, and who said it. */
const SPLIT = /[,!?…]["»”]?\s?[–—-]\s\p{Ll}/u;

/** Past a short quotation but for the stops that it ends in; the next offset where there is none. */
export function endOfShortSpeech(text: string, open: number, rules: Rules): number {
  const before = kindAt(text, open - 1);
  const next = kindAt(text, open + 1);
  if (before === UNCASED && isDense(text.charCodeAt(open - 1))) return endOfDenseSpeech(text, open, rules);
  if (isLetter(before) || before === DIGIT || !(isLetter(next) || next === DIGIT || next === INVERTED)) return open + 1;
  // A mark that also closes opens behind white space only.
  const char = text[open] ?? '';
  if ((char === '"' || char === '»') && before !== 0 && before !== SPACE && before !== NEWLINE && before !== OPEN && before !== DASH)
    return open + 1;
  const closers = SPEECH_ENDS[char] ?? '';
  const limit = Math.min(text.length, open + SHORT_SPLIT);
  for (let at = open + 1; at < limit; at++) {
    if (!closers.includes(text[at] ?? '')) continue;
    let end = at;
    while (end > open + 1 && !isLetter(kindAt(text, end - 1)) && kindAt(text, end - 1) !== DIGIT) end--;
    // A sign is a syllable or a word there, and three letters elsewhere.
    const short = isDense(text.charCodeAt(end - 1)) ? SHORT / 3 : SHORT;
    return at - open <= short || SPLIT.test(text.slice(open, at)) ? end : open + 1;
  }
  return open + 1;
}

/** Where one sentence of the quotations of another holds them: 「…。…。」と語った, whatever their length. */
const DENSE_SPEECH = 300;

function endOfDenseSpeech(text: string, open: number, rules: Rules): number {
  const closers = SPEECH_ENDS[text[open] ?? ''] ?? '';
  for (let at = open + 1; at < open + DENSE_SPEECH && at < text.length; at++)
    if (closers.includes(text[at] ?? '')) return goesOnDensely(text, at + 1, rules) ? at + 1 : open + 1;
  return open + 1;
}

/** Past the dash between who said it and more speech: it belongs to the former. */
export function pastDash(text: string, start: number, stop: number, at: number): number {
  const after = kindAt(text, at + 1);
  if (kindAt(text, at) !== DASH || (after !== SPACE && after !== 0) || !SPLIT.test(text.slice(start, stop))) return at;
  return skipSpace(text, at + 1);
}
