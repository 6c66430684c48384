/** A name of the source that the target neither keeps, nor inflects, nor writes in its script, nor has from the glossary. */

import type { Edition, Segment } from '../article.ts';
import { comparesNames, lackingNames, lacks } from '../names/lacking.ts';
import { nameEvidenceOf } from '../names/source-names.ts';
import { words } from '../text.ts';
import type { SegmentCheck } from './check.ts';

/** Sentences in which an edition must have kept a common word. */
const LEAST_KEPT = 2;

/**
 * A note, and no warning: of sentences that people have translated it doubts one in a hundred (`npm run bench:names`), as much as all
 * other checks together. A newsroom that translates by a rule-based engine gives `names` a level of its own.
 */
export const namesCheck: SegmentCheck = {
  name: 'names',
  segment: ({ edition, segment, target, sourceWords, targetWords, from, to, terms }) => {
    if (target.text.length === 0 || !comparesNames(from, to)) return [];
    const pair = { source: sourceWords, target: targetWords, from, to };
    return lackingNames(pair, { evidence: nameEvidenceOf(edition.article), terms, likely: true }).flatMap(({ text, certainty }) => {
      const uses = usesOf(text, edition);
      const here = uses.findIndex(({ id }) => id === segment.id);
      // A common word is a name here where the edition keeps it everywhere else.
      if (certainty === 'likely' && !(uses.length > LEAST_KEPT && uses.every(({ id, keeps }) => keeps || id === segment.id))) return [];
      // What an edition never says like the source it says in a way of its own: one finding tells it.
      if (here > 0 && !uses.some(({ has }) => has)) return [];
      return [{ message: `"${text}" is not in the target`, expected: [text], got: [], level: 'note' as const }];
    });
  },
};

/** The sentences with a name that have a target, in order, and whether the target has the name. */
function usesOf(name: string, { article, targets, locale }: Edition): { id: Segment['id']; has: boolean; keeps: boolean }[] {
  return article.blocks.flatMap(({ segments }) =>
    segments.flatMap(({ id, text }) => {
      const target = targets.get(id);
      if (target === undefined || target.text.length === 0 || !words(text).includes(name)) return [];
      const said = words(target.text);
      return [{ id, has: !lacks(name, said, article.locale, locale), keeps: said.includes(name) }];
    }),
  );
}
