/** A machine's loop: a word three times running, a phrase of up to four words three times running, four words three times in one segment. */

import { lengthScore } from '../language/lengths.ts';
import { joinedRuns } from '../language/runs.ts';
import { hasSound, isSound } from '../language/sounds.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

const LONGEST_PERIOD = 4;
const PHRASE = 4;
/** So many times a word of the source makes it a list of like clauses. */
const PARALLELS = 3;
/** Shorter words are articles and prepositions, which every sentence repeats. */
const LEAST_LETTERS = 4;
/** A source that laughs may laugh in any letters: so many of them a time. */
const MOST_LAUGHTER = 5;
/** In standard deviations of the length. */
const LONG = 3;

export const loopsCheck: SegmentCheck = {
  name: 'loops',
  segment: ({ sourceWords, targetWords, from, to }) => {
    const words = wordsOf(targetWords);
    // A list of like phrases is no loop; a loop makes the text too long.
    const isLong = words.length >= 3 * PHRASE && lengthScore(sourceWords, targetWords, from, to) >= LONG;
    const loop = periodic(words) ?? dense(targetWords) ?? (isLong ? phraseIn(words) : undefined);
    if (loop === undefined) return [];
    // Laughter is as long as its language has it; without end it is a loop.
    const laughs = isSound(loop) || (loop.length <= MOST_LAUGHTER && hasSound(sourceWords));
    if (laughs && lengthScore(sourceWords, targetWords, from, to) < LONG) return [];
    const source = wordsOf(sourceWords);
    if (periodic(source) !== undefined || dense(sourceWords) !== undefined) return [];
    // What the source says again and again may be said so: parallel clauses, a refrain.
    const isPhrase = periodic(words) === undefined && dense(targetWords) === undefined;
    if (isPhrase && mostOften(source) >= PARALLELS) return [];
    return [{ ...worded`"${loop}" is repeated`, got: [loop] }];
  },
};

function wordsOf(text: string): string[] {
  return joinedRuns(text.toLowerCase());
}

/** The words that follow each other three times. */
function periodic(words: readonly string[]): string | undefined {
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    let same = 0;
    for (let at = period; at < words.length; at++) {
      same = words[at] === words[at - period] ? same + 1 : 0;
      if (same < 2 * period) continue;
      const part = words.slice(at - period + 1, at + 1);
      // Figures repeat in scores and telephone numbers.
      if (part.some((word) => /\p{L}/u.test(word))) return part.join(' ');
    }
  }
  return undefined;
}

/** How often the most frequent word occurs, or the most frequent pair of words: "not for the ... not for the ...". */
function mostOften(words: readonly string[]): number {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [at, word] of words.entries()) {
    if (word.length >= LEAST_LETTERS) count(word);
    if (at > 0) count(`${words[at - 1]} ${word}`);
  }
  return Math.max(0, ...counts.values());
}

function phraseIn(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (let at = 0; at + PHRASE <= words.length; at++) {
    const key = words.slice(at, at + PHRASE).join(' ');
    const count = (counts.get(key) ?? 0) + 1;
    if (count === 3) return key;
    counts.set(key, count);
  }
  return undefined;
}

/** Scripts without spaces: two characters and more three times running; one where it is a Chinese character. */
function dense(text: string): string | undefined {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)) return undefined;
  const many = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]{2,12}?)[、，]?\1[、，]?\1/u.exec(text);
  const one = /(\p{Script=Han})\1\1/u.exec(text);
  return many?.[1] ?? one?.[1];
}
