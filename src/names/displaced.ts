/** A name beside which another name was kept, and that became a third one: `Donald Livingston` for `Donald Trump`. */

import { languageOf, tagOf } from '../languages/lookup.ts';
import { wordKind } from './dictionary.ts';
import { hasLike } from './like-words.ts';

export interface Displaced {
  /** The word of the source, and its offsets. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word of the target that is in its place. */
  readonly instead: string;
}

const PAIR =
  /(?<![\p{L}\p{M}\p{N}'’-])(?=(\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}]*) (\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}-]))/gu;
const NAME = '\\p{Lu}(?=[\\p{L}\\p{M}]*\\p{Ll})[\\p{L}\\p{M}]*';
/** Unlike all words of the source by so much: no form of one of them. */
const UNLIKE = 0.35;

/**
 * Two names side by side of which the target keeps one, with a word beside it that is like nothing in the source. For languages in Latin
 * letters that write common nouns small: they keep most names, and put small words beside them.
 * @param skip words, in lower case, that are no names: titles, institutions
 */
export function displacedNames(source: string, target: string, from: string, to: string, skip: (word: string) => boolean): Displaced[] {
  const { scripts = ['Latin'], terms } = languageOf(to);
  if (scripts[0] !== 'Latin' || terms?.capitalNouns === true) return [];
  const found: Displaced[] = [];
  for (const { index, 1: first = '', 2: second = '' } of source.matchAll(PAIR)) {
    const [hasFirst, hasSecond] = [first, second].map((word) => target.includes(word));
    if (hasFirst === hasSecond) continue;
    const lost = hasFirst ? second : first;
    if (lost.length < 2 || skip(lost.toLowerCase())) continue;
    // Behind a name that stays, or before it and within a sentence: a word at its start has a capital whatever it is.
    const pattern = hasFirst
      ? `(?<![\\p{L}\\p{M}-])${first} (${NAME})(?![\\p{L}\\p{M}])`
      : `(?<=[\\p{Ll},] )(${NAME}) ${second}(?![\\p{L}\\p{M}])`;
    const instead = new RegExp(pattern, 'u').exec(target)?.[1];
    if (
      instead === undefined ||
      !mayReplace(instead, lost, tagOf(from)) ||
      source.includes(instead) ||
      isLikeAny(instead, source, from, to)
    )
      continue;
    const start = hasFirst ? index + first.length + 1 : index;
    found.push({ text: lost, start, end: start + lost.length, instead });
  }
  return found;
}

/** A common word (`Street`, `County`) is translated beside a name as well: only a word of the source's language is none of the target's. */
function mayReplace(instead: string, lost: string, tag: string): boolean {
  const isName = ['name', 'unknown'].includes(wordKind(lost, tag) ?? 'unknown');
  return isName || !['unknown', undefined].includes(wordKind(instead, tag));
}

/** Whether a word of the target is a form of a word of the source. */
export function isLikeAny(word: string, source: string, from: string, to: string): boolean {
  return (source.match(/[\p{L}\p{M}]{3,}/gu) ?? []).some((one) => hasLike(one, word, from, to, UNLIKE));
}
