/** White space that the locale's typography sets otherwise; `check --fix` sets it. */

import { spaced } from '../language/spacing.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { SegmentCheck } from './check.ts';

export const spacingCheck: SegmentCheck = {
  name: 'spacing',
  segment: ({ target, targetWords, to }) => {
    const fix = words(spaced(target.text, to));
    return fix === targetWords ? [] : [{ ...worded`Spacing does not follow the conventions of the locale`, fix }];
  },
  repair: ({ target, to }) => spaced(target.text, to),
};
