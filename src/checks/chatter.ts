/** What an engine says about its work instead of doing it: "Here is the translation:". */

import { openingIn } from '../fragment/talk.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

export const chatterCheck: SegmentCheck = {
  name: 'chatter',
  segment: ({ sourceWords, targetWords }) => {
    // A source about translations may begin so itself.
    if (/translat/i.test(sourceWords) && openingIn(sourceWords) !== undefined) return [];
    const found = openingIn(targetWords);
    if (found === undefined || sourceWords.includes(found)) return [];
    return [{ ...worded`The engine comments on its own work: "${found.trim()}"`, got: [found.trim()] }];
  },
};
