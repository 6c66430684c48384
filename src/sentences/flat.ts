/** A text with marks as plain words to find sentences in. */

import type { Mark, Text } from '../article.ts';

/** Replaces a mark that is a thing (code, an image): a letter number, of neither case. Found by trial: with U+FFFC or `x`, ends are missed. */
const THING = '\u3007';
/** Replaces a note's call or a tag: a character that the rules look past. */
const NOTHING = '\u2060';

export interface Flat {
  readonly words: string;
  /** By piece: where it starts in `words`. */
  readonly starts: readonly number[];
  /** By piece: how many pairs of marks are open before it and close at it or after. */
  readonly depth: readonly number[];
}

export function flatten(text: Text): Flat {
  let words = '';
  const starts: number[] = [];
  const change = new Array<number>(text.length + 1).fill(0);
  const open = new Map<string, number>();
  for (const [index, piece] of text.entries()) {
    starts.push(words.length);
    if (typeof piece === 'string') words += piece;
    else if (piece.role === 'alone') words += standIn(piece);
    else if (piece.role === 'open') open.set(piece.id, index);
    else {
      const opened = open.get(piece.id);
      if (opened === undefined) continue;
      open.delete(piece.id);
      change[opened + 1] = (change[opened + 1] ?? 0) + 1;
      change[index + 1] = (change[index + 1] ?? 0) - 1;
    }
  }
  let depth = 0;
  return {
    words,
    starts,
    depth: text.map((_, index) => {
      depth += change[index] ?? 0;
      return depth;
    }),
  };
}

function standIn({ source }: Mark): string {
  // A hard break.
  if (/^(?:<br\b|\\?\s*[\r\n]| {2,}[\r\n])/i.test(source)) return ' ';
  if (source.startsWith('[^') || (source.startsWith('<') && !/^<(?:img|svg|code|kbd|video)\b|\/>$/i.test(source))) return NOTHING;
  return THING;
}

/** Whether a mark at the place of a cut stays left of it: a closing one, or one that a closing one follows there. */
export function isCloser(text: Text, { starts }: Flat, index: number, place: number): boolean {
  for (let at = index; starts[at] === place; at++) {
    const piece = text[at];
    if (piece === undefined || typeof piece === 'string' || piece.role === 'alone') return false;
    if (piece.role === 'close') return true;
  }
  return false;
}
