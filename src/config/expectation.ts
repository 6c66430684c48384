/** What a schema would have taken, in words. */

import type { z } from 'zod';

/** For the `expected` of an error. */
export function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'at least one';
  if (issue.code === 'too_small') return `${issue.inclusive ? 'at least' : 'a number above'} ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  return issue.message;
}
