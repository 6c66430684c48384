/** A word of a name whose place another word has, between the words and signs that stay: `Jaguar Land ansiedad.` for `Jaguar Land Rover.` */

import { languageOf } from '../languages/lookup.ts';
import { askedOnce } from '../text/asked-once.ts';
import { type Displaced, isLikeAny } from './displaced.ts';
import { namePairs } from './pairs.ts';
import { isHeadline } from './source-names.ts';

/** What ends a phrase on both sides of a translation. */
const END = /^['’]?(?:[,;:!?)\]”"»]|\.(?=\s|$|["”»)])|$)/u;
/** Shorter words are prepositions and articles, which a translation may put there. */
const LEAST_LETTERS = 4;

/**
 * Words with a capital that follow a name which the target keeps, and before which or behind which a phrase ends: another word is there.
 * In languages that put spaces between words.
 */
export function framedNames(source: string, target: string, from: string, to: string): Displaced[] {
  if (languageOf(to).unspaced === true) return [];
  const found: Displaced[] = [];
  const isKept = askedOnce((word) => target.includes(word));
  const placeOf = askedOnce((word) => onlyPlace(word, target));
  for (const { first, second: lost, next } of namePairs(source)) {
    if (isKept(lost.text)) continue;
    const kept = placeOf(first.text);
    if (kept < 0 || target[kept] !== ' ') continue;
    const instead = /^[\p{L}\p{M}'’-]+/u.exec(target.slice(kept + 1))?.[0];
    if (instead === undefined || instead.length < LEAST_LETTERS || source.includes(instead)) continue;
    const end = kept + 1 + instead.length;
    const isFollowed = next !== undefined && target.startsWith(` ${next.text}`, end);
    if (!isFollowed && !(END.test(source.slice(lost.end)) && END.test(target.slice(end)))) continue;
    if (isHeadline(source, from)) continue;
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
