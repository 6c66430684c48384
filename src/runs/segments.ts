/** A run is cut into segments: texts with marks numbered from 1, each with its span. */

import type { Block, Mark, Segment, Text } from '../article.ts';
import { isBlank, normalize, segmentId } from '../text.ts';
import { isRightToLeft, withoutRtlMarks } from './bidi.ts';
import type { Atom, TextRun } from './run.ts';

export type Cut = (text: Text, locale: string) => readonly Text[];

/** @returns a function from a run to its block; undefined where the run has no word */
export function segmenter(source: string, locale: string, cut: Cut): (run: TextRun) => Block | undefined {
  const seen = new Map<string, number>();
  const rightToLeft = isRightToLeft(locale);
  return (run) => {
    if (rightToLeft) withoutRtlMarks(run);
    const text = textOfRun(run, source);
    if (isBlank(text)) return undefined;
    const segments: Segment[] = [];
    const cursor: Cursor = { atom: 0, offset: 0 };
    for (const piece of withWords(cut(text, locale))) {
      const segment = segmentOf(piece, run.atoms, cursor);
      if (segment === undefined) continue;
      const base = segmentId(segment.text, 1);
      const nth = (seen.get(base) ?? 0) + 1;
      seen.set(base, nth);
      segments.push({ id: nth === 1 ? base : `${base}-${nth}`, ...segment });
    }
    const first = segments[0];
    const last = segments.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const { kind, syntax, path, depth, note } = run;
    return {
      kind,
      syntax,
      span: { start: first.span.start, end: last.span.end },
      segments,
      ...(path === undefined ? {} : { path }),
      ...(note === undefined ? {} : { note }),
      ...(depth === undefined ? {} : { depth }),
    };
  };
}

/** A piece of marks alone belongs to the sentence before it, or to the first one, so that no mark is left between segments. */
function withWords(pieces: readonly Text[]): readonly Text[] {
  if (!pieces.some((piece) => isBlank(piece))) return pieces;
  const out: (string | Mark)[][] = [];
  let isLastBlank = false;
  for (const piece of pieces) {
    const last = out.at(-1);
    const isMarks = isBlank(piece);
    if (last !== undefined && (isLastBlank || (isMarks && piece.some((part) => typeof part !== 'string')))) {
      for (const part of piece) last.push(part);
      isLastBlank &&= isMarks;
    } else {
      out.push([...piece]);
      isLastBlank = isMarks;
    }
  }
  return out;
}

/** The whole run's text. Marks are numbered in order of appearance. */
export function textOfRun(run: TextRun, source: string): Text {
  const text: (string | Mark)[] = [];
  const ids = new Map<number, string>();
  let count = 0;
  for (const atom of run.atoms) {
    if (atom.role === 'words') {
      const last = text.at(-1);
      if (typeof last === 'string') text[text.length - 1] = last + atom.text;
      else if (atom.text !== '') text.push(atom.text);
      continue;
    }
    let id = atom.role === 'alone' ? undefined : ids.get(atom.pair);
    if (id === undefined) {
      id = String(++count);
      if (atom.role !== 'alone') ids.set(atom.pair, id);
    }
    text.push({ role: atom.role, id, source: source.slice(atom.start, atom.end), start: atom.start });
  }
  return text;
}

interface Cursor {
  atom: number;
  /** Characters of the atom's text that are consumed. */
  offset: number;
}

/** Consumes a piece's characters and marks from the atoms; white space at its edges stays outside the span. */
function segmentOf(piece: Text, atoms: readonly Atom[], cursor: Cursor): Omit<Segment, 'id'> | undefined {
  const blank = isBlank(piece);
  const text: (string | Mark)[] = [];
  const ids = new Map<string, string>();
  let start = -1;
  let end = -1;
  piece.forEach((part, index) => {
    if (typeof part !== 'string') {
      skipSpent(atoms, cursor);
      const atom = atoms[cursor.atom];
      if (atom === undefined) return;
      cursor.atom++;
      cursor.offset = 0;
      if (start < 0) start = atom.start;
      end = atom.end;
      let id = ids.get(part.id);
      if (id === undefined) {
        id = String(ids.size + 1);
        ids.set(part.id, id);
      }
      text.push(part.id === id ? part : { ...part, id });
      return;
    }
    const lead = index === 0 ? part.length - part.trimStart().length : 0;
    const tail = index === piece.length - 1 ? part.length - part.trimEnd().length : 0;
    const words = part.slice(lead, part.length - tail);
    advance(atoms, cursor, lead);
    if (words !== '') {
      const from = offsetAt(atoms, cursor);
      if (start < 0) start = from;
      end = advance(atoms, cursor, words.length);
      text.push(words);
    }
    advance(atoms, cursor, Math.min(tail, part.length - lead - words.length));
  });
  return blank || start < 0 ? undefined : { span: { start, end }, text: normalize(text) };
}

/** The source offset of the next character. */
function offsetAt(atoms: readonly Atom[], cursor: Cursor): number {
  skipSpent(atoms, cursor);
  const atom = atoms[cursor.atom] as Atom;
  return atom.role === 'words' && atom.text.length === atom.end - atom.start ? atom.start + cursor.offset : atom.start;
}

function skipSpent(atoms: readonly Atom[], cursor: Cursor): void {
  for (let atom = atoms[cursor.atom]; atom?.role === 'words' && cursor.offset >= atom.text.length; atom = atoms[cursor.atom]) {
    cursor.atom++;
    cursor.offset = 0;
  }
}

/** @returns the source offset after the last character consumed */
function advance(atoms: readonly Atom[], cursor: Cursor, count: number): number {
  let left = count;
  let end = -1;
  while (left > 0) {
    skipSpent(atoms, cursor);
    const atom = atoms[cursor.atom];
    if (atom?.role !== 'words') break;
    const taken = Math.min(left, atom.text.length - cursor.offset);
    cursor.offset += taken;
    left -= taken;
    end = atom.text.length === atom.end - atom.start ? atom.start + cursor.offset : atom.end;
  }
  // A spent atom is left behind, so that a mark that follows is next.
  skipSpent(atoms, cursor);
  return end;
}
