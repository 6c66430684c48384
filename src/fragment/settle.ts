/** What becomes of any engine's answer to a text: mended where that is certain, else told. */

import { faultOf } from './mark-faults.ts';
import { mendFragment } from './mend.ts';
import { readFragment } from './read-fragment.ts';
import { residueIn, withoutResidue } from './residue.ts';

/**
 * Whatever an engine gave for a text, as the fragment that it meant: read, without what a model says around it, its marks and white
 * space as the source has them. What cannot be mended for certain is left, and `faultIn` tells it.
 * @param source the text that was sent
 * @param from its language, BCP 47
 * @param to the answer's
 */
export function mendAnswer(source: string, answer: string, from: string, to: string): string {
  return mendFragment(source, withoutResidue(source, readFragment(source, answer), from, to), to, false);
}

/** What is wrong with a mended answer, in words; undefined where it can be used. */
export function faultIn(source: string, answer: unknown, from: string, to: string): string | undefined {
  return faultOf(source, answer) ?? residueIn(source, answer as string, from, to);
}
