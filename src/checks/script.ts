/** Template or script syntax that the source does not have: a generator or a browser would run it. */

import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

/** As the name of the language before a colon, `JavaScript: one object` is prose; as an address it stands in quotes or brackets, or goes on at once. */
const SYNTAX = /\{\{[<%]?|\{%|<\/?script\b|(?<=["'(=<]\s*)javascript:|javascript:(?!\s|$)|\bon[a-z]{3,}\s*=\s*["']|<%|\$\{|<iframe\b/gi;

export const scriptCheck: SegmentCheck = {
  name: 'script',
  segment: ({ sourceWords, targetWords }) => {
    const found = targetWords.match(SYNTAX);
    if (found === null) return [];
    const known = (sourceWords.match(SYNTAX) ?? []).map((one) => one.toLowerCase());
    const added = found.filter((one) => {
      const at = known.indexOf(one.toLowerCase());
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
    return added.length === 0 ? [] : [{ ...worded`${added.join(' ')} is not in the source`, got: added }];
  },
};
