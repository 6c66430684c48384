/** Compounds without a hyphen: `Krebszellen`, `Eierstockkrebs`, `Mordverdachts` hold the terms `Krebs` and `Mord`. */

import type { Pattern } from './pattern.ts';
import type { Word } from './words.ts';

/** Shorter words begin and end too many others. */
const SHORTEST_TERM = 4;
const SHORTEST_REST = 3;

/**
 * The first word of a text that a term of one word is a part of; undefined where there is none, and in languages that
 * join no words. A person's name joins only with a hyphen. A noun's compound is a noun: it has the capital that the term has.
 */
export function compoundPlace(words: readonly Word[], wanted: Pattern): { readonly start: number; readonly end: number } | undefined {
  const { joins } = wanted.language;
  const [part, ...more] = wanted.words;
  if (joins === undefined || part === undefined || more.length > 0 || part.letters === 'acronym') return undefined;
  if (wanted.kind === 'person' || part.text.length < SHORTEST_TERM) return undefined;
  const capital = /^\p{Lu}/u.test(part.text);
  const { all, lemma } = part.forms();
  for (const word of words) {
    if (word.lower.length < lemma.length + SHORTEST_REST || (capital && !/^\p{Lu}/u.test(word.text))) continue;
    if (begins(word.lower, all, joins) || ends(word.lower, all)) return { start: word.start, end: word.end };
  }
  return undefined;
}

function begins(word: string, forms: ReadonlyMap<string, unknown>, joins: NonNullable<Pattern['language']['joins']>): boolean {
  let begun = false;
  for (const form of forms.keys()) {
    if (!word.startsWith(form)) continue;
    const rest = word.slice(form.length);
    // The longest reading does not decide: any reading as a derivation is one.
    if (joins.suffix.test(rest)) return false;
    begun ||= rest.length >= SHORTEST_REST;
  }
  return begun;
}

function ends(word: string, forms: ReadonlyMap<string, unknown>): boolean {
  for (const form of forms.keys())
    if (form.length >= SHORTEST_TERM && word.endsWith(form) && word.length - form.length >= SHORTEST_REST) return true;
  return false;
}
