/** Names in Latin letters in a target in another script: one that the source has not, and the half of a name whose other half is gone. */

import { isInLatin } from '../languages/lookup.ts';
import type { Displaced } from './displaced.ts';
import { namePairs } from './pairs.ts';

/** A word with a capital and small letters, by itself or behind letters of the target's script that are joined to its front. */
const LATIN = /(?<![A-Za-z.@/-])[A-Z][a-z]{2,}(?![A-Za-z@/])/g;

/** Fewer letters are an initial, a particle or an abbreviation. */
const LEAST_SHARED = 3;

/** A name that the source may say, by its letters and its place. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A name that is not kept, and how unlike it the word of the target is that is least unlike it. */
interface Unkept extends Place {
  readonly unlike: number;
}

/** A name that the target has as near as this in its own script is not the one that became a stranger. */
const SAID = 0.12;
/** So much unlikeness weighs as much as the whole length of a sentence between the stranger's place and the name's. */
const AS_FAR = 1;

/**
 * Writers of other scripts keep names in Latin letters, or write them in their own; neither gives a word that the source has not.
 * @param unkept the source's names that the target does not keep; the one that is least said and nearest to the stranger's place became it
 */
export function strangerNames(source: string, target: string, to: string, unkept: () => readonly Unkept[]): Displaced[] {
  if (isInLatin(to)) return [];
  const strangers = [...target.matchAll(LATIN)].filter(([word]) => isStranger(word, source));
  if (strangers.length === 0) return [];
  let free = unkept().filter(({ unlike }) => unlike >= SAID);
  const found: Displaced[] = [];
  for (const { 0: instead, index } of strangers) {
    const share = index / target.length;
    const fits = ({ start, unlike }: Unkept) => unlike - AS_FAR * Math.abs(start / source.length - share);
    const best = free.reduce<Unkept | undefined>((known, one) => (known === undefined || fits(one) > fits(known) ? one : known), undefined);
    if (best === undefined) return found;
    found.push({ text: best.text, start: best.start, end: best.end, instead });
    free = free.filter((one) => one !== best);
  }
  return found;
}

/** What is kept in Latin letters is kept letter by letter, but for an ending. */
function isStranger(word: string, source: string): boolean {
  const letters = word.slice(0, LEAST_SHARED).toLowerCase();
  const lower = source.toLowerCase();
  for (let at = lower.indexOf(letters); at >= 0; at = lower.indexOf(letters, at + 1)) if (!/\p{L}/u.test(lower[at - 1] ?? '')) return false;
  return true;
}

/**
 * Of two names side by side one is kept in Latin letters, and the other is not: nobody keeps half of a name. In brackets, behind the name in
 * the target's script, what is beside the half is in the other's place; so is a word in Latin letters that the source has not; elsewhere
 * the other may be written in the target's script.
 * @param isLost whether a word may be a name and the target has it in no way
 */
export function halfNames(source: string, target: string, to: string, isLost: (word: string) => boolean): Displaced[] {
  if (isInLatin(to)) return [];
  return namePairs(source).flatMap(({ first, second }) => {
    const hasFirst = target.includes(first.text);
    if (hasFirst === target.includes(second.text)) return [];
    const [kept, lost] = hasFirst ? [first, second] : [second, first];
    const next = besideOf(kept.text, hasFirst, target);
    const isOther = next !== undefined && source.includes(next.word);
    const isReplaced =
      next !== undefined && !isOther && (next.isBracketed || (/^[A-Z][a-z]{2}/.test(next.word) && isStranger(next.word, source)));
    if (!isReplaced && (kept.text.length < LEAST_SHARED || lost.text.length < LEAST_SHARED || !isLost(lost.text))) return [];
    return [{ text: lost.text, start: lost.start, end: lost.end, instead: next?.word ?? kept.text }];
  });
}

/** The letters behind or before a word that is kept, and whether both are in brackets. */
function besideOf(kept: string, isBehind: boolean, target: string): { readonly word: string; readonly isBracketed: boolean } | undefined {
  const at = target.indexOf(kept);
  const [before, after] = [target.slice(Math.max(0, at - LOOK_BACK), at), target.slice(at + kept.length)];
  const word = (isBehind ? /^[\s·]*([\p{L}\p{M}]+)/u.exec(after) : /([\p{L}\p{M}]+)[\s·]*$/u.exec(before))?.[1];
  if (word === undefined) return undefined;
  return { word, isBracketed: BEFORE_BRACKETED.test(before) && AFTER_BRACKETED.test(after) };
}

const LOOK_BACK = 40;
/** Only letters are between a bracket and a name within it. */
const BEFORE_BRACKETED = /[\p{L}\p{M}]\s*[(（][\p{L}\p{M}\s·.’'-]*$/u;
const AFTER_BRACKETED = /^[\p{L}\p{M}\s·.’'-]*[)）]/u;
