/** Forms that people confirmed: how reviewed targets say a term that the tables do not find there. */

import { findTerms } from './match.ts';
import type { Term } from './term.ts';
import { inspectTerm } from './uses.ts';
import { lowerWord, wordsOf } from './words.ts';

/** A sentence that a person has approved. */
export interface Confirmed {
  readonly source: string;
  readonly target: string;
}

export interface Proposal {
  readonly term: Term;
  /** The words of the targets; for `forms` of the term. */
  readonly form: string;
  readonly count: number;
  readonly example: Confirmed;
}

/** Letters that a word of another form shares with the dictionary form at its start; fewer are chance. */
const SHARED = 3;
const SHARE = 0.5;

/**
 * Proposals, the most frequent first. A term that a target does not say is looked for as the words that begin like its own;
 * whether they are a form of it is for a person to say.
 * @param sentences reviewed ones of one locale
 * @param terms those that targets are held to
 */
export function learnForms(sentences: Iterable<Confirmed>, terms: readonly Term[], from: string, to: string): Proposal[] {
  const found = new Map<string, Proposal>();
  for (const sentence of sentences) {
    for (const { term, covered } of findTerms(sentence.source, from, terms)) {
      if (covered || term.status === 'untranslated') continue;
      const { verdict, surface } = inspectTerm(sentence.target, term, to);
      if (verdict === 'exact' || verdict === 'inflected' || verdict === 'compound' || verdict === 'forbidden') continue;
      const form = surface ?? similar(sentence.target, term.target, to);
      if (form === undefined) continue;
      const key = `${term.source}\u0000${lowerWord(form, to)}`;
      const known = found.get(key);
      found.set(key, { term, form, count: (known?.count ?? 0) + 1, example: known?.example ?? sentence });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.term.source < b.term.source ? -1 : 1));
}

/** The one stretch of a target whose words each begin like the term's; undefined where there is none or more than one. */
function similar(target: string, approved: string, locale: string): string | undefined {
  const wanted = wordsOf(approved, locale);
  const words = wordsOf(target, locale);
  const places: string[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const stretch = words.slice(at, at + wanted.length);
    if (!stretch.every((word, index) => alike(word.lower, wanted[index]?.lower ?? ''))) continue;
    places.push(target.slice(stretch[0]?.start, stretch.at(-1)?.end));
  }
  return places.length === 1 ? places[0] : undefined;
}

function alike(word: string, lemma: string): boolean {
  if (word === lemma) return true;
  let shared = 0;
  while (shared < word.length && shared < lemma.length && word[shared] === lemma[shared]) shared += 1;
  return shared >= SHARED && shared >= SHARE * Math.max(word.length, lemma.length);
}
