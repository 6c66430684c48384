/** A target without words where the source has some. */

import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

export const emptyCheck: SegmentCheck = {
  name: 'empty',
  segment: ({ sourceWords, targetWords }) =>
    /[\p{L}\p{N}]/u.test(sourceWords) && !/[\p{L}\p{N}]/u.test(targetWords)
      ? [{ ...worded`The target is empty`, expected: [sourceWords], got: [targetWords] }]
      : [],
};
