/**
 * A change within the words of one sentence, looked at without reading the edition again: a file of thousands of sentences takes a second
 * to read, and nobody waits that long for every letter.
 */

import type { Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Target, Text } from '../article.ts';
import type { OpenEdition } from '../edition/open.ts';
import { normalize } from '../text.ts';
import { commonEnds } from './edits.ts';
import { placedSentences } from './sentences.ts';

export interface WithinSentence {
  readonly segment: string;
  readonly target: Target;
  /** A place of the text as it was opened, in the text as it is. */
  readonly moved: (at: Position) => Position;
}

/** Signs that Markdown may read as more than words; a line's end may end the block. */
const SIGNS = /[\\`*_[\]<>&!|{}$~#:^=+"'\r\n-]/;

/**
 * @param open the edition as it was last opened
 * @param document the edition's file as it is in the editor
 * @returns undefined where the change is not of plain words in one sentence
 */
export function withinSentence(open: OpenEdition, document: TextDocument): WithinSentence | undefined {
  const [before = '', now] = [open.texts.localized, document.getText()];
  const { start, end: rest } = commonEnds(before, now);
  const [end, written] = [before.length - rest, now.slice(start, now.length - rest)];
  if (SIGNS.test(written) || SIGNS.test(before.slice(start, end))) return undefined;
  // No line's end has changed: the place is the same in both texts.
  const from = document.positionAt(start);
  const lineStart = start - from.character;
  for (const { segment, range } of placedSentences(open)) {
    if (range.start.line !== from.line || range.end.line !== from.line) continue;
    const [first, last] = [lineStart + range.start.character, lineStart + range.end.character];
    if (start <= first || end >= last) continue;
    const target = open.edition.targets.get(segment.id);
    const text = target && changedWords(target.text, before.slice(first, last), { start: start - first, end: end - first, written });
    if (target === undefined || text === undefined) return undefined;
    const shift = written.length - (end - start);
    return {
      segment: segment.id,
      target: { ...target, text, state: 'reviewed', origin: { by: 'person' } },
      moved: (at) => (at.line === from.line && lineStart + at.character >= end ? { line: at.line, character: at.character + shift } : at),
    };
  }
  return undefined;
}

/** @param bytes of the text; undefined where they are not its words and marks as they are, or the change is not within its words */
function changedWords(
  text: Text,
  bytes: string,
  { start, end, written }: { readonly start: number; readonly end: number; readonly written: string },
): Text | undefined {
  let at = bytes.startsWith(text.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('')) ? 0 : Number.NaN;
  let isChanged = false;
  const changed = text.map((piece) => {
    const length = (typeof piece === 'string' ? piece : piece.source).length;
    const [from, to] = [at, at + length];
    at = to;
    if (typeof piece !== 'string' || !(from <= start && end <= to) || isChanged) return piece;
    isChanged = true;
    return piece.slice(0, start - from) + written + piece.slice(end - from);
  });
  return isChanged ? normalize(changed) : undefined;
}
