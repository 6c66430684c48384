/** What every file of strings is read into, whatever language it is written in: its strings, each with the member that holds it. */

import type { Edit } from '../splice.ts';

/** Words on their way into a value; `raw` are their bytes, where they come from the source and its quoting is kept. */
export interface Piece {
  readonly words: string;
  readonly raw?: string;
}

/** New words over a range of a value's words. */
export interface ValueEdit {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/** A string, or a paragraph of one: its words, and the way back to its bytes. */
export interface Value {
  readonly words: string;
  /** The offset in the source of the code unit at an index of `words`; of the end for `words.length`. */
  readonly offset: (index: number) => number;
  /** The edits of the source that put other words over ranges; every byte outside of them stays where the quoting can stay. */
  readonly write: (edits: readonly ValueEdit[]) => readonly Edit[];
}

/** A key with its value in an object, a table or a mapping. */
export interface Member {
  /** From the key's first byte to behind the value. */
  readonly start: number;
  readonly end: number;
  /** In the order of the file. */
  readonly siblings: readonly Member[];
  /** Whether it has lines of its own, and no comma parts it from the next. */
  readonly hasLines: boolean;
  /** The bytes of a new member right before this one, written as this one is. */
  readonly before: (key: string, words: readonly Piece[]) => string;
}

export interface Leaf {
  /** From the root; numbers are places in lists. */
  readonly keys: readonly (string | number)[];
  /** More than one for a block scalar of several paragraphs. */
  readonly values: readonly Value[];
  /** Offset of the value, its quotation mark included. */
  readonly place: number;
  /** Absent for an element of a list. */
  readonly member?: Member;
}

/** Keys from the root, joined by full stops; one within a key is written `\.` */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys.map((key) => String(key).replace(/[\\.]/g, '\\$&')).join('.');
}

/** The edit that takes a member away, with the comma or the lines that it leaves. @param gone all members of its object that go */
export function memberRemoval(member: Member, gone: ReadonlySet<Member>, source: string): Edit {
  const { siblings, start, end } = member;
  if (member.hasLines) {
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = source.indexOf('\n', end);
    if (source.slice(lineStart, start).trim() === '')
      return { span: { start: lineStart, end: lineEnd < 0 ? source.length : lineEnd + 1 }, text: '' };
  }
  const at = siblings.indexOf(member);
  const next = siblings[at + 1];
  if (next !== undefined && siblings.slice(at + 1).some((later) => !gone.has(later))) return { span: { start, end: next.start }, text: '' };
  const kept = siblings.slice(0, at).findLast((earlier) => !gone.has(earlier));
  return { span: { start: kept?.end ?? start, end }, text: '' };
}

/** The white space right before an offset: what a new member leaves between itself and the one that it comes before. */
export function gapBefore(source: string, at: number): string {
  let from = at;
  while (/\s/.test(source[from - 1] ?? '.')) from--;
  return source.slice(from, at);
}
