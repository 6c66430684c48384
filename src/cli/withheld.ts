/** How many articles are not translated and why, in a line for people. */

import { WITHHELD, type Withheld } from '../edition/selection.ts';
import type { WithheldCounts } from '../edition/summary.ts';

const WORDS: Record<Withheld, (count: number) => string> = {
  optedOut: (count) => `${count} opted out`,
  draft: (count) => `${count} ${count === 1 ? 'draft' : 'drafts'}`,
  embargo: (count) => `${count} under embargo`,
  old: (count) => `${count} older than "select.since"`,
};

/** @returns undefined where every article is translated */
export function withheldLine(counts: WithheldCounts): string | undefined {
  const parts = WITHHELD.flatMap((reason) => (counts[reason] === undefined ? [] : [WORDS[reason](counts[reason])]));
  if (parts.length === 0) return undefined;
  const hint = counts.draft === undefined && counts.embargo === undefined ? '' : '; --drafts takes in drafts and embargoes';
  return `Not translated: ${parts.join(', ')}${hint}`;
}
