/** Reads a text once, from stop to stop, and says where sentences end. */

import { classOf, fullStopEnds } from './full-stop.ts';
import {
  BULLET,
  CLOSE,
  DASH,
  DIGIT,
  FULL,
  INVERTED,
  INVISIBLE,
  isLetter,
  isQuote,
  kindAt,
  kindOfCode,
  LOWER,
  NEWLINE,
  OPEN,
  OTHER,
  PERHAPS,
  SPACE,
  SPECIAL,
  SPEECH,
  STOP,
  UNCASED,
  UPPER,
} from './kinds.ts';
import type { Rules } from './language.ts';
import { itemStarts } from './lists.ts';
import { isAttribution, isCamel, skipOpeners, wordAt } from './next.ts';

/** A bracket is looked after for so many characters; one that does not close by then is no bracket. */
const BRACKET = 400;

/** @returns the offsets, in order, at which a sentence ends and the next begins; neither 0 nor the text's length */
export function cutPoints(text: string, rules: Rules): number[] {
  const points: number[] = [];
  const { length } = text;
  let start = 0;
  let items = itemStarts(text, 0, rules);
  const cut = (at: number) => {
    if (at > start && at < length) points.push(at);
    start = at;
  };
  for (let i = 0; i < length; ) {
    const kind = kindOfCode(text.charCodeAt(i));
    if (kind < SPECIAL) {
      i++;
      if (items.length > 0 && i >= (items[0] ?? 0)) {
        cut(items[0] ?? 0);
        items = items.slice(1);
      }
    } else if (kind === STOP || kind === FULL || (kind === PERHAPS && rules.marks.includes(text[i] ?? ''))) {
      const end = endOfStops(text, i, rules);
      if (end > i + 1 && isStopAndEllipsis(text, i, end)) {
        cut(i + 2);
        i = end;
        continue;
      }
      const closed = endOfClosers(text, end, i);
      const next = pastDash(text, start, i, skipSpace(text, closed));
      if (next < length && ends(text, start, i, end, closed, next, rules)) {
        cut(next);
        i = next;
      } else {
        i = closed;
      }
    } else if (kind === NEWLINE) {
      const next = skipSpace(text, i);
      if (!isBlank(text, start, i) && next < length && !isWrapped(text, start, i, next)) {
        cut(next);
        items = itemStarts(text, next, rules);
      }
      i = next;
    } else if (kind === OPEN) {
      const close = isBlank(text, start, i) ? -1 : closing(text, i);
      i = close < 0 ? i + 1 : close;
    } else if (kind === SPEECH) {
      i = endOfShortSpeech(text, i);
    } else if (kind === BULLET) {
      if (kindAt(text, i - 1) === SPACE) cut(i);
      i++;
    } else {
      i++;
    }
  }
  return points;
}

/** A quotation up to this length stays in one piece, however many sentences it holds; one that its attribution splits, up to the second. */
const SHORT = 40;
const SHORT_SPLIT = 100;

const SPEECH_ENDS: Readonly<Record<string, string>> = { '"': '"', '«': '»', '»': '«', '“': '”', '„': '“”', '「': '」', '『': '』' };

