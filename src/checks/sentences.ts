/** A sentence that the target has and the source has not, or the reverse, or an end that is cut off: where the length agrees. */

import { lengthScore } from '../lengths.ts';
import type { SegmentCheck } from './check.ts';

/** In standard deviations of the length; calibrated with scripts/bench-checks.ts. */
const LONG = 2;
const SHORT = -2;
const CUT = -1.5;

export const sentencesCheck: SegmentCheck = {
  name: 'sentences',
  level: 'warning',
  about: 'A sentence added or left out, or a text cut off',
  segment: ({ sourceWords, targetWords, from, to }) => {
    const source = countSentences(sourceWords);
    const target = countSentences(targetWords);
    const score = lengthScore(sourceWords, targetWords, from, to);
    if (target > source && score > LONG)
      return [{ message: `${target} sentences for ${source}`, expected: [String(source)], got: [String(target)] }];
    if (target < source && score < SHORT)
      return [{ message: `${target} sentences for ${source}`, expected: [String(source)], got: [String(target)] }];
    if (score < CUT && ENDED.test(sourceWords) && !ENDED.test(targetWords))
      return [{ message: 'The end seems to be cut off', got: [targetWords.slice(-30)] }];
    return [];
  },
};

const ENDED = /[.!?…。！？؟।|:;"“”»«」』）)\]—–-]["'“”»«’」』）)\]\s]*$/u;
/** Titles and initials, whose point ends nothing. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Jr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Capt|No|vs|Sra?|Dra?|ул|им|г|т|р|ст|св|д-р|проф)\.$/u;

function countSentences(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/[.!?…؟।]+["'“”‘»’)\]]*(?=\s+["'“«„‘¿¡([—–-]*\s?[^\p{Ll}\s])|[。！？]+/gu))
    if (
      !ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1)) &&
      match.index + match[0].length < text.trimEnd().length
    )
      count++;
  return count + 1;
}
