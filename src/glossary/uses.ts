/** Whether a target says a term, and how: in its dictionary form, inflected, in a compound, or as something else. */

import { compoundMatch } from './compounds.ts';
import { derivedMatch } from './derived.ts';
import { edgesFit, NO_EDGES } from './edges.ts';
import { inflectionOf } from './inflection.ts';
import { type Pattern, pattern, patternMatches } from './pattern.ts';
import type { Term, TermKind } from './term.ts';
import { type Word, wordsOf } from './words.ts';

/** `exact`, `inflected` and `compound` are uses of the term; `derived` is one that people should look at; the rest is none. */
export type Verdict = 'exact' | 'inflected' | 'compound' | 'variant' | 'derived' | 'forbidden' | 'missing';

export interface TermUseFound {
  readonly verdict: Verdict;
  /** The words of the target; absent where the verdict is `missing`. */
  readonly surface?: string;
  /** Offsets of `surface` into the target. */
  readonly start?: number;
  readonly end?: number;
  /** The surface holds a letter of another alphabet (a Latin i in a Cyrillic word). */
  readonly mixedAlphabet?: boolean;
}

/** A term as far as its target goes. `kind` takes the words of older glossaries too. */
export type TargetTerm = Omit<Partial<Term>, 'kind'> & { readonly target: string; readonly kind?: string };

/** Everything of a term that a target is searched for. */
interface Wanted {
  readonly target: Pattern;
  readonly forms: readonly Pattern[];
  readonly variants: readonly Pattern[];
  readonly forbidden: readonly Pattern[];
}

const wantedOf = new WeakMap<object, Map<string, Wanted>>();

/**
 * `kind` by its word. A term without one is a name where its source has a capital; where no source is given, where its target
 * begins with one and the language does not write nouns so.
 */
export function kindOf(term: TargetTerm, locale: string): TermKind {
  const { kind } = term;
  if (kind === 'person' || kind === 'place' || kind === 'organization') return kind;
  if (kind === 'organisation') return 'organization';
  if (kind !== undefined) return 'term';
  const isName =
    term.source === undefined ? !inflectionOf(locale).capitalNouns && /^\p{Lu}/u.test(term.target) : /\p{Lu}/u.test(term.source);
  return isName ? 'organization' : 'term';
}

function wanted(term: TargetTerm, locale: string): Wanted {
  const cached = wantedOf.get(term)?.get(locale);
  if (cached !== undefined) return cached;
  const language = inflectionOf(locale);
  const kind = kindOf(term, locale);
  const capitals = kind === 'person' || kind === 'place';
  // A name of no known kind may be a person's, whose names are inflected one by one or not at all.
  const agrees = term.kind !== undefined || /(?:^|\s)\p{Ll}/u.test(term.target);
  const inflected = (text: string) => pattern(text, language, { kind, changes: term.indeclinable !== true, capitals, agrees });
  const given = (text: string) => pattern(text, language, { kind, changes: false, capitals, agrees });
  const made: Wanted = {
    target: inflected(term.target),
    forms: (term.forms ?? []).map(given),
    variants: (term.variants ?? []).map(inflected),
    forbidden: (term.forbidden ?? []).map(inflected),
  };
  const byLocale = wantedOf.get(term) ?? new Map<string, Wanted>();
  wantedOf.set(term, byLocale.set(locale, made));
  return made;
}

/** The words of the target seen last: several terms are asked of one sentence. */
let lastText: { readonly target: string; readonly locale: string; readonly words: Word[] } | undefined;

function targetWords(target: string, locale: string): readonly Word[] {
  if (lastText?.target !== target || lastText.locale !== locale) lastText = { target, locale, words: wordsOf(target, locale) };
  return lastText.words;
}

/**
 * How a target says a term.
 * @param target plain words
 * @param term `target` is the dictionary form; `forms`, `variants`, `forbidden`, `compounds`, `indeclinable` as in the glossary
 * @param locale of the target
 */
export function usesTerm(target: string, term: TargetTerm, locale: string): Verdict {
  return inspectTerm(target, term, locale).verdict;
}

