/**
 * A run: the words of one block as the source has them, atom by atom, before they are cut into segments.
 * Every byte from the first atom to the last belongs to an atom, container prefixes of wrapped lines included.
 */

import type { Block, BlockKind, TargetSyntax } from '../article.ts';
import { inRanges, type Range, union } from './ranges.ts';

interface Words {
  readonly role: 'words';
  start: number;
  end: number;
  /** Decoded. Where its length is `end - start`, each character is at its offset. */
  text: string;
}

export interface MarkAtom {
  role: 'open' | 'close' | 'alone';
  readonly start: number;
  end: number;
  /** Open and close share it. */
  readonly pair: number;
  /** An inline HTML or JSX tag that may yet find its partner. */
  readonly tag?: Tag;
}

export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void';
  /** `translate="no"`. */
  readonly verbatim: boolean;
}

export type Atom = Words | MarkAtom;

export interface TextRun {
  readonly kind: BlockKind;
  readonly syntax: TargetSyntax;
  atoms: Atom[];
  /** Alt texts, titles and attributes inside the marks of this run, in source order. */
  nested: TextRun[];
  path?: string;
  depth?: number;
  note?: string;
}

export function newRun(kind: BlockKind, syntax: TargetSyntax, more: Pick<Block, 'path' | 'depth' | 'note'> = {}): TextRun {
  return { kind, syntax, atoms: [], nested: [], ...more };
}

export function startOf(run: TextRun): number {
  return run.atoms[0]?.start ?? run.nested[0]?.atoms[0]?.start ?? 0;
}

/** Adds decoded words; neighbours whose characters are at their offsets become one atom. */
export function addWords(run: TextRun, text: string, start: number, end: number): void {
  const last = run.atoms.at(-1);
  if (last?.role === 'words' && last.end === start && last.text.length === last.end - last.start && text.length === end - start) {
    last.text += text;
    last.end = end;
  } else run.atoms.push({ role: 'words', text, start, end });
}

export function addMark(run: TextRun, role: MarkAtom['role'], start: number, end: number, pair = 0, tag?: Tag): MarkAtom {
  const atom: MarkAtom = { role, start, end, pair, ...(tag ? { tag } : {}) };
  run.atoms.push(atom);
  return atom;
}

/**
 * Makes one `alone` mark of everything in a range of the source: a shortcode, an element that is not translated.
 * Nested runs within are dropped; a mark whose partner is swallowed becomes one without a partner.
 * @param unordered may overlap: what overlaps becomes one mark
 */
export function fuse(run: TextRun, unordered: readonly Range[]): void {
  if (unordered.length === 0) return;
  const ranges = union(unordered);
  const atoms: Atom[] = [];
  const swallowed = new Set<number>();
  let next = 0;
  let thing: MarkAtom | undefined;
  const cover = (start: number, end: number) => {
    if (thing) thing.end = end;
    else {
      thing = { role: 'alone', start, end, pair: 0 };
      atoms.push(thing);
    }
  };
  for (const atom of run.atoms) {
    const divisible = atom.role === 'words' && atom.text.length === atom.end - atom.start;
    let at = atom.start;
    while (at < atom.end) {
      while ((ranges[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) {
        next++;
        thing = undefined;
      }
      const [start, end] = ranges[next] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      if (start >= atom.end) {
        atoms.push(divisible ? { ...atom, text: atom.text.slice(at - atom.start), start: at } : atom);
        at = atom.end;
      } else if (!divisible) {
        if (atom.role === 'open' || atom.role === 'close') swallowed.add(atom.pair);
        cover(at, atom.end);
        at = atom.end;
      } else {
        if (start > at) atoms.push({ ...atom, text: atom.text.slice(at - atom.start, start - atom.start), start: at, end: start });
        const stop = Math.min(end, atom.end);
        cover(Math.max(start, at), stop);
        at = stop;
      }
    }
  }
  for (const atom of atoms) if ((atom.role === 'open' || atom.role === 'close') && swallowed.has(atom.pair)) atom.role = 'alone';
  run.atoms = atoms;
  if (run.nested.length > 0) {
    const isIn = inRanges(ranges);
    run.nested = run.nested.filter((nested) => !isIn(startOf(nested)));
  }
}
