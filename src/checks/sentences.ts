/** A sentence that the target has and the source has not, or the reverse, or an end that is cut off: where the length agrees. */

import { lengthScore } from '../language/lengths.ts';
import { sentences } from '../sentences.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

/** In standard deviations of the length; calibrated with scripts/bench-checks.ts. */
const LONG = 2;
const SHORT = -2;
const CUT = -1.5;

export const sentencesCheck: SegmentCheck = {
  name: 'sentences',
  segment: ({ sourceWords, targetWords, from, to }) => {
    const score = lengthScore(sourceWords, targetWords, from, to);
    if (score > CUT && score < LONG) return [];
    const [source, target] = [sentences(sourceWords, from).length, sentences(targetWords, to).length];
    if ((target > source && score >= LONG) || (target < source && score <= SHORT))
      return [{ ...worded`${target} sentences for ${source}`, expected: [String(source)], got: [String(target)] }];
    if (score <= CUT && hasEnded(sourceWords) && !hasEnded(targetWords))
      return [{ ...worded`The end seems to be cut off`, got: [targetWords.slice(-30)] }];
    return [];
  },
};

const END = /[.!?…。！？؟।|:;"“”»«」』）)\]—–-]/u;
const BEHIND = /["'“”»«’」』）)\]\s]/u;

/** Whether a text ends with a sign, or with quotes, brackets and spaces behind one. Looked for from the end: what a text has of them is not gone through from each. */
function hasEnded(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && !END.test(text[at] as string) && BEHIND.test(text[at] as string)) at--;
  return at >= 0 && END.test(text[at] as string);
}
