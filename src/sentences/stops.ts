/** The marks that may end a sentence, taken together, and what closes behind them. */

import { CLOSE, DIGIT, FULL, INVISIBLE, isDense, isLetter, isQuote, kindAt, NEWLINE, PERHAPS, SPACE, STOP, UPPER } from './kinds.ts';
import type { Rules } from './rules.ts';
import { skipSpace } from './space.ts';

/** Past `...`, `?!`, `. . .` */
export function endOfStops(text: string, from: number, rules: Rules): number {
  let at = from + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === STOP || kind === FULL || (kind === PERHAPS && rules.marks.includes(text[at] ?? ''))) at++;
    else if (kind === SPACE && isSpacedStop(text, at + 1, text[from] ?? '')) at += 2;
    else return at;
  }
}

/** One more of `. . .` or `! ! !`, or the dots of `! ...` and `! . . .` */
function isSpacedStop(text: string, at: number, first: string): boolean {
  const char = text[at] ?? '';
  if (kindAt(text, at) !== STOP) return false;
  const after = kindAt(text, at + 1);
  if (char === first) return after === 0 || after === SPACE || after === NEWLINE || after === CLOSE || isQuote(after);
  return char === '.' && first !== '.' && (after === STOP || (after === SPACE && (text[at + 2] === '.' || text[at - 2] === '.')));
}

/** "Word. . . . Word": a full stop, and the omission that the next sentence begins with. */
export function isStopAndEllipsis(text: string, stop: number, end: number): boolean {
  if (end - stop !== 7 || text.slice(stop, end) !== '. . . .' || !isLetter(kindAt(text, stop - 1))) return false;
  return kindAt(text, end) === SPACE && kindAt(text, skipSpace(text, end)) === UPPER;
}

/** Past closing brackets and quotation marks, and the marks of footnotes. */
export function endOfClosers(text: string, from: number, stop: number): number {
  const full = kindAt(text, stop) === FULL;
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === CLOSE || kind === INVISIBLE) at++;
    else if (isQuote(kind) && closes(text, at, full)) at++;
    else if (kind === SPACE && isSpacedCloser(text, at + 1)) at += text.startsWith("''", at + 1) ? 3 : 2;
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
  if (!full && !isDense(text.charCodeAt(next))) return !isLetter(after) && after !== DIGIT;
  // No white space tells an opening mark from a closing one here.
  if (after === 0 || after === SPACE || after === NEWLINE) return true;
  return STRAIGHT.includes(char) ? isOpen(text, at, char) : CLOSING.includes(char);
}

/** How far back an unpaired straight quotation mark is looked for. */
const QUOTATION = 1000;

/** Whether a straight quotation mark closes what one before it in the paragraph opened. */
function isOpen(text: string, at: number, char: string): boolean {
  let count = 0;
  for (let i = at - 1; i >= 0 && i > at - QUOTATION && text[i] !== '\n'; i--) if (text[i] === char) count++;
  return count % 2 === 1;
}

/** The » of French, or a straight mark with white space on both sides. */
function isSpacedCloser(text: string, at: number): boolean {
  const char = text[at] ?? '';
  const after = kindAt(text, at + 1);
  // Tokenized text: '' closes always, and ' by itself.
  if (char === "'") return kindAt(text, text[at + 1] === "'" ? at + 2 : at + 1) === SPACE;
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
