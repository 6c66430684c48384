/** Figures of the source that the target lacks, and figures that it adds; compared as values (`src/numbers.ts`). */

import { lostPercents } from '../numbers/percentages.ts';
import { compareNumbers } from '../numbers.ts';
import { type Worded, worded } from '../text/worded.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const numbersCheck: SegmentCheck = {
  name: 'numbers',
  segment: ({ sourceWords, targetWords, from, to }) => {
    const { missing, extra } = compareNumbers(sourceWords, targetWords, from, to);
    const percents = lostPercents(sourceWords, targetWords, from, to);
    const expected = missing.map((figure) => figure.raw);
    const got = extra.map((figure) => figure.raw);
    const remark = (said: Worded): Remark[] => [{ ...said, expected, got }];
    if (expected.length > 0 && got.length > 0) return remark(worded`${list(expected)} became ${list(got)}`);
    if (expected.length > 0) return remark(worded`${list(expected)} is missing`);
    if (got.length > 0) return remark(worded`${list(got)} is not in the source`);
    if (percents.length > 0)
      return [
        {
          ...worded`${list(percents.map((raw) => `${raw}%`))} is a percentage only in the source`,
          expected: percents.map((raw) => `${raw}%`),
          got: [],
        },
      ];
    return [];
  },
};

function list(figures: readonly string[]): string {
  return figures.join(', ');
}
