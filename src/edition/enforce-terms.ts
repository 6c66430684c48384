/** Holds a target to the glossary: asserts each term that its source has, and repairs what can be repaired by rule. */

import type { Origin, Target, TermUse, Text } from '../article.ts';
import type { TermMatch } from '../glossary/match.ts';
import { repairTerm } from '../glossary/repair.ts';
import type { Term } from '../glossary/term.ts';
import { usesTerm, type Verdict } from '../glossary/uses.ts';
import { words } from '../text.ts';

/** What counts as the term being there; `derived` (an adjective of it) is the checks' business, not a repair's. */
export const IS_SAID: ReadonlySet<Verdict> = new Set(['exact', 'inflected', 'compound', 'derived']);

export interface EnforcedText {
  readonly text: Text;
  /** The rules that changed it, in order; empty where nothing had to be. */
  readonly repairs: readonly string[];
  /** Terms that the text lacks and no rule could put there. */
  readonly missing: readonly Term[];
}

/**
 * @param text a target
 * @param terms the terms of its source
 * @param previous what the target was made with: a former target of a term is looked for and replaced
 */
export function enforceTerms(text: Text, terms: readonly Term[], locale: string, previous: readonly TermUse[] = []): EnforcedText {
  let now = text;
  const repairs: string[] = [];
  const missing: Term[] = [];
  // A long sentence may use a term a thousand times; it is one question.
  for (const term of new Set(terms)) {
    if (IS_SAID.has(usesTerm(words(now), term, locale))) continue;
    const former = previous.filter((use) => use.source === term.source && use.target !== term.target).map((use) => use.target);
    const repair = repairTerm(now, term, locale, { previous: former });
    if (repair === undefined) missing.push(term);
    else {
      now = repair.text;
      repairs.push(repair.rule);
    }
  }
  return { text: now, repairs, missing };
}

/**
 * A machine target of an unchanged source whose glossary has changed, made valid without an engine where that is possible.
 * @returns undefined where the sentence has to be translated again
 */
export function renewed(target: Target, matches: readonly TermMatch[], locale: string): Target | undefined {
  const terms = matches.map((match) => match.term);
  const enforced = enforceTerms(target.text, terms, locale, target.terms);
  if (enforced.missing.length > 0) return undefined;
  const origin: Origin = enforced.repairs.length > 0 ? { by: 'repair', name: enforced.repairs.join(', ') } : target.origin;
  return { ...target, text: enforced.text, origin, terms: terms.map(({ source, target: approved }) => ({ source, target: approved })) };
}
