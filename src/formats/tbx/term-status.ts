/** What TBX-Basic says with its data categories, and what a glossary of ours says. */

import type { TermKind } from '../../glossary/term.ts';

/** Administrative status (TBX-Basic, section 4.1). A form to be replaced is superseded, one that must never be used is deprecated. */
export const STATUS = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  variants: 'supersededTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const;

export type Status = keyof typeof STATUS;

/** Where terminology tools say it: TBX-Basic, TBX-Default, TBX-Min and MultiTerm. */
export const STATUS_CATEGORIES: readonly string[] = [
  'administrativeStatus',
  'normativeAuthorization',
  'termStatus',
  'usageStatus',
  'Status',
];

/** The best first; a term that nothing is said about may be used before one that is only admitted. */
export const RANKS: readonly (Status | undefined)[] = ['preferred', undefined, 'admitted', 'variants', 'forbidden'];

const NAMES: readonly (readonly [RegExp, Status])[] = [
  [/^(?:preferred|recommended|approved|standardi[sz]ed|legal|regulated)/, 'preferred'],
  [/^(?:admitted|allowed|accepted|permitted)/, 'admitted'],
  [/^superseded/, 'variants'],
  [/^(?:forbidden|obsolete|deprecated|prohibited|rejected|not ?recommended|not ?allowed|unapproved)/, 'forbidden'],
];

/** The status of a category's value, of any tool's spelling; undefined where it says nothing of use. */
export function statusNamed(value: string): Status | undefined {
  return NAMES.find(([pattern]) => pattern.test(value.trim().toLowerCase()))?.[1];
}

/** What TBX has no category for is in a note of ours, as `key=value; key=value`. */
export const OWN_NOTE = 'dragoman: ';

export const KINDS: readonly TermKind[] = ['person', 'place', 'organization', 'term'];

/** Names are proper nouns; of a term the part of speech is not known. */
export const PROPER_NOUN = 'properNoun';
