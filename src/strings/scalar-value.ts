/** Strings of YAML and TOML: the values that front matter has, as values of a file of strings. */

import { scalarRuns } from '../frontmatter/scalar-runs.ts';
import { writeScalar } from '../frontmatter/scalar-write.ts';
import type { Scalar } from '../frontmatter/scalars.ts';
import type { TextRun } from '../runs/run.ts';
import type { Value } from './leaf.ts';

/** @returns one value a paragraph; none where the bytes are not understood, so that they stay as they are */
export function scalarValues(source: string, scalar: Scalar): Value[] {
  return scalarRuns(source, scalar).map((run) => scalarValue(run, source, scalar));
}

function scalarValue({ atoms }: TextRun, source: string, scalar: Scalar): Value {
  let words = '';
  const offsets: number[] = [];
  for (const atom of atoms) {
    if (atom.role !== 'words') continue;
    const isLinear = atom.text.length === atom.end - atom.start;
    for (let index = 0; index < atom.text.length; index++) offsets.push(isLinear ? atom.start + index : atom.start);
    words += atom.text;
  }
  const end = atoms.at(-1)?.end ?? scalar.start;
  const offset = (index: number) => offsets[index] ?? end;
  return {
    words,
    offset,
    write: (edits) =>
      writeScalar(
        source,
        scalar,
        edits.map(({ from, to, pieces }) => ({
          // What ends before a fold or an escape ends where its last character does.
          span: { start: offset(from), end: to === words.length ? end : offset(to) },
          text: pieces.map(({ words }) => words).join(''),
          pieces,
        })),
      ),
  };
}
