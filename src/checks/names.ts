/** A name of the source that the target neither keeps, nor inflects, nor writes in its script, nor has from the glossary. */

import type { Edition, Segment } from '../article.ts';
import { languageOf } from '../languages/lookup.ts';
import { addsNames, comparesNames, lackingNames, lacks } from '../names/lacking.ts';
import { nameEvidenceOf } from '../names/source-names.ts';
import { words } from '../text.ts';
import type { SegmentCheck } from './check.ts';

/** Sentences in which an edition must have kept a common word. */
const LEAST_KEPT = 2;

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
      const isSaid = uses.some(({ has }) => has);
      // What an edition never says like the source it says in a way of its own: one finding tells it.
      if (!isSaid && here > 0) return [];
      // A name that was said may be left out: the target says `he`.
      const isLeftOut = uses.slice(0, Math.max(here, 0)).some(({ has }) => has) && !addsNames(pair);
      return [
        {
          message: `"${text}" is not in the target`,
          expected: [text],
          got: [],
          ...((isLeftOut || isUnsure(to)) && { level: 'note' as const }),
        },
      ];
    });
  },
};

/** Without spaces any stretch of a text may sound like a name, and names of the neighbours are written by sense. */
const isUnsure = (locale: string) => languageOf(locale).unspaced === true;

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
