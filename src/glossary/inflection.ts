/** A language's tables of endings, as the glossary asks for them: a language without any has an empty one. */

import type { Inflection } from '../languages/language.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';

export interface TermLanguage extends Inflection {
  /** For the case of letters. */
  readonly tag: string;
  /** Written without spaces between words: terms are found by substring. */
  readonly unspaced: boolean;
}

const byLocale = new Map<string, TermLanguage>();

/** The tables for a locale, by its language: `pt-BR` has those of `pt`. A language without any has the careful common stem alone. */
export function inflectionOf(locale: string): TermLanguage {
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const { terms, unspaced } = languageOf(locale);
  const made = { classes: [], ...terms, tag: tagOf(locale), unspaced: unspaced === true };
  byLocale.set(locale, made);
  return made;
}

/** Whether terms are checked by a table of endings; without one a careful common stem is all there is, and people are told so. */
export function hasTable(locale: string): boolean {
  const { unspaced, classes, suffixes } = inflectionOf(locale);
  return unspaced || classes.length > 0 || suffixes !== undefined;
}
