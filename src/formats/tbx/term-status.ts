/** What TBX-Basic says with its data categories, and what a glossary of ours says. */

import type { TermKind } from '../../glossary/term.ts';

/** Administrative status (TBX-Basic, section 4.1). A form to be replaced is superseded, one that must never be used is deprecated. */
export const STATUS = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  variants: 'supersededTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const;

/** What TBX has no category for is in a note of ours, as `key=value; key=value`. */
export const OWN_NOTE = 'dragoman: ';

export const KINDS: readonly TermKind[] = ['person', 'place', 'organization', 'term'];

/** Names are proper nouns; of a term the part of speech is not known. */
export const PROPER_NOUN = 'properNoun';
