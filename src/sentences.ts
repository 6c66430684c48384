/** Cuts text into sentences. */

import type { Mark, Text } from './article.ts';
import { cutPoints } from './sentences/cut.ts';
import { rulesFor } from './sentences/languages.ts';

/**
 * @param text plain words; a line break ends a sentence unless the line looks wrapped, so soft breaks are spaces already
 * @param locale BCP 47; a language without data gets what holds for all
 * @returns pieces that join to the text; white space stays with the piece before it
 */
export function sentences(text: string, locale: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of cutPoints(text, rulesFor(locale))) {
    pieces.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** Stands in for a mark that is a thing (code, an image): a letter number, of neither case. Found by trial: U+FFFC and `x` hide ends. */
const THING = '\u3007';
/** Stands in for a note's call or a tag: there, and not there. */
const NOTHING = '\u2060';

/**
 * The same over a text with marks.
 * @returns texts whose pieces in order join to the text. A closing mark stays left of a cut, an opening one right; a pair
 *   of marks that crosses the end of a sentence keeps both sentences in one text
 */
export function cutText(text: Text, locale: string): Text[] {
  let flat = '';
  const starts: number[] = [];
  for (const piece of text) {
    starts.push(flat.length);
    flat += typeof piece === 'string' ? piece : standIn(piece);
  }
  const out: Text[] = [];
  let rest: Rest = { index: 0, offset: 0 };
  for (const point of cutPoints(flat, rulesFor(locale))) {
    const to = placeOf(text, starts, point);
    if (crossesPair(text, to)) continue;
    out.push(between(text, rest, to));
    rest = to;
  }
  out.push(between(text, rest, { index: text.length, offset: 0 }));
  return out.filter((piece) => piece.length > 0);
}

/** A place in a text: a piece and an offset in it. */
interface Rest {
  readonly index: number;
  readonly offset: number;
}

function standIn(mark: Mark): string {
  if (mark.role !== 'alone') return '';
  if (/^(?:<br\b|\\?\s*[\r\n]| {2,}[\r\n])/i.test(mark.source)) return ' ';
  if (mark.source.startsWith('[^') || (mark.source.startsWith('<') && !/^<(?:img|svg|code|kbd|video)\b|\/>$/i.test(mark.source)))
    return NOTHING;
  return THING;
}

/** Where a cut at an offset of the flat text falls: after closing marks, before opening ones. */
function placeOf(text: Text, starts: readonly number[], point: number): Rest {
  let index = starts.findIndex((start) => start >= point);
  if (index < 0) index = text.length;
  if (starts[index] !== point) {
    const piece = text[index - 1];
    if (typeof piece === 'string' && index > 0) return { index: index - 1, offset: point - (starts[index - 1] ?? 0) };
  }
  let last = index;
  for (let at = index; at < text.length && starts[at] === point; at++) {
    const piece = text[at];
    if (piece === undefined || typeof piece === 'string' || piece.role === 'alone') break;
    if (piece.role === 'close') last = at + 1;
  }
  return { index: last, offset: 0 };
}

/** Whether a pair of marks is open at a place and closes after it. */
function crossesPair(text: Text, place: Rest): boolean {
  const open = new Set<string>();
  for (let at = 0; at < place.index; at++) {
    const piece = text[at];
    if (typeof piece !== 'object' || piece.role === 'alone') continue;
    if (piece.role === 'open') open.add(piece.id);
    else open.delete(piece.id);
  }
  if (open.size === 0) return false;
  return text.slice(place.index).some((piece) => typeof piece === 'object' && piece.role === 'close' && open.has(piece.id));
}

function between(text: Text, from: Rest, to: Rest): Text {
  const out: (string | Mark)[] = [];
  for (let at = from.index; at <= to.index && at < text.length; at++) {
    const piece = text[at];
    if (piece === undefined || (at === to.index && to.offset === 0)) break;
    if (typeof piece !== 'string') out.push(piece);
    else {
      const part = piece.slice(at === from.index ? from.offset : 0, at === to.index ? to.offset : undefined);
      if (part !== '') out.push(part);
    }
  }
  return out;
}
