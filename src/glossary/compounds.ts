/** Compounds without a hyphen: `Krebszellen`, `Eierstockkrebs`, `Mordverdachts` hold the terms `Krebs` and `Mord`. */

import { hasEdges, type Pattern } from './pattern.ts';
import type { Word } from './words.ts';

/** Shorter words begin and end too many others. */
const SHORTEST_TERM = 4;
const SHORTEST_REST = 3;

/**
 * The first word of a text that a term of one word is a part of; undefined where there is none, and in languages that
 * join no words. A person's name joins only with a hyphen. A noun's compound is a noun: it has the capital that the term has.
 */
export function compoundMatch(words: readonly Word[], wanted: Pattern): { readonly start: number; readonly end: number } | undefined {
  const { joins } = wanted.language;
  const [part, ...more] = wanted.words;
  if (joins === undefined || part === undefined || more.length > 0 || part.letters === 'acronym' || hasEdges(wanted)) return undefined;
  if (wanted.kind === 'person' || part.text.length < SHORTEST_TERM) return undefined;
  const capital = /^\p{Lu}/u.test(part.text);
  const { all, lemma } = part.forms();
  const firsts = firstParts(lemma, all, joins);
  for (const word of words) {
    if (word.lower.length < lemma.length + SHORTEST_REST - 1 || (capital && !/^\p{Lu}/u.test(word.text))) continue;
    if (begins(word.lower, firsts, joins) || ends(word.lower, all, joins)) return { start: word.start, end: word.end };
  }
  return undefined;
}

type Joins = NonNullable<Pattern['language']['joins']>;

/** The word as the first part of a compound: with a joint, without its last vowel, or in the plural where that changes the stem. */
function firstParts(lemma: string, forms: ReadonlyMap<string, unknown>, { joints, cut }: Joins): string[] {
  const bases = [lemma, lemma.replace(cut, ''), ...[...forms.keys()].filter((form) => !form.startsWith(lemma.slice(0, 3)))];
  return [...new Set(bases.flatMap((base) => (base.length < SHORTEST_TERM ? [] : joints.map((joint) => base + joint))))];
}

function begins(word: string, firsts: readonly string[], { suffix }: Joins): boolean {
  let begun = false;
  for (const first of firsts) {
    if (!word.startsWith(first)) continue;
    const rest = word.slice(first.length);
    // Any reading as a derivation is one, whatever the others are.
    if (suffix.test(rest)) return false;
    begun ||= rest.length >= SHORTEST_REST;
  }
  return begun;
}

function ends(word: string, forms: ReadonlyMap<string, unknown>, { prefix }: Joins): boolean {
  for (const form of forms.keys()) {
    const before = word.slice(0, -form.length);
    if (form.length < SHORTEST_TERM || !word.endsWith(form) || before.length < SHORTEST_REST - 1 || prefix.test(before)) continue;
    // The second half of a diphthong begins no word: Überl-äufer.
    if (!/^[aeiouäöü]/.test(form) || !/[aeiouäöü]$/.test(before)) return true;
  }
  return false;
}