/** Speech, a dash, and who said it. */
const SPLIT = /[,!?…]["»”]?\s?[–—-]\s\p{Ll}/u;

/** Past a short quotation but for the stops that it ends in; the next offset where there is none. */
function endOfShortSpeech(text: string, open: number): number {
  const before = kindAt(text, open - 1);
  const next = kindAt(text, open + 1);
  if (isLetter(before) || before === DIGIT || !(isLetter(next) || next === DIGIT || next === INVERTED)) return open + 1;
  const closers = SPEECH_ENDS[text[open] ?? ''] ?? '';
  const limit = Math.min(text.length, open + SHORT_SPLIT);
  for (let at = open + 1; at < limit; at++) {
    if (!closers.includes(text[at] ?? '')) continue;
    let end = at;
    while (end > open + 1 && !isLetter(kindAt(text, end - 1)) && kindAt(text, end - 1) !== DIGIT) end--;
    // Three letters of a script with case make a syllable, and so do most signs of one without.
    const short = kindAt(text, end - 1) === UNCASED ? SHORT / 3 : SHORT;
    return at - open <= short || SPLIT.test(text.slice(open, at)) ? end : open + 1;
  }
  return open + 1;
}

/** Whether no letter, digit or sign stands between two offsets. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = kindAt(text, at);
    if (kind !== SPACE && kind !== NEWLINE && !isQuote(kind) && kind !== INVISIBLE) return false;
  }
  return true;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind !== SPACE && kind !== NEWLINE) break;
  }
  return at;
}

/** "Word. . . . Word": a full stop, and the omission that the next sentence begins with. */
function isStopAndEllipsis(text: string, stop: number, end: number): boolean {
  if (end - stop !== 7 || text.slice(stop, end) !== '. . . .' || !isLetter(kindAt(text, stop - 1))) return false;
  return kindAt(text, end) === SPACE && kindAt(text, skipSpace(text, end)) === UPPER;
}

/** Past `...`, `?!`, `. . .` */
function endOfStops(text: string, from: number, rules: Rules): number {
  let at = from + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === STOP || kind === FULL || (kind === PERHAPS && rules.marks.includes(text[at] ?? ''))) at++;
    else if (kind === SPACE && isSpacedStop(text, at + 1, text[from] ?? '')) at += 2;
    else return at;
  }
}

/** Past the dash between who said it and more speech: it belongs to the former. */
function pastDash(text: string, start: number, stop: number, at: number): number {
  const after = kindAt(text, at + 1);
  if (kindAt(text, at) !== DASH || (after !== SPACE && after !== 0) || !SPLIT.test(text.slice(start, stop))) return at;
  return skipSpace(text, at + 1);
}

/** One more of `. . .` or `! ! !`, or the dots of `! ...` */
function isSpacedStop(text: string, at: number, first: string): boolean {
  const char = text[at] ?? '';
  if (kindAt(text, at) !== STOP) return false;
  const after = kindAt(text, at + 1);
  if (char === first) return after === 0 || after === SPACE || after === NEWLINE || after === CLOSE || isQuote(after);
  return char === '.' && first !== '.' && (after === STOP || (after === SPACE && text[at + 2] === '.'));
}

/** Past closing brackets and quotation marks, and the marks of footnotes. */
function endOfClosers(text: string, from: number, stop: number): number {
  const full = kindAt(text, stop) === FULL;
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === CLOSE || kind === INVISIBLE) at++;
    else if (isQuote(kind) && closes(text, at, full)) at++;
    else if (kind === SPACE && isSpacedCloser(text, at + 1)) at += 2;
    else if (isSuperscript(text.charCodeAt(at))) at++;
    else {
      const note = footnote(text, at);
      if (note === at) return at;
      at = note;
    }
  }
}

const CLOSING = '\u00bb\u203a\u201d\u2019\u300d\u300f\u301e\u301f';
const STRAIGHT = '"\'\uff02';

function closes(text: string, at: number, full: boolean): boolean {
  const char = text[at] ?? '';
  let next = at + 1;
  while (text[next] === char) next++;
  const after = kindAt(text, next);
  if (!full) return !isLetter(after) && after !== DIGIT;
  // No white space tells an opening mark from a closing one here.
  if (after === 0 || after === SPACE || after === NEWLINE) return true;
  return STRAIGHT.includes(char) ? isOpen(text, at, char) : CLOSING.includes(char);
}

/** How far back an unpaired straight quotation mark is looked for. */
const QUOTATION = 1000;

/** Whether a straight quotation mark closes what one before it in the paragraph opened. */
function isOpen(text: string, at: number, char: string): boolean {
  const from = Math.max(at - QUOTATION, text.lastIndexOf('\n', at) + 1, 0);
  let count = 0;
  for (let i = from; i < at; i++) if (text[i] === char) count++;
  return count % 2 === 1;
}

/** The » of French, or a straight mark with white space on both sides. */
function isSpacedCloser(text: string, at: number): boolean {
  const char = text[at] ?? '';
  const after = kindAt(text, at + 1);
  if (char === '\u00bb') return !isLetter(after) && after !== DIGIT;
  return char === '"' && (after === SPACE || after === 0 || after === NEWLINE) && isOpen(text, at, char);
}

function isSuperscript(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);
}

