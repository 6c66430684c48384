/** Adjectives, inhabitants and other words made of a term: `лондонський` of `Лондон`, `Liverpooler` of `Liverpool`. */

import { hasEdges, type Pattern } from './pattern.ts';
import type { Word } from './words.ts';

const VOWELS_AT_END = /(?<![aeiouyáéíóúàèìòùâêîôûäëïöüąęıаеєиіїоуюяыэйь])[aeiouyáéíóúàèìòùâêîôûäëïöüąęıаеєиіїоуюяыэйь]+$/u;

/** The first word of a text that is derived from a term of one word; undefined where there is none. */
export function derivedMatch(words: readonly Word[], wanted: Pattern): { readonly start: number; readonly end: number } | undefined {
  const { derived } = wanted.language;
  const [part, ...more] = wanted.words;
  if (derived === undefined || part === undefined || more.length > 0 || part.letters === 'acronym' || hasEdges(wanted)) return undefined;
  const { lemma } = part.forms();
  const stem = lemma.replace(VOWELS_AT_END, '');
  const cut = [lemma, stem, stem.slice(0, -1)].filter((base, index) => base.length >= (index === 2 ? 4 : 3));
  for (const word of words) {
    if (!word.lower.startsWith(cut.at(-1) ?? lemma)) continue;
    for (const base of cut) {
      if (!word.lower.startsWith(base) || !derived.test(word.lower.slice(base.length))) continue;
      // Without its last consonant a stem is recognised by the suffix that swallowed it alone: Париж, паризький.
      if (base !== lemma && base !== stem && !/^[szcśźсзц]/.test(word.lower.slice(base.length))) continue;
      return { start: word.start, end: word.end };
    }
  }
  return undefined;
}
