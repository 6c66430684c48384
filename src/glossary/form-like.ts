/** The form of a term for the place of another word, of which an engine's answer has some form: by its lemma, else by its ending. */

import { derive, SINGULAR } from './forms.ts';
import { carryEnding, inCapitals, pluralWords } from './inflect.ts';
import { inflectionOf } from './inflection.ts';
import type { PatternWord } from './pattern.ts';
import { patternOf } from './repair.ts';
import { type TargetTerm, usesTerm } from './uses.ts';
import { wordsOf } from './words.ts';

export interface Replaced {
  /** What the engine says for the term by itself: the dictionary form of the word in the answer. */
  readonly said?: string | undefined;
  /** Whether the source has the term in its plural. */
  readonly isPlural: boolean;
}

/**
 * @param other the words of an answer that the term is to replace
 * @returns the term in small letters but for its own capitals and that of a sentence's start; its dictionary form where nothing tells another
 */
export function formLike(other: string, term: TargetTerm, locale: string, { said, isPlural }: Replaced): string {
  const language = inflectionOf(locale);
  const wanted = patternOf(term.target, term, locale, language);
  const parts = wanted.words;
  if (language.unspaced || parts.length === 0 || term.indeclinable === true) return term.target;
  const found = wordsOf(other, locale);
  const lemmas = said === undefined ? [] : patternOf(said, term, locale, language).words;
  const forms = parts.map((part, at) => {
    const word = found[at];
    if (word === undefined || found.length !== parts.length) return undefined;
    const lemma = lemmas.length === parts.length ? lemmas[at] : undefined;
    const carried = lemma === undefined ? undefined : carryEnding(word.lower, lemma, part, language);
    return carried ?? (language.slots === true ? byEnding(word.lower, part, locale, isPlural) : undefined);
  });
  const chosen = forms.includes(undefined) ? (isPlural && wanted.kind === 'term' ? pluralWords(parts, language) : undefined) : forms;
  if (chosen === undefined) return term.target;
  const text = chosen
    .map((form, at) => (parts[at]?.between ?? '') + inCapitals(form as string, parts[at]?.text ?? '', '', at === 0, locale))
    .join('');
  const whole = (wanted.edges?.before ?? '') + text + (wanted.edges?.after ?? '');
  // Each word for itself may not agree with the next.
  return ['exact', 'inflected'].includes(usesTerm(whole, term, locale)) ? whole : term.target;
}

/** The one form whose ending the other word has; the longest ending tells most. */
function byEnding(other: string, part: PatternWord, locale: string, isPlural: boolean): string | undefined {
  const fitting = [...derive(part.forms().lemma, inflectionOf(locale), part.role)].filter(
    ({ ending, cases }) => ending !== '' && other.endsWith(ending) && ((cases & SINGULAR) === 0) === isPlural,
  );
  const longest = Math.max(...fitting.map(({ ending }) => ending.length));
  const forms = new Set(fitting.filter(({ ending }) => ending.length === longest).map(({ form }) => form));
  return forms.size === 1 ? [...forms][0] : undefined;
}