/** Past `[12]`, and past the number in "(1987).1 Next". */
function footnote(text: string, from: number): number {
  let at = from;
  if (kindAt(text, at) === DIGIT && kindAt(text, at - 1) === STOP && kindAt(text, at - 2) === CLOSE) {
    while (kindAt(text, at) === DIGIT) at++;
    return kindAt(text, at) === SPACE ? at : from;
  }
  if (kindAt(text, at) === SPACE) at++;
  if (text[at] !== '[') return from;
  let end = at + 1;
  while (kindAt(text, end) === DIGIT) end++;
  return end > at + 1 && end - at < 6 && text[end] === ']' ? end + 1 : from;
}

/** The offset behind the bracket that closes the one at `open`, or -1. */
function closing(text: string, open: number): number {
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

/** A line of prose from this length on may have been wrapped by an editor. */
const WRAP = 50;

/** Whether a line break stands inside a sentence: behind a space, or after a long line; and small letters go on. */
function isWrapped(text: string, start: number, at: number, next: number): boolean {
  if (kindAt(text, next) !== LOWER) return false;
  for (let i = at; i < next; i++) if (kindAt(text, i) === NEWLINE && isSecondBreak(text, at, i)) return false;
  if (kindAt(text, at - 1) === SPACE) return true;
  const line = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
  return at - line >= WRAP;
}

function isSecondBreak(text: string, first: number, at: number): boolean {
  return at > first && !(at === first + 1 && text[first] === '\r' && text[at] === '\n');
}

function ends(text: string, start: number, stop: number, end: number, closed: number, next: number, rules: Rules): boolean {
  const mark = text.charCodeAt(stop);
  const kind = kindAt(text, stop);
  const at = skipOpeners(text, next);
  const nextKind = kindAt(text, at);
  if (kind === FULL) return fullEnds(text, mark, end, closed, next);
  if (next === closed) return endsWithoutSpace(text, start, stop, next, rules);
  if (kindAt(text, next) === BULLET) return true;
  if (nextKind === LOWER && !isCamel(text, at)) return false;
  const single = end === stop + 1;
  if (mark === 0x2e && single) return fullStopEnds({ text, start, at: stop, next: at, nextKind }, rules);
  if (mark === 0x2026 || (mark === 0x2e && !single)) return ellipsisEnds(text, stop, at, nextKind);
  return closed === end || nextKind !== UPPER || !isAttribution(text, at, rules);
}

/** `!` and `?` before a script without spaces; a full stop before a word that begins sentences, where the space was forgotten. */
function endsWithoutSpace(text: string, start: number, stop: number, next: number, rules: Rules): boolean {
  const mark = text.charCodeAt(stop);
  if (mark === 0x2026) return false;
  if (mark !== 0x2e) return kindAt(text, next) === UNCASED && text.charCodeAt(next) > 0x2e80;
  const before = kindAt(text, stop - 1);
  if (next !== stop + 1 || kindAt(text, next) !== UPPER || (before !== LOWER && before !== DIGIT)) return false;
  const word = wordAt(text, next);
  const after = text[next + word.length];
  if (!(after === ' ' && rules.starters.has(word.toLowerCase())) && !(after === '.' && classOf(word, rules) === 'joins')) return false;
  return !/[/@:.][^\s]*$/.test(text.slice(Math.max(start, stop - 40), stop));
}

/** Not a full-width decimal point, and nothing that goes on after a quotation: a comma, a Japanese particle. */
function fullEnds(text: string, mark: number, end: number, closed: number, next: number): boolean {
  if (next > closed) return true;
  if (mark === 0xff0e && kindAt(text, next) === DIGIT) return false;
  return !GOES_ON.test(text[next] ?? '') && !(closed > end && HIRAGANA.test(text[next] ?? ''));
}

const GOES_ON = /[,，、;；:：]/;
const HIRAGANA = /[\u3041-\u309f]/;

/** Before a capital, but for the pronoun that is always one. */
function ellipsisEnds(text: string, stop: number, at: number, nextKind: number): boolean {
  if (nextKind === UPPER) return !/^I(?:'|$)/.test(wordAt(text, at));
  // Without case, dots that stand apart are a pause.
  return (nextKind === UNCASED || nextKind === OTHER) && kindAt(text, stop - 1) !== SPACE;
}
