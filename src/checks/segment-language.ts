/** A segment in another language than its edition's. */

import { isSurelyIn, namedInMessage, otherByLetters, otherLanguage, surelyNeighbour } from '../language/identify.ts';
import { withoutRuns, wordRuns, wordSet } from '../language/runs.ts';
import { countScripts } from '../language/scripts.ts';
import { languageAround } from '../language/surroundings.ts';
import { worded } from '../text/worded.ts';
import { isPseudo, type SegmentCheck } from './check.ts';

/** Shorter texts are names and titles too often. A character of Chinese, Japanese or Korean counts for three. */
const LEAST_CHARACTERS = 40;
/** Of eld's scores; a sentence in the right language with foreign names stays below. */
const MARGIN = 0.12;
/** Of a target's words, those that its source has too: more, and it is names or the source itself. */
const MOST_SHARED = 0.7;

export const segmentLanguageCheck: SegmentCheck = {
  name: 'segment-language',
  segment: ({ edition, segment, target, targetWords, sourceWords, from, to }) => {
    if (isPseudo(target) || targetWords === sourceWords) return [];
    if (!isLong(targetWords)) return remark(otherByLetters(targetWords.replace(QUOTED, ' '), to), to);
    const own = isSurelyIn(targetWords, to) ? undefined : withoutShared(targetWords, sourceWords);
    const other =
      (own && (otherLanguage(own.text, to, MARGIN) ?? inQuotes(own.text, targetWords, to))) ?? languageAround(edition, segment.id);
    if (other === undefined || (own?.isShared === true && other !== from.split('-')[0])) return [];
    return remark(other, to);
  },
};

const remark = (other: string | undefined, to: string) =>
  other === undefined ? [] : [{ ...worded`The segment seems to be in ${namedInMessage(other)}`, expected: [to], got: [other] }];

const QUOTED = /["“„«][^"“”„«»]+["”“»]/g;

const hasQuote = (text: string) => text.includes('"') || text.includes('“') || text.includes('„') || text.includes('«');

/** What is quoted in a close neighbour's words is in them too: nobody quotes that neighbour in its own. */
function inQuotes(own: string, all: string, to: string): string | undefined {
  return own.length < all.length ? surelyNeighbour(all, to) : undefined;
}

function isLong(text: string): boolean {
  if (text.length >= LEAST_CHARACTERS) return true;
  const { of } = countScripts(text);
  return text.length + 2 * (of('Han') + of('Hangul') + of('Hiragana') + of('Katakana')) >= LEAST_CHARACTERS;
}

/** The words that are the target's own, quotations and the source's words (names, titles) left out where enough is left. */
function withoutShared(target: string, source: string): { text: string; isShared: boolean } {
  const theirs = wordSet(source);
  const words = wordRuns(target);
  const shared = words.filter((word) => theirs.has(word)).length;
  if (shared > words.length * MOST_SHARED) return { text: target, isShared: true };
  const unquoted = hasQuote(target) ? target.replace(QUOTED, ' ') : target;
  const all = isLong(unquoted) ? unquoted : target;
  const own = shared === 0 ? all : withoutRuns(all, theirs);
  return { text: own, isShared: false };
}
