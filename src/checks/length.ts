/** A target far longer or shorter than its language makes likely. */

import { lengthScore } from '../language/lengths.ts';
import { worded } from '../text/worded.ts';
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
    return [
      score > 0
        ? worded`The target is much longer than expected: ${there} characters for ${here}`
        : worded`The target is much shorter than expected: ${there} characters for ${here}`,
    ];
  },
};
