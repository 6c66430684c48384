/** How long a translation is likely to be. */

import type { Length } from '../languages/language.ts';
import { languageOf } from '../languages/lookup.ts';

const UNKNOWN: Length = { ratio: 1.05, spread: 1.6 };

/** Several checks ask for the score of the same two texts. */
let last:
  | { readonly source: string; readonly target: string; readonly from: string; readonly to: string; readonly score: number }
  | undefined;

/**
 * How far a target's length is from the likely one, in standard deviations: 0 as expected, negative for too short.
 * The logarithm of the ratio is about normal; its variance falls with length (fitted on NTREX-128: 0.002 + 2 / characters).
 */
export function lengthScore(source: string, target: string, from: string, to: string): number {
  if (last !== undefined && last.target === target && last.source === source && last.from === from && last.to === to) return last.score;
  const sourceScale = languageOf(from).length ?? UNKNOWN;
  const targetScale = languageOf(to).length ?? UNKNOWN;
  const sourceLength = length(source) / sourceScale.ratio;
  const expected = Math.log(targetScale.ratio);
  const deviation = Math.sqrt(0.002 + 2 / Math.max(sourceLength, 8)) * Math.max(sourceScale.spread, targetScale.spread);
  const score = (Math.log(Math.max(length(target), 1) / Math.max(sourceLength, 1)) - expected) / deviation;
  last = { source, target, from, to, score };
  return score;
}

/** How many characters a translation is likely to have. */
export function likelyLength(source: string, from: string, to: string): number {
  return (length(source) * (languageOf(to).length ?? UNKNOWN).ratio) / (languageOf(from).length ?? UNKNOWN).ratio;
}

/** Code points, the white space around left out. */
function length(text: string): number {
  const trimmed = text.trim();
  let count = trimmed.length;
  for (let at = 1; at < trimmed.length; at++) if (isPair(trimmed, at)) count--;
  return count;
}

/** Whether the code unit is the second half of a surrogate pair. */
function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code >= 0xe000) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00;
}
