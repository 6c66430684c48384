/** One source sentence with two targets in one article. */

import type { Segment } from '../article.ts';
import { worded } from '../text/worded.ts';
import { toFragment, words } from '../text.ts';
import type { EditionCheck } from './check.ts';

/** "Yes." may well be said in two ways; a sentence is said in one. */
const LEAST_WORDS = 4;

export const consistencyCheck: EditionCheck = {
  name: 'consistency',
  // Strings of one source differ with reason: plural forms, a button and its heading.
  format: 'markdown',
  edition: ({ edition }) => {
    const bySource = new Map<string, Segment[]>();
    for (const block of edition.article.blocks)
      for (const segment of block.segments) {
        const key = toFragment(segment.text);
        const same = bySource.get(key);
        if (same === undefined) bySource.set(key, [segment]);
        else same.push(segment);
      }
    return [...bySource.values()].flatMap((segments) => {
      if (
        segments.length < 2 ||
        words(segments[0]?.text ?? [])
          .trim()
          .split(/\s+/).length < LEAST_WORDS
      )
        return [];
      const first = edition.targets.get(segments[0]?.id ?? '');
      if (first === undefined) return [];
      return segments.slice(1).flatMap((segment) => {
        const target = edition.targets.get(segment.id);
        if (target === undefined || target.text.length === 0 || words(target.text) === words(first.text)) return [];
        return [
          {
            segment: segment.id,
            ...worded`The same sentence has another target elsewhere in this article`,
            expected: [words(first.text)],
            got: [words(target.text)],
          },
        ];
      });
    });
  },
};
