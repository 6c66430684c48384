/** What all edits of a file share. */

import type { Random } from '../random.ts';

/** @returns the file after the edit; the same where it has nothing of the kind */
export type PersonEdit = (text: string, dice: Random) => string;

export function lineEndIn(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** One match of a pattern, replaced; the text as it is where there is none. */
export function oneReplaced(text: string, pattern: RegExp, put: string, dice: Random): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index } = dice.one(found);
  const single = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
  single.lastIndex = index;
  return text.replace(single, put);
}
