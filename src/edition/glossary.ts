/** A locale's glossary, as the editions of the locale are held to it. */

import type { Segment, TermUse } from '../article.ts';
import { termsIn } from '../glossary/csv.ts';
import { findTerms, type TermMatch } from '../glossary/match.ts';
import { requiredTerms, type Term } from '../glossary/term.ts';
import { words } from '../text.ts';

export interface Glossary {
  readonly terms: readonly Term[];
  /** Those that a target must use where its source has them. */
  readonly required: readonly Term[];
  /** The uses of these in a segment, those within a longer term left out. */
  readonly matches: (segment: Segment) => readonly TermMatch[];
  /** The same as a target records it. */
  readonly touching: (segment: Segment) => readonly TermUse[];
}

const NO_MATCHES: readonly TermMatch[] = [];

/**
 * @param csv the glossary's text; undefined where the locale has none
 * @param file its path, for errors
 * @param confirm a dictionary of the user's for the locale
 * @throws KnownError where it is not usable
 */
export function glossaryOf(csv: string | undefined, file: string, sourceLocale: string, confirm?: Term['confirm']): Glossary {
  const parsed = csv === undefined ? [] : termsIn(csv, file);
  const terms = confirm === undefined ? parsed : parsed.map((term) => ({ ...term, confirm }));
  const required = requiredTerms(terms);
  // Recall, sending and checks ask for the same segments.
  const known = new WeakMap<Segment, readonly TermMatch[]>();
  const matches = (segment: Segment): readonly TermMatch[] => {
    if (required.length === 0) return NO_MATCHES;
    const found = known.get(segment) ?? findTerms(words(segment.text), sourceLocale, required).filter((match) => !match.covered);
    known.set(segment, found);
    return found;
  };
  const touching = (segment: Segment) => matches(segment).map(({ term: { source, target } }) => ({ source, target }));
  return { terms, required, matches, touching };
}
