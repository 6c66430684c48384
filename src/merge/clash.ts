/** What both the source's author and the edition's person changed. */

import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';

export interface Clash {
  /** Offset in the edition's file. */
  readonly at: number;
  /** As the source has it now; empty where it is gone. */
  readonly source: string;
  /** As the edition keeps it; empty where a person took it out. */
  readonly got: string;
}

/** @param source the edition's file, which the clashes are places in */
export function clashFindings(clashes: readonly Clash[], source: string, place: Pick<Finding, 'slug' | 'locale' | 'file'>): Finding[] {
  return clashes.map(({ at, source: now, got }) => ({
    check: 'changed-twice',
    level: 'warning',
    ...(now === ''
      ? worded`The source has lost what the edition has in a form of its own: ${short(got)}`
      : worded`The source has changed what the edition has in a form of its own, which is kept. The source: ${short(now)}`),
    ...place,
    line: source.slice(0, at).split(/\r\n|\n|\r/).length,
    expected: [now],
    got: [got],
  }));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
