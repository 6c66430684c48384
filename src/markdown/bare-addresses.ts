/**
 * Before a bare address GitHub's rules go back over a paragraph's events for a bracket that is still open, at each letter that may begin
 * one: quadratic time where one stays open (`![a b c`). micromark keeps what is open in a list; the events are the same.
 */

import type { Construct, Extension, TokenizeContext } from 'micromark-util-types';

const RULES = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** micromark keeps there what is open in a paragraph (micromark-core-commonmark, label-end.js). */
type Labels = TokenizeContext & { readonly _labelStarts?: readonly { readonly _balanced?: boolean }[] };

/** Every extension of this process shares the rules. */
const changed = new WeakSet<Construct>();

/** @returns GitHub's rules, with bare addresses in linear time; they change the given ones */
export function lookedUpBrackets(extension: Extension): Extension {
  for (const rule of Object.values(extension.text ?? {}).flat()) {
    if (rule === undefined || !RULES.has(rule.name ?? '') || changed.has(rule)) continue;
    changed.add(rule);
    const { tokenize } = rule;
    rule.tokenize = function (effects, ok, nok) {
      const isWithin = (this as Labels)._labelStarts?.findLast(({ _balanced }) => _balanced !== true) !== undefined;
      return isWithin ? nok : tokenize.call(this, effects, ok, nok);
    };
  }
  return extension;
}
