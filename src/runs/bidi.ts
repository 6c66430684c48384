/** Right-to-left editions: code and addresses written left to right stay apart, and in the order in which they are read. */

import type { OutputPiece } from '../markdown/write/pieces.ts';
import { ALONE_KEY } from '../markdown/write/targets.ts';
import type { Atom, TextRun } from './run.ts';

/** RIGHT-TO-LEFT MARK: no width, strong direction (Unicode Annex 9). */
const RLM = '\u200f';
const LATIN = /[A-Za-z\u00c0-\u024f]/;

const RTL = new Set('ar arc ckb dv fa he ku-arab ps sd ug ur yi'.split(' '));

export function isRightToLeft(locale: string): boolean {
  const { language, script } = new Intl.Locale(locale);
  return script === undefined ? RTL.has(language) : ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script);
}

/**
 * Between two marks written left to right with nothing but punctuation between them, the bidirectional algorithm makes one run
 * and turns their order round; a mark at the start of a block makes readers take the block for left-to-right. An RLM keeps both right.
 */
export function keepApart(pieces: OutputPiece[]): void {
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as OutputPiece;
    if (!isLatinMark(piece)) continue;
    if (at === 0) {
      pieces.splice(0, 0, { kind: 'raw', text: RLM });
      at++;
    }
    const between = pieces[at + 1];
    const next = pieces[at + 2];
    if (
      between?.kind === 'words' &&
      /^[^\p{L}\p{N}]*[^\p{L}\p{N}\s][^\p{L}\p{N}]*$/u.test(between.text) &&
      next !== undefined &&
      isLatinMark(next)
    )
      between.text = RLM + between.text;
  }
}

function isLatinMark({ kind, key, text }: OutputPiece): boolean {
  return kind === 'raw' && key === ALONE_KEY && LATIN.test(text);
}

/** What `keepApart` puts in is no word: it is read as nothing. */
export function withoutRtlMarks(run: TextRun): void {
  if (!run.atoms.some((atom) => atom.role === 'words' && atom.text.startsWith(RLM))) return;
  run.atoms = run.atoms.flatMap((atom): Atom[] => {
    if (atom.role !== 'words' || !atom.text.startsWith(RLM) || atom.text.length !== atom.end - atom.start) return [atom];
    const rest: Atom = { ...atom, start: atom.start + 1, text: atom.text.slice(1) };
    return [{ role: 'words', text: '', start: atom.start, end: atom.start + 1 }, ...(rest.text === '' ? [] : [rest])];
  });
}
