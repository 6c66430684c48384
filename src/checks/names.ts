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
    const evidence = nameEvidenceOf(edition.article);
    // A common word is a name here where the edition keeps it everywhere else.
    const likely = (name: string) => {
      const uses = usesOf(name, edition);
      return uses.length > LEAST_KEPT && uses.every(({ id, said }) => id === segment.id || said.includes(name));
    };
    return lackingNames(pair, { evidence, terms, likely }).flatMap(({ text }) => {
      const uses = usesOf(text, edition);
      // What an edition never says like the source it says in a way of its own: one finding tells it.
      if (uses[0]?.id !== segment.id && uses.every(({ said }) => lacks(text, said, from, to))) return [];
      return [{ message: `"${text}" is not in the target`, expected: [text], got: [], level: 'note' as const }];
    });
  },
};

interface Use {
  readonly id: Segment['id'];
  readonly source: string;
  readonly said: string;
}

const sentences = new WeakMap<Edition, readonly Use[]>();

/** The sentences with a name that have a target, in order. */
function usesOf(name: string, edition: Edition): readonly Use[] {
  let all = sentences.get(edition);
  if (all === undefined) {
    const { article, targets } = edition;
    all = article.blocks.flatMap(({ segments }) =>
      segments.flatMap(({ id, text }) => {
        const target = targets.get(id);
        return target === undefined || target.text.length === 0 ? [] : [{ id, source: words(text), said: words(target.text) }];
      }),
    );
    sentences.set(edition, all);
  }
  return all.filter(({ source }) => source.includes(name));
}
