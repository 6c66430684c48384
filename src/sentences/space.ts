/** White space and line breaks between sentences. */

import { INVISIBLE, isQuote, kindAt, LOWER, NEWLINE, OPEN, SPACE } from './kinds.ts';

/** Whether there is no letter, digit or sign between two offsets. */
export function isBlankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = kindAt(text, at);
    if (kind !== SPACE && kind !== NEWLINE && !isQuote(kind) && kind !== INVISIBLE) return false;
  }
  return true;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind !== SPACE && kind !== NEWLINE) break;
  }
  return at;
}

/** A line of prose from this length on may have been wrapped by an editor. */
const WRAP = 50;

/** Whether a line break is inside a sentence: it comes after a space or a long line, and a small letter follows; or a bracket behind a space. */
export function isWrapped(text: string, start: number, at: number, next: number): boolean {
  const isBracket = kindAt(text, next) === OPEN && kindAt(text, at - 1) === SPACE;
  if (kindAt(text, next) !== LOWER && !isBracket) return false;
  for (let i = at; i < next; i++) if (kindAt(text, i) === NEWLINE && isSecondBreak(text, at, i)) return false;
  if (kindAt(text, at - 1) === SPACE) return true;
  const line = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
  return at - line >= WRAP;
}

function isSecondBreak(text: string, first: number, at: number): boolean {
  return at > first && !(at === first + 1 && text[first] === '\r' && text[at] === '\n');
}
