/** Compounds without a hyphen: `Krebszellen`, `Eierstockkrebs`, `Mordverdachts` hold the terms `Krebs` and `Mord`. */

import type { Pattern } from './pattern.ts';
import type { Word } from './words.ts';

/** Shorter words begin and end too many others. */
const SHORTEST_TERM = 4;
const SHORTEST_REST = 3;

/**
 * The first word of a text that a term of one word is a part of; undefined where there is none, and in languages that
 * join no words. Names join only with a hyphen.
 */
export function compoundPlace(words: readonly Word[], wanted: Pattern): { readonly start: number; readonly end: number } | undefined {
  const { joins } = wanted.language;
  const [part, ...more] = wanted.words;
  if (joins === undefined || part === undefined || more.length > 0 || part.letters === 'acronym') return undefined;
  if (wanted.kind === 'person' || part.text.length < SHORTEST_TERM) return undefined;
  const forms = part.forms();
  for (const word of words) {
    const { lower } = word;
    if (lower.length < forms.lemma.length + SHORTEST_REST) continue;
    if (beginsWith(lower, forms.all, joins) || endsWith(lower, forms.all)) return { start: word.start, end: word.end };
  }
  return undefined;
}

function beginsWith(word: string, forms: ReadonlyMap<string, unknown>, joins: RegExp): boolean {
  for (const form of forms.keys()) if (word.startsWith(form) && word.length - form.length >= SHORTEST_REST) return joins.test('');
  return false;
}

function endsWith(word: string, forms: ReadonlyMap<string, unknown>): boolean {
  for (const form of forms.keys()) if (word.endsWith(form) && word.length - form.length >= SHORTEST_REST) return true;
  return false;
}
