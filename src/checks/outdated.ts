/** A reviewed target whose source has changed since. */

import type { EditionCheck } from './check.ts';

export const outdatedCheck: EditionCheck = {
  name: 'outdated',
  level: 'warning',
  about: 'A reviewed target whose source has changed since',
  edition: ({ outdated }) =>
    [...(outdated ?? [])].map((segment) => ({ segment, message: 'The source has changed since a person reviewed this' })),
};
