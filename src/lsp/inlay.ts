/** The state of each sentence of an edition, behind it. */

import type { InlayHint, Range } from 'vscode-languageserver/node';
import type { Opened } from '../session/workspace.ts';
import { stateInWords } from './hover.ts';
import { overlaps, placedSentences } from './sentences.ts';

export function inlayHints({ open }: Opened, shown: Range): InlayHint[] {
  return placedSentences(open).flatMap(({ segment, range }) =>
    overlaps(range, shown) ? [{ position: range.end, label: stateInWords(open.edition.targets.get(segment.id)), paddingLeft: true }] : [],
  );
}
