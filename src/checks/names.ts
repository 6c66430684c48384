/** A name of the source that the target neither keeps, nor inflects, nor writes in its script, nor has from the glossary. */

import { displacedNames } from '../names/displaced.ts';
import { framedNames } from '../names/framed.ts';
import { isFartherThanElsewhere, keepsNames } from '../names/habits.ts';
import { comparesNames, lackingNames, lacksToo, saysRegion, surelyHas, unlikenessIn } from '../names/lacking.ts';
import { regionsIn } from '../names/places.ts';
import { isNoName, mayBeName, nameEvidenceOf, perhapsNamesIn, type SourceName, wordsWithCapital } from '../names/source-names.ts';
import { halfNames, strangerNames } from '../names/strangers.ts';
import { saysAsElsewhere, sentencesWith } from '../names/uses.ts';
import { reachOf } from '../ranges/reach.ts';
import { askedOnce } from '../text/asked-once.ts';
import { type Worded, worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

/** Sentences in which an edition must have kept a common word. */
const LEAST_KEPT = 2;
/** Sentences that must share what one of them lacks: fewer share words by chance. */
const LEAST_OTHERS = 4;
/** Sentences with a name, the looked-at one among them, that tell how the edition says it. */
const LEAST_USES = 4;
/** In an edition that keeps names in Latin letters, a name is lacking from this unlikeness on. */
const LEAST_UNKEPT = 0.35;

/**
 * A note, and no warning: translators leave names out (`Flake made his choice`: "Hizo su elección"), in one to three sentences of a
 * hundred by language, as often as all other checks together speak (`npm run bench:names`). A newsroom that translates by a rule-based
 * engine gives `names` a level of its own.
 */
export const namesCheck: SegmentCheck = {
  name: 'names',
  segment: ({ edition, segment, target, sourceWords, targetWords, from, to, terms }) => {
    if (target.text.length === 0 || !comparesNames(from, to)) return [];
    const pair = { source: sourceWords, target: targetWords, from, to };
    const evidence = nameEvidenceOf(edition.article);
    const isKept = askedOnce((name) => targetWords.includes(name));
    const isThere = askedOnce((name) => surelyHas(name, targetWords, from, to));
    // A common word is a name here where the edition keeps it everywhere else.
    const likely = (name: string) => {
      const uses = sentencesWith(name, edition);
      return uses.length > LEAST_KEPT && uses.every(({ id, said }) => id === segment.id || said.includes(name));
    };
    // What an edition never says like the source it says in a way of its own: where that is not seen, one finding tells it.
    const isToldElsewhere = (name: SourceName) => {
      const uses = sentencesWith(name.text, edition);
      if (!uses.every(({ said }) => lacksToo(name, said, from, to))) return false;
      const has = saysAsElsewhere(segment.id, uses, edition);
      return has === true || (uses[0]?.id !== segment.id && (has === undefined || uses.length <= LEAST_OTHERS));
    };
    const isUnsaid = (name: string) => {
      const uses = sentencesWith(name, edition);
      if (saysRegion(name, targetWords, from, to)) return false;
      if (isFartherThanElsewhere(name, segment.id, uses, edition, from)) return true;
      if (keepsNames(edition) && mayBeName(name, from) && unlikenessIn(name, targetWords, from, to) >= LEAST_UNKEPT) return true;
      if (uses.length < LEAST_USES) return false;
      return saysAsElsewhere(segment.id, uses, edition) === false && !isThere(name);
    };
    const beside = displacedNames(sourceWords, targetWords, from, to, (word) => isNoName(word, from));
    const framed = [...beside, ...without(framedNames(sourceWords, targetWords, from, to), beside)];
    const unkept = () =>
      [...wordsWithCapital(sourceWords, from), ...perhapsNamesIn(sourceWords, from, evidence)]
        .filter(({ text }) => !isKept(text))
        .map((name) => ({ ...name, unlike: unlikenessIn(name.text, targetWords, from, to) }));
    const isLost = (word: string) => mayBeName(word, from) && !isNoName(word.toLowerCase(), from) && !isThere(word);
    const halves = halfNames(sourceWords, targetWords, to, isLost);
    const strangers = strangerNames(sourceWords, targetWords, to, unkept).filter(
      ({ instead }) => !halves.some((half) => half.instead === instead),
    );
    const inLatin = [...halves, ...without(strangers, halves)];
    const replaced = [...framed, ...without(inLatin, framed)];
    const lacking = without(lackingNames(pair, { evidence, terms, likely }), replaced);
    const countries = regionsIn(sourceWords, from);
    const perhaps = perhapsNamesIn(sourceWords, from, evidence).filter(
      ({ text, start, end }) => !isKept(text) && !countries.some((one) => one.start <= start && end <= one.end && one.text !== text),
    );
    const unsaid = without(perhaps, [...replaced, ...lacking]).filter(({ text }) => isUnsaid(text));
    const remark = (name: string, said: Worded, got: readonly string[]) => ({
      ...said,
      expected: [name],
      got,
      level: 'note' as const,
    });
    return [
      ...replaced.map(({ text, instead }) => remark(text, worded`"${text}" is "${instead}" in the target`, [instead])),
      ...lacking.filter((name) => !isToldElsewhere(name)).map(({ text }) => remark(text, worded`"${text}" is not in the target`, [])),
      ...unsaid.map(({ text }) => remark(text, worded`"${text}" is not in the target`, [])),
    ];
  },
};

/** The names that begin within none of the others. */
function without<Name extends { readonly start: number }>(
  names: readonly Name[],
  others: readonly { readonly start: number; readonly end: number }[],
): Name[] {
  const reach = reachOf(others);
  return names.filter(({ start }) => reach(start) <= start);
}
