/** A target far longer or shorter than its language makes likely. */

import { lengthScore } from '../language/lengths.ts';
import type { SegmentCheck } from './check.ts';

/** In standard deviations; calibrated with scripts/bench-checks.ts. */
const FAR = 3.6;
/** Labels and headlines are too short for statistics. */
const LEAST_CHARACTERS = 12;

export const lengthCheck: SegmentCheck = {
  name: 'length',
  segment: ({ sourceWords, targetWords, from, to }) => {
    if (sourceWords.length < LEAST_CHARACTERS || targetWords.trim() === '') return [];
    const score = lengthScore(sourceWords, targetWords, from, to);
    if (Math.abs(score) < FAR) return [];
    const [there, here] = [[...targetWords].length, [...sourceWords].length];
    return [{ message: `The target is ${score > 0 ? 'much longer' : 'much shorter'} than likely: ${there} characters for ${here}` }];
  },
};
