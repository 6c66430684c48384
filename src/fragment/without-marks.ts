/**
 * The last resort for a text whose marks an engine loses: the text is sent without them, and its pieces between them besides,
 * so that the marks can be put back where the pieces' words are found again. Where they are not, the text has no answer.
 */

import { faultOf, stripMarks, tagsOf } from './marks.ts';

export interface Bare {
  /** What to send: the whole text without marks, then the pieces that hold words, if there is more than one. */
  readonly texts: readonly string[];
  /** The answer with the marks in it, from the answers to `texts`; undefined where the words do not tell the places. */
  restore(answers: readonly unknown[]): string | undefined;
}

/** A piece of the source between two marks, and where its words stand in the answer. */
interface Piece {
  readonly source: string;
  readonly hasWords: boolean;
  found?: { readonly start: number; readonly end: number } | undefined;
}

interface Place {
  readonly tag: string;
  readonly at: number;
  /** Whether it hangs on the words before it or after it. */
  readonly side: 'before' | 'after';
  readonly space: string;
}

export function withoutMarks(source: string): Bare {
  const tags = tagsOf(source);
  const pieces = source.split(/<[^>]*>/).map((piece) => ({ source: piece, hasWords: /[\p{L}\p{N}]/u.test(piece) }));
  const worded = pieces.filter((piece) => piece.hasWords);
  const texts = [stripMarks(source), ...(worded.length > 1 ? worded.map((piece) => piece.source.trim()) : [])];
  return {
    texts,
    restore: (answers) => {
      if (!answers.every((answer) => typeof answer === 'string')) return undefined;
      const whole = answers[0] ?? '';
      const located = locate(pieces, whole, answers.slice(1));
      const places = tags.map((_, index) => placeOf(tags, index, located, whole));
      const known = places.filter((place) => place !== undefined);
      if (known.length < places.length) return undefined;
      const restored = insert(whole, known);
      return faultOf(source, restored) === undefined ? restored : undefined;
    },
  };
}

function locate(pieces: readonly Piece[], whole: string, answers: readonly string[]): Piece[] {
  let next = 0;
  return pieces.map((piece) => {
    if (!piece.hasWords) return piece;
    const found = answers.length === 0 ? core(pieces, whole) : find(whole, answers[next++] ?? '');
    return { ...piece, found };
  });
}

/** Of an answer whose source has words in one piece only: all of it but the punctuation that stands outside that piece. */
function core(pieces: readonly Piece[], whole: string): Piece['found'] {
  const at = pieces.findIndex((piece) => piece.hasWords);
  const outside = (part: readonly Piece[]) => part.some((piece) => piece.source.trim() !== '');
  const lead = outside(pieces.slice(0, at)) ? /^[\s\p{P}]*/u.exec(whole)?.[0].length : /^\s*/.exec(whole)?.[0].length;
  const tail = outside(pieces.slice(at + 1)) ? /[\s\p{P}]*$/u.exec(whole)?.index : /\s*$/.exec(whole)?.index;
  return { start: lead ?? 0, end: tail ?? whole.length };
}

/** The one place where the words stand, without the full stop that an engine likes to add; undefined where there are none or two. */
function find(whole: string, answer: string): Piece['found'] {
  const words = answer.trim().replace(/[.。।]$/u, '');
  if (words === '') return undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
  const [first, second] = whole.matchAll(pattern);
  return first === undefined || second !== undefined ? undefined : { start: first.index, end: first.index + first[0].length };
}

function placeOf(tags: readonly string[], index: number, pieces: readonly Piece[], whole: string): Place | undefined {
  const tag = tags[index] as string;
  const partner = partnerOf(tags, index);
  if (partner !== undefined) {
    const inside = pieces.slice(Math.min(index, partner) + 1, Math.max(index, partner) + 1).filter((piece) => piece.hasWords);
    if (inside.length > 0) {
      if (inside.some((piece) => piece.found === undefined)) return undefined;
      return partner > index
        ? { tag, at: Math.min(...inside.map((piece) => piece.found?.start ?? 0)), side: 'after', space: '' }
        : { tag, at: Math.max(...inside.map((piece) => piece.found?.end ?? 0)), side: 'before', space: '' };
    }
  }
  const left = pieces.slice(0, index + 1).findLast((piece) => piece.hasWords);
  const right = pieces.slice(index + 1).find((piece) => piece.hasWords);
  const spaced = {
    before: /\s$/.test(pieces[index]?.source ?? '') ? ' ' : '',
    after: /^\s/.test(pieces[index + 1]?.source ?? '') ? ' ' : '',
  };
  if (left === undefined) return { tag, at: right?.found?.start ?? 0, side: 'after', space: spaced.after };
  if (left.found !== undefined) return { tag, at: left.found.end, side: 'before', space: spaced.before };
  if (right?.found !== undefined) return { tag, at: right.found.start, side: 'after', space: spaced.after };
  return right === undefined ? { tag, at: whole.trimEnd().length, side: 'before', space: spaced.before } : undefined;
}

/** The index of the other tag of a pair. */
function partnerOf(tags: readonly string[], index: number): number | undefined {
  const step = tags[index]?.startsWith('</') ? -1 : tags[index]?.startsWith('<g') ? 1 : 0;
  if (step === 0) return undefined;
  let depth = 0;
  for (let at = index; at >= 0 && at < tags.length; at += step) {
    if (tags[at]?.startsWith('</')) depth--;
    else if (tags[at]?.startsWith('<g')) depth++;
    if (depth === 0) return at;
  }
  return undefined;
}

function insert(whole: string, places: readonly Place[]): string {
  const order = [...places.keys()].sort((a, b) => {
    const [one, other] = [places[a] as Place, places[b] as Place];
    if (one.at !== other.at) return one.at - other.at;
    return one.side === other.side ? a - b : one.side === 'before' ? -1 : 1;
  });
  let out = '';
  let at = 0;
  for (const index of order) {
    const place = places[index] as Place;
    out += whole.slice(at, place.at) + (place.side === 'before' ? place.space + place.tag : place.tag + place.space);
    at = place.at;
  }
  return out + whole.slice(at);
}
