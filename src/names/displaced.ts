/** A name beside which another name was kept, and that became a third one: `Donald Livingston` for `Donald Trump`. */

import { languageOf, tagOf } from '../languages/lookup.ts';
import { askedOnce } from '../text/asked-once.ts';
import { wordKind } from './dictionary.ts';
import { letterKindOf } from './lacking.ts';
import { hasLike } from './like-words.ts';
import { namePairs } from './pairs.ts';
import { isHeadline } from './source-names.ts';

export interface Displaced {
  /** The word of the source, and its offsets. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word of the target that is in its place. */
  readonly instead: string;
}

/** A word with a capital and a small letter, from an offset on. */
const NAME = /\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}]*/uy;
const LETTER = /[\p{L}\p{M}]/u;
const LETTER_OR_HYPHEN = /[\p{L}\p{M}-]/u;
/** What is before a word with a capital within a sentence. */
const WITHIN = /[\p{Ll},] $/u;
const LEAST_BEFORE = 4;
/** Unlike all words of the source by so much: no form of one of them. */
const UNLIKE = 0.25;

/**
 * Two names side by side of which the target keeps one, with a word beside it that is like nothing in the source. For languages in Latin
 * letters that write common nouns small: they keep most names, and put small words beside them.
 * @param skip words, in lower case, that are no names: titles, institutions
 */
export function displacedNames(source: string, target: string, from: string, to: string, skip: (word: string) => boolean): Displaced[] {
  const { terms, kindsBehind } = languageOf(to);
  if (!/^(?:latin|cased)$/.test(letterKindOf(to)) || terms?.capitalNouns === true) return [];
  const mayTranslate = kindsBehind === true;
  const isKept = askedOnce((word) => target.includes(word));
  const behind = askedOnce((word) => nameBehind(word, target));
  const before = askedOnce((word) => nameBefore(word, target));
  const anyBefore = askedOnce((word) => wordBefore(word, target));
  const tag = tagOf(from);
  // `Funny Parts` is kept whole or translated whole.
  const isCommonBoth = (first: string, second: string) =>
    !isHeadline(source, from) && [first, second].every((word) => wordKind(word, tag) === 'common');
  const isOwn = askedOnce((word) => source.includes(word) || isLikeAny(word, source, from, to));
  const found: Displaced[] = [];
  for (const { first, second } of namePairs(source)) {
    const hasFirst = isKept(first.text);
    if (hasFirst === isKept(second.text)) continue;
    const lost = hasFirst ? second : first;
    if (lost.text.length < 2 || skip(lost.text.toLowerCase())) continue;
    // Behind a name that stays, or before it and within a sentence: a word at its start has a capital whatever it is.
    const instead = hasFirst
      ? behind(first.text)
      : (before(second.text) ?? (isCommonBoth(first.text, second.text) ? anyBefore(second.text) : undefined));
    if (instead === undefined || (mayTranslate && !mayReplace(instead, lost.text, tag)) || isOwn(instead)) continue;
    found.push({ ...lost, instead });
  }
  return found;
}

/** The name right behind a word of a text. */
function nameBehind(word: string, text: string): string | undefined {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (text[end] !== ' ' || LETTER_OR_HYPHEN.test(text[at - 1] ?? '')) continue;
    NAME.lastIndex = end + 1;
    const name = NAME.exec(text)?.[0];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name right before a word of a text, within a sentence. */
function nameBefore(word: string, text: string): string | undefined {
  for (let at = text.indexOf(` ${word}`); at >= 0; at = text.indexOf(` ${word}`, at + 1)) {
    if (LETTER.test(text[at + 1 + word.length] ?? '')) continue;
    let start = at;
    while (start > 0 && LETTER.test(text[start - 1] as string)) start--;
    NAME.lastIndex = start;
    const name = start < at && WITHIN.test(text.slice(Math.max(0, start - 2), start)) ? NAME.exec(text)?.[0] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The word right before a word of a text, within a sentence; a short one is an article or a preposition. */
function wordBefore(word: string, text: string): string | undefined {
  const at = text.indexOf(` ${word}`);
  if (at < 0 || LETTER.test(text[at + 1 + word.length] ?? '')) return undefined;
  const before = /(?<=[\p{L},] )[\p{L}\p{M}]+$/u.exec(text.slice(0, at))?.[0];
  return before !== undefined && before.length >= LEAST_BEFORE ? before : undefined;
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
