/** The words of a run as one text, for patterns: what is a mark, or an escaped sign, cannot match. */

import type { Range } from '../../runs/ranges.ts';
import type { Atom, TextRun } from '../../runs/run.ts';

/** What a mark leaves in the text. */
const MARK = '\0';

export interface RunWords {
  readonly text: string;
  /** From offsets of the text, the second exclusive and greater, to a range of the source. */
  readonly range: (from: number, to: number) => Range;
  /** The index of the run's atom at an offset of the text. */
  readonly atomAt: (offset: number) => number;
}

/** @param sign what is meant to be words where an escape or a reference stands for it: `foo\\+@example.org` is an address all the same */
export function runWords(run: TextRun, sign: RegExp): RunWords {
  let text = '';
  const starts: number[] = [];
  for (const atom of run.atoms) {
    starts.push(text.length);
    text += atom.role !== 'words' ? MARK : isLinear(atom) || !sign.test(atom.text) ? atom.text : MARK.repeat(atom.text.length);
  }
  let index = 0;
  const atomAt = (offset: number) => {
    while (index > 0 && (starts[index] as number) > offset) index--;
    while (index + 1 < starts.length && (starts[index + 1] as number) <= offset) index++;
    return index;
  };
  const edge = (offset: number, side: 'start' | 'end') => {
    const at = atomAt(offset);
    const atom = run.atoms[at] as Atom;
    if (!isLinear(atom)) return atom[side];
    return atom.start + offset - (starts[at] as number) + (side === 'end' ? 1 : 0);
  };
  return { text, atomAt, range: (from, to) => [edge(from, 'start'), edge(to - 1, 'end')] };
}

function isLinear(atom: Atom): boolean {
  return atom.role === 'words' && atom.text.length === atom.end - atom.start;
}
