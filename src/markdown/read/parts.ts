/** The part of a run that is in a range of the source. */

import { type Atom, newRun, type Range, startOf, type TextRun } from '../../runs/run.ts';

/** Fills an empty run with a part of another. A mark whose partner is outside is alone. */
export function partOf(run: TextRun, [from, to]: Range, part: TextRun): TextRun {
  const pairs = new Map<number, number>();
  for (const atom of run.atoms) {
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
  part.nested = run.nested.filter((nested) => startOf(nested) >= from && startOf(nested) < to);
  return part;
}

/** The cells of a row that is no table's in GFM: parted at each `|` of its words that is not escaped. */
export function rowCells(run: TextRun, start: number, end: number): TextRun[] {
  const edges = [start];
  for (const atom of run.atoms) {
    if (atom.role !== 'words' || atom.text.length !== atom.end - atom.start) continue;
    for (let at = atom.text.indexOf('|'); at >= 0; at = atom.text.indexOf('|', at + 1)) {
      const offset = atom.start + at;
      if (offset >= start && offset < end) edges.push(offset, offset + 1);
    }
  }
  edges.push(end);
  const cells: TextRun[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const cell = partOf(run, [edges[index] as number, edges[index + 1] as number], newRun('cell', 'markdown'));
    if (cell.atoms.length > 0 || cell.nested.length > 0) cells.push(cell);
  }
  return cells;
}
