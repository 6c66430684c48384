/** The part of a run that is in a range of the source. */

import { partitionPoint } from '../../ranges/partition-point.ts';
import type { Range } from '../../runs/ranges.ts';
import { type Atom, newRun, startOf, type TextRun } from '../../runs/run.ts';

/**
 * Fills an empty run with a part of another. A mark whose partner is outside is alone.
 * @param run whose nested runs have words, in the order of the source
 */
export function partOf(run: TextRun, [from, to]: Range, part: TextRun): TextRun {
  const pairs = new Map<number, number>();
  for (const atom of atomsIn(run, from, to)) {
    const inside = atom.start >= from && atom.end <= to;
    if (inside) part.atoms.push(atom);
    else if (atom.role === 'words' && atom.text.length === atom.end - atom.start && atom.start < to && atom.end > from) {
      const start = Math.max(atom.start, from);
      const end = Math.min(atom.end, to);
      part.atoms.push({ role: 'words', start, end, text: atom.text.slice(start - atom.start, end - atom.start) });
    }
    if (inside && atom.role !== 'words' && atom.role !== 'alone') pairs.set(atom.pair, (pairs.get(atom.pair) ?? 0) + 1);
  }
  part.atoms = part.atoms.map(
    (atom): Atom => (atom.role !== 'words' && atom.role !== 'alone' && pairs.get(atom.pair) === 1 ? { ...atom, role: 'alone' } : atom),
  );
  const { nested } = run;
  part.nested = nested.slice(
    partitionPoint(nested.length, (at) => startOf(nested[at] as TextRun) < from),
    partitionPoint(nested.length, (at) => startOf(nested[at] as TextRun) < to),
  );
  return part;
}

/** The atoms that touch a range. */
function atomsIn({ atoms }: TextRun, from: number, to: number): Atom[] {
  return atoms.slice(
    partitionPoint(atoms.length, (at) => (atoms[at] as Atom).end < from),
    partitionPoint(atoms.length, (at) => (atoms[at] as Atom).start <= to),
  );
}

/** The cells of a row that is no table's in GFM: parted at each `|` of its words that is not escaped. @param run as for `partOf` */
export function rowCells(run: TextRun, start: number, end: number): TextRun[] {
  const edges = [start];
  for (const atom of atomsIn(run, start, end)) {
    if (atom.role !== 'words' || atom.text.length !== atom.end - atom.start) continue;
    const first = Math.max(0, start - atom.start);
    for (let at = atom.text.indexOf('|', first); at >= 0 && atom.start + at < end; at = atom.text.indexOf('|', at + 1))
      edges.push(atom.start + at, atom.start + at + 1);
  }
  edges.push(end);
  const cells: TextRun[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const cell = partOf(run, [edges[index] as number, edges[index + 1] as number], newRun('cell', 'markdown'));
    if (cell.atoms.length > 0 || cell.nested.length > 0) cells.push(cell);
  }
  return cells;
}
