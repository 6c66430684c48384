/** A segment in another language than its edition's. */

import { otherLanguage } from '../language.ts';
import type { SegmentCheck } from './check.ts';

/** Shorter texts are names and titles too often. A character of Chinese, Japanese or Korean counts for three. */
const LEAST_CHARACTERS = 40;
/** Of eld's scores; a sentence in the right language with foreign names stays below. */
const MARGIN = 0.12;

export const segmentLanguageCheck: SegmentCheck = {
  name: 'segment-language',
  level: 'warning',
  about: 'A segment in another language',
  segment: ({ target, targetWords, sourceWords, to }) => {
    // The pseudo engine writes no language.
    if (target.origin.name?.startsWith('pseudo')) return [];
    const size =
      targetWords.length +
      2 * (targetWords.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0);
    if (size < LEAST_CHARACTERS || targetWords === sourceWords) return [];
    // Titles and what was said may be quoted as they are.
    const unquoted = targetWords.replace(/["“„«][^"“”„«»]+["”“»]/g, ' ');
    const other = otherLanguage(unquoted.length >= LEAST_CHARACTERS ? unquoted : targetWords, to, MARGIN);
    return other === undefined ? [] : [{ message: `The segment seems to be in ${name(other)}`, expected: [to], got: [other] }];
  },
};

function name(language: string): string {
  return language.length > 3 ? `${language} script` : (new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language);
}
