/** A name of the source that the target neither keeps, nor inflects, nor writes in its script, nor has from the glossary. */

import type { Edition, Segment } from '../article.ts';
import { displacedNames } from '../names/displaced.ts';
import { comparesNames, lackingNames, lacksToo } from '../names/lacking.ts';
import { hasOwnForm } from '../names/own-form.ts';
import { isNoName, nameEvidenceOf } from '../names/source-names.ts';
import { words } from '../text.ts';
import type { SegmentCheck } from './check.ts';

/** Sentences in which an edition must have kept a common word. */
const LEAST_KEPT = 2;
/** Sentences that must share what one of them lacks: fewer share words by chance. */
const LEAST_OTHERS = 4;

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
    const displaced = displacedNames(sourceWords, targetWords, from, to, (word) => isNoName(word, from));
    const replaced = displaced.map(({ text, instead }) => ({
      message: `"${text}" is "${instead}" in the target`,
      expected: [text],
      got: [instead],
      level: 'note' as const,
    }));
    const lacking = lackingNames(pair, { evidence, terms, likely }).filter(({ start }) => !displaced.some((one) => one.start === start));
    const lost = lacking.flatMap((name) => {
      const { text } = name;
      const uses = usesOf(text, edition);
      // What an edition never says like the source it says in a way of its own: where that is not seen, one finding tells it.
      if (uses.every(({ said }) => lacksToo(name, said, from, to))) {
        const others = uses.filter(({ id }) => id !== segment.id);
        const has =
          others.length === 0
            ? undefined
            : hasOwnForm(
                targetWords,
                others.map(({ said }) => said),
                restOf(text, edition),
                to,
              );
        if (has === true || (uses[0]?.id !== segment.id && (has === undefined || others.length < LEAST_OTHERS))) return [];
      }
      return [{ message: `"${text}" is not in the target`, expected: [text], got: [], level: 'note' as const }];
    });
    return [...replaced, ...lost];
  },
};

interface Use {
  readonly id: Segment['id'];
  readonly source: string;
  readonly said: string;
}

const sentences = new WeakMap<Edition, readonly Use[]>();

/** The sentences with a name that have a target, in order. */
const usesOf = (name: string, edition: Edition) => sentencesOf(edition).filter(({ source }) => source.includes(name));

/** The targets of the sentences without it. */
const restOf = (name: string, edition: Edition) =>
  sentencesOf(edition)
    .filter(({ source }) => !source.includes(name))
    .map(({ said }) => said);

function sentencesOf(edition: Edition): readonly Use[] {
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
  return all;
}
