/** What a person changed in an edition's file that an edition cannot hold: whatever stands outside of words is the source's. */

import type { Finding } from '../finding.ts';
import { commonPairs } from './sequence.ts';

/**
 * One finding for the first such line, with the number of the others.
 * @param text the file as the person left it
 * @param output the file as it will be written, from an unchanged source
 */
export function notKept(text: string, output: string, place: Pick<Finding, 'slug' | 'locale' | 'file'>): Finding[] {
  const [theirs, ours] = [text, output].map((side) => side.split(/\r\n|\n|\r/)) as [string[], string[]];
  const kept = new Set(commonPairs(theirs, ours).map(([at]) => at));
  const lost = [...theirs.keys()].filter((at) => !kept.has(at) && theirs[at]?.trim() !== '');
  const [first] = lost;
  if (first === undefined) return [];
  const more = lost.length > 1 ? ` (and ${lost.length - 1} more)` : '';
  return [
    {
      check: 'edit-not-kept',
      level: 'warning',
      message: `A changed line will be the source's again${more}: what stands outside of words comes from the source. Front matter of an edition's own goes into "frontMatter.set".`,
      ...place,
      line: first + 1,
      got: [(theirs[first] as string).trim()],
    },
  ];
}
