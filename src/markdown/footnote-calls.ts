/**
 * For each `]` GitHub's footnotes go back over a paragraph's events for a `![` that it closes, which may be the mark of a call (`![^a]`):
 * quadratic time in a paragraph of thousands that close nothing (`]] ]] ]]`). micromark knows already what each of them closes; the events
 * are the same.
 */

import type { Extension, TokenizeContext } from 'micromark-util-types';

const CLOSING_BRACKET = 93;

/** micromark keeps there what is open in a paragraph (micromark-core-commonmark, label-end.js). */
type Labels = TokenizeContext & { readonly _labelStarts?: readonly { readonly type: string; readonly _balanced?: boolean }[] };

/** @returns GitHub's rules, with calls of footnotes in linear time */
export function lookedUpCalls(extension: Extension): Extension {
  for (const rule of [extension.text?.[CLOSING_BRACKET]].flat()) {
    if (rule?.name !== 'gfmPotentialFootnoteCall') continue;
    const { tokenize } = rule;
    rule.tokenize = function (effects, ok, nok) {
      // What a bracket closes that makes no link has just been told to be balanced; a later bracket is in no label.
      const closed = (this as Labels)._labelStarts?.at(-1);
      return closed?.type === 'labelImage' && closed._balanced === true ? tokenize.call(this, effects, ok, nok) : nok;
    };
  }
  return extension;
}
