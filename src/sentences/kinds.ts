/** What a UTF-16 code unit is to a sentence, looked up in a table that fills itself from Unicode's properties. */

/** The kinds below `SPECIAL` need no look while a sentence is read; the scan stops at the others. */
export const UPPER = 1;
export const LOWER = 2;
/** A letter of a script without case, or a combining mark. */
export const UNCASED = 3;
export const DIGIT = 4;
export const SPACE = 5;
/** Directional marks, joiners: the rules look past them. */
export const INVISIBLE = 6;
export const QUOTE = 7;
export const CLOSE = 8;
export const DASH = 9;
/** ¿ and ¡. */
export const INVERTED = 10;
export const OTHER = 11;
export const SPECIAL = 12;
export const NEWLINE = 12;
export const OPEN = 13;
export const BULLET = 14;
/** A full stop, `!`, `?`, `…`: ends a sentence before white space. */
export const STOP = 15;
/** `。`, `।`, `։`: ends a sentence whatever follows. */
export const FULL = 16;
/** A mark that ends sentences in some languages only: `:` in Armenian, `;` in Greek. */
export const PERHAPS = 17;
/** A quotation mark that speech may open with. */
export const SPEECH = 18;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [NEWLINE, /[\n\r\u0085\u2028\u2029]/],
  // Ellipses are not Sentence_Terminal; the spaced ASCII marks and their Arabic kin are, but are counted as ends before a space only.
  [STOP, /[.!?…‼‽⁇-⁉؟۔\u06d4﹒﹖﹗]/],
  [FULL, /[\p{STerm}｡．]/u],
  [PERHAPS, /[:;\u037e·]/],
  [BULLET, /[•⁃◦▪‣●■]/],
  [SPEECH, /["«»“„「『]/],
  [QUOTE, /['‹›”‟‘’‚‛」』〝〞〟＂＇`´″]/],
  [OPEN, /\p{Ps}/u],
  [CLOSE, /\p{Pe}/u],
  [INVERTED, /[¿¡]/],
  [DASH, /[-–—―‒−]/],
  [SPACE, /\s/],
  [INVISIBLE, /\p{Cf}/u],
  [UPPER, /[\p{Lu}\p{Lt}]/u],
  // Letters as ª and º and modifiers say nothing about case.
  [LOWER, /\p{Ll}/u],
  [UNCASED, /[\p{Lo}\p{M}]/u],
  [DIGIT, /\p{Nd}/u],
  [OTHER, /^/],
];

const table = new Uint8Array(0x10000);

export function kindOfCode(code: number): number {
  return table[code] || learn(code);
}

/** The kind of the code unit at an index; 0 beyond either end. */
export function kindAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? kindOfCode(text.charCodeAt(index)) : 0;
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const kind = PATTERNS.find(([, pattern]) => pattern.test(char))?.[0] ?? OTHER;
  table[code] = kind;
  return kind;
}

export function isQuote(kind: number): boolean {
  return kind === QUOTE || kind === SPEECH;
}

export function isLetter(kind: number): boolean {
  return kind === UPPER || kind === LOWER || kind === UNCASED;
}

/** Whether a code unit is of a script without spaces: Unicode's blocks from CJK radicals to Yi; Korean has spaces. */
export function isDense(code: number): boolean {
  return code > 0x2e80 && code < 0xa500;
}
