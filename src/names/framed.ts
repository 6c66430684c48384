/** A word of a name whose place another word has, between the words and signs that stay: `Jaguar Land ansiedad.` for `Jaguar Land Rover.` */

import { languageOf } from '../languages/lookup.ts';
import { type Displaced, isLikeAny } from './displaced.ts';
import { isHeadline } from './source-names.ts';

const NAME = /(?<![\p{L}\p{M}\p{N}'’-])\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}-])/gu;
/** What ends a phrase on both sides of a translation. */
const END = /^['’]?(?:[,;:!?)\]”"»]|\.(?=\s|$|["”»)])|$)/u;
/** Shorter words are prepositions and articles, which a translation may put there. */
const LEAST_LETTERS = 4;

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words with a capital that follow a name which the target keeps, and before which or behind which a phrase ends: another word is there.
 * In languages that put spaces between words.
 */
export function framedNames(source: string, target: string, from: string, to: string): Displaced[] {
  if (languageOf(to).unspaced === true || isHeadline(source, from)) return [];
  const names: Place[] = [...source.matchAll(NAME)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
  const found: Displaced[] = [];
  for (const [at, lost] of names.entries()) {
    const before = names[at - 1];
    if (before === undefined || before.end + 1 !== lost.start || source[before.end] !== ' ') continue;
    if (target.includes(lost.text)) continue;
    const kept = onlyPlace(before.text, target);
    if (kept < 0 || target[kept] !== ' ') continue;
    const instead = /^[\p{L}\p{M}'’-]+/u.exec(target.slice(kept + 1))?.[0];
    if (instead === undefined || instead.length < LEAST_LETTERS || source.includes(instead)) continue;
    const next = names[at + 1];
    const isFollowed = next !== undefined && next.start === lost.end + 1 && target.startsWith(` ${next.text}`, kept + 1 + instead.length);
    if (!isFollowed && !(END.test(source.slice(lost.end)) && END.test(target.slice(kept + 1 + instead.length)))) continue;
    if (isLikeAny(instead, source, from, to)) continue;
    found.push({ ...lost, instead });
  }
  return found;
}

/** The end of a word that a text has once; -1 where it has none or several. */
function onlyPlace(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at < 0 || text.indexOf(word, at + 1) >= 0) return -1;
  return at + word.length;
}
