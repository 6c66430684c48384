/** How long a translation is likely to be. */

import type { Length } from '../languages/language.ts';
import { languageOf } from '../languages/lookup.ts';

const UNKNOWN: Length = { ratio: 1.05, spread: 1.6 };

/**
 * How far a target's length is from the likely one, in standard deviations: 0 as expected, negative for too short.
 * The logarithm of the ratio is about normal; its variance falls with length (fitted on NTREX-128: 0.002 + 2 / characters).
 */
export function lengthScore(source: string, target: string, from: string, to: string): number {
  const sourceScale = languageOf(from).length ?? UNKNOWN;
  const targetScale = languageOf(to).length ?? UNKNOWN;
  const sourceLength = length(source) / sourceScale.ratio;
  const expected = Math.log(targetScale.ratio);
  const deviation = Math.sqrt(0.002 + 2 / Math.max(sourceLength, 8)) * Math.max(sourceScale.spread, targetScale.spread);
  return (Math.log(Math.max(length(target), 1) / Math.max(sourceLength, 1)) - expected) / deviation;
}

/** Code points, the white space around left out. */
function length(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count++;
  return count;
}
