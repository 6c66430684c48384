/** Emphasis beside changed words still opens and closes: CommonMark's flanking rule (0.31.2, 6.2), as micromark reads it. */

import { unicodePunctuation, unicodeWhitespace } from 'micromark-util-character';
import type { OutputPiece } from './pieces.ts';
import { referenceOf } from './reference.ts';

const WHITE = 1;
const PUNCTUATION = 2;

function classOf(char: string | undefined): 0 | typeof WHITE | typeof PUNCTUATION {
  if (char === undefined || char === '') return WHITE;
  const code = char.codePointAt(0) as number;
  if (code === 9 || code === 10 || code === 13 || code === 32 || unicodeWhitespace(code)) return WHITE;
  return unicodePunctuation(code) ? PUNCTUATION : 0;
}

/**
 * Where a `**` would not open or close between its new neighbours, the neighbour becomes a character reference: its `;` or
 * `&` is punctuation, and punctuation on the outer side lets any emphasis open and close. The words stay the same.
 * @param before the character before the block on its line
 * @param after what follows the block on its line
 * @returns whether any neighbour had to be encoded, or a run's role hangs on its surroundings
 */
export function flank(pieces: OutputPiece[], before: string, after: string): boolean {
  let risky = false;
  for (let at = 0; at < pieces.length; at++) {
    if (!isAttention(pieces[at])) continue;
    const marker = (pieces[at] as OutputPiece).text[0] as string;
    let end = at;
    let opens = false;
    let closes = false;
    for (; isAttention(pieces[end]) && (pieces[end] as OutputPiece).text[0] === marker; end++) {
      if ((pieces[end] as OutputPiece).kind === 'open') opens = true;
      else closes = true;
    }
    if (opens && closes) risky = true;
    for (let attempt = 0; attempt < 3; attempt++) {
      const left = neighbour(pieces, at - 1, -1);
      const right = neighbour(pieces, end, 1);
      const can = roles(marker, left?.char ?? before, right?.char ?? after.slice(0, 1));
      if ((!opens || can.open) && (!closes || can.close)) {
        risky ||= opens ? can.close : can.open;
        break;
      }
      risky = true;
      // First the outer neighbour, then the inner one.
      const order = opens === (attempt === 0) ? [left, right] : [right, left];
      const chosen = order.find((side) => side !== undefined && pieces[side.index]?.kind === 'words' && side.raw === side.char);
      if (chosen === undefined) break;
      encode(pieces, chosen);
    }
    at = end - 1;
  }
  return risky;
}

/** Gives an emphasis that stands in one of the same marker the other marker. */
export function alternate(pieces: readonly OutputPiece[]): void {
  const open: string[] = [];
  for (const piece of pieces) {
    if (!isAttention(piece) || !/^[*_]/.test(piece.text)) continue;
    if (piece.kind === 'open' && open.at(-1)?.[0] === piece.text[0])
      piece.text = (piece.text.startsWith('*') ? '_' : '*').repeat(piece.text.length);
    if (piece.kind === 'open') open.push(piece.text);
    else piece.text = open.pop() ?? piece.text;
  }
}

function isAttention(piece: OutputPiece | undefined): boolean {
  return piece?.kind === 'open' || piece?.kind === 'close';
}

function roles(marker: string, leftChar: string, rightChar: string): { open: boolean; close: boolean } {
  const before = classOf(leftChar);
  const after = classOf(rightChar);
  const attention = /[*_]/.test(marker) ? '*_~' : '';
  const open = after === 0 || (after === PUNCTUATION && before !== 0) || (rightChar !== '' && attention.includes(rightChar));
  const close = before === 0 || (before === PUNCTUATION && after !== 0) || (leftChar !== '' && attention.includes(leftChar));
  if (marker !== '_') return { open, close };
  return { open: open && (before !== 0 || !close), close: close && (after !== 0 || !open) };
}

interface Neighbour {
  readonly index: number;
  /** The character as it stands in the file. */
  readonly char: string;
  /** The same, or the reference or escape that it is the end of. */
  readonly raw: string;
  readonly side: -1 | 1;
}

function neighbour(pieces: readonly OutputPiece[], from: number, side: -1 | 1): Neighbour | undefined {
  for (let index = from; index >= 0 && index < pieces.length; index += side) {
    const { text } = pieces[index] as OutputPiece;
    if (text === '') continue;
    const char = side < 0 ? (text.match(/[\ud800-\udbff]?[\s\S]$/)?.[0] ?? '') : String.fromCodePoint(text.codePointAt(0) as number);
    const raw = side < 0 ? (/(?:\\.|&#?\w+;)$/.exec(text)?.[0] ?? char) : (/^(?:\\.|&#?\w+;)/.exec(text)?.[0] ?? char);
    return { index, char, raw, side };
  }
  return undefined;
}

function encode(pieces: readonly OutputPiece[], { index, char, side }: Neighbour): void {
  const piece = pieces[index] as OutputPiece;
  const reference = referenceOf(char);
  piece.text = side < 0 ? piece.text.slice(0, -char.length) + reference : reference + piece.text.slice(char.length);
}