/** Like `usesTerm`, with the words that say it and their place. */
export function inspectTerm(target: string, term: TargetTerm, locale: string): TermUseFound {
  const language = inflectionOf(locale);
  if (language.unspaced) return inspectUnspaced(target, term);
  const words = targetWords(target, locale);
  const sought = wanted(term, locale);
  if (sought.target.words.length === 0)
    return target.includes(term.target)
      ? at(target, 'exact', target.indexOf(term.target), target.indexOf(term.target) + term.target.length)
      : { verdict: 'missing' };
  const use = bestPlace(target, words, sought.target, term.compounds) ?? firstOf(target, words, sought.forms, 'inflected');
  if (use !== undefined) return use;
  const confirmed = confirmedPlace(target, words, sought.target, term.confirm);
  if (confirmed !== undefined) return confirmed;
  if (term.compounds !== false) {
    const found = compoundMatch(words, sought.target);
    if (found !== undefined) return at(target, 'compound', found.start, found.end);
  }
  const variant = firstOf(target, words, sought.variants, 'variant');
  if (variant !== undefined) return variant;
  const derived = derivedMatch(words, sought.target);
  if (derived !== undefined) return at(target, 'derived', derived.start, derived.end);
  return firstOf(target, words, sought.forbidden, 'forbidden') ?? { verdict: 'missing' };
}

/** Words that a dictionary of the user's takes for forms of the term's. */
function confirmedPlace(target: string, words: readonly Word[], sought: Pattern, confirm: Term['confirm']): TermUseFound | undefined {
  if (confirm === undefined) return undefined;
  for (let first = 0; first + sought.words.length <= words.length; first += 1) {
    const found = words.slice(first, first + sought.words.length);
    const fits = sought.words.every((part, index) => {
      const word = found[index] as Word;
      if (index > 0 && word.gap !== part.gap) return false;
      if (part.letters === 'acronym' || (part.letters === 'capital' && !/^\p{Lu}/u.test(word.text))) return false;
      const { lemma, all } = part.forms();
      return all.has(word.lower) || confirm(word.lower, lemma);
    });
    if (fits && (sought.edges === undefined || edgesFit(target, (found[0] as Word).start, (found.at(-1) as Word).end, sought.edges)))
      return at(target, 'inflected', (found[0] as Word).start, (found.at(-1) as Word).end);
  }
  return undefined;
}

const ORDER: readonly Verdict[] = ['exact', 'inflected', 'compound'];

function bestPlace(target: string, words: readonly Word[], sought: Pattern, compounds: boolean | undefined): TermUseFound | undefined {
  let best: TermUseFound | undefined;
  for (const place of patternMatches(words, sought)) {
    if (place.joined && compounds === false) continue;
    const verdict = place.joined ? 'compound' : place.fit;
    if (best !== undefined && ORDER.indexOf(verdict) >= ORDER.indexOf(best.verdict)) continue;
    best = { ...at(target, verdict, place.start, place.end), ...(place.mixed && { mixedAlphabet: true }) };
    if (verdict === 'exact') break;
  }
  return best;
}

function firstOf(target: string, words: readonly Word[], patterns: readonly Pattern[], verdict: Verdict): TermUseFound | undefined {
  for (const sought of patterns)
    for (const place of patternMatches(words, sought))
      return { ...at(target, verdict, place.start, place.end), ...(place.mixed && { mixedAlphabet: true }) };
  return undefined;
}

function at(target: string, verdict: Verdict, start: number, end: number): TermUseFound {
  return { verdict, surface: target.slice(start, end), start, end };
}

/** Scripts without spaces: by substring, but a Latin term is not found within a longer Latin word. */
function inspectUnspaced(target: string, term: TargetTerm): TermUseFound {
  const find = (wanted: string, verdict: Verdict): TermUseFound | undefined => {
    if (wanted === '') return undefined;
    for (let start = target.indexOf(wanted); start >= 0; start = target.indexOf(wanted, start + 1))
      if (!insideLatin(target, start, start + wanted.length) && edgesFit(target, start, start + wanted.length, NO_EDGES))
        return at(target, verdict, start, start + wanted.length);
    return undefined;
  };
  const first = (list: readonly string[] | undefined, verdict: Verdict) =>
    list?.map((one) => find(one, verdict)).find((one) => one !== undefined);
  return (
    find(term.target, 'exact') ??
    first(term.forms, 'inflected') ??
    first(term.variants, 'variant') ??
    first(term.forbidden, 'forbidden') ?? { verdict: 'missing' }
  );
}

/** Whether a stretch is cut out of a run of letters of an alphabet, or of digits. */
export function insideLatin(text: string, start: number, end: number): boolean {
  const runs = /[\p{Script=Latin}\p{N}]{2}/u;
  return runs.test(text.slice(start - 1, start + 1)) || runs.test(text.slice(end - 1, end + 1));
}
