/** The forms of one word: its dictionary form with the closed endings of its language. */

import type { EndingClass } from '../languages/language.ts';
import type { TermLanguage } from './inflection.ts';
import { lowerWord } from './words.ts';

/** The order of endings: nominative, genitive, dative, accusative, instrumental, locative, vocative; the plural without the last. */
const SLOTS = { singular: 7, plural: 6 } as const;

/** Whether a word of a text is a dictionary form itself or a form of it. */
export type Fit = 'exact' | 'inflected';

/** Cases as bits, singular first; `ANY` where a language's table does not tell them apart. */
export type Cases = number;
export const ANY: Cases = (1 << (SLOTS.singular + SLOTS.plural)) - 1;

/** The cases of the singular. */
export const SINGULAR: Cases = (1 << SLOTS.singular) - 1;

export const PLURAL_NOMINATIVE: Cases = 1 << SLOTS.singular;

/** What a form can be: cases as a noun and as an adjective. */
export interface Reading {
  readonly noun: Cases;
  readonly adjective: Cases;
}

export interface WordForms {
  /** Lower case. */
  readonly lemma: string;
  /** Every form from closed endings, lower case, the lemma itself included. */
  readonly all: ReadonlyMap<string, Reading>;
  /** Stems that `TermLanguage.suffixes` may follow. */
  readonly stems: readonly string[];
}

/** What kind of word it is, and so which classes of endings it takes. */
export interface WordRole {
  readonly name: boolean;
  /** Part of a term of several words that is no person's name: it may be an adjective. */
  readonly inPhrase: boolean;
  readonly changes: boolean;
}

/** @param word the dictionary form */
export function wordForms(word: string, language: TermLanguage, role: WordRole): WordForms {
  const lemma = lowerWord(word, language.tag);
  const all = new Map<string, Reading>();
  if (!role.changes || /\p{N}/u.test(lemma)) return { lemma, all: all.set(lemma, { noun: ANY, adjective: 0 }), stems: [] };
  for (const { form, table, cases } of derive(lemma, language, role)) {
    const known = all.get(form);
    const noun = (known?.noun ?? 0) | (table.adjective ? 0 : cases);
    all.set(form, { noun, adjective: (known?.adjective ?? 0) | (table.adjective ? cases : 0) });
  }
  if (!all.has(lemma)) all.set(lemma, { noun: ANY, adjective: 0 });
  const stems = language.suffixes === undefined ? [] : [lemma, ...suffixStems(lemma, language, role)];
  for (const stem of stems) if (!all.has(stem)) all.set(stem, { noun: ANY, adjective: 0 });
  return { lemma, all, stems };
}

/** A form and where it comes from. */
export interface Derivation {
  readonly form: string;
  readonly table: EndingClass;
  readonly ending: string;
  readonly cases: Cases;
}

/** Every form of a dictionary form (lower case) by the tables, in their order; a form that several tables give comes several times. */
export function* derive(lemma: string, language: TermLanguage, role: WordRole): Generator<Derivation> {
  for (const table of language.classes) {
    if (!applies(table, role) || !table.ends.test(lemma)) continue;
    const base = lemma.replace(table.ends, table.stem ?? '');
    // One letter and an ending would be any short word.
    if (base.length < 2 && base !== lemma) continue;
    for (const { ending, cases } of endingsOf(table, language)) yield { form: base + ending, table, ending, cases };
  }
}

function applies({ only }: Pick<EndingClass, 'only'>, { name, inPhrase }: WordRole): boolean {
  if (only === undefined) return true;
  if (only === 'single') return !name && !inPhrase;
  if (only === 'phrase') return inPhrase;
  return only === 'name' ? name : only === 'common' ? !name : !name || inPhrase;
}

function suffixStems(lemma: string, language: TermLanguage, role: WordRole): string[] {
  return (language.stems ?? [])
    .filter((change) => applies(change, role) && change.ends.test(lemma))
    .map(({ ends, stem }) => lemma.replace(ends, stem))
    .filter((stem) => stem.length > 2);
}

interface Ending {
  readonly ending: string;
  readonly cases: Cases;
}

const parsed = new WeakMap<EndingClass, readonly Ending[]>();

function endingsOf(table: EndingClass, language: TermLanguage): readonly Ending[] {
  const known = parsed.get(table);
  if (known !== undefined) return known;
  const made = language.slots === true ? byCase(table.endings) : split(table.endings).map((ending) => ({ ending, cases: ANY }));
  parsed.set(table, made);
  return made;
}

const split = (endings: string) => endings.split(/[\s/]+/).map((ending) => (ending === '-' ? '' : ending));

function byCase(endings: string): Ending[] {
  const [singular = '', plural = ''] = endings.split(';');
  return [...slotsOf(singular, 0), ...slotsOf(plural, SLOTS.singular)];
}

function slotsOf(endings: string, from: number): Ending[] {
  return endings
    .trim()
    .split(/\s+/)
    .flatMap((slot, index) => (slot === '' || slot === '.' ? [] : split(slot).map((ending) => ({ ending, cases: 1 << (from + index) }))));
}

/**
 * How a word of a text (lower case) fits a dictionary form; undefined where it is another word.
 * @param apostrophe whether suffixes must be set off by an apostrophe, as Turkish does with names
 */
export function readWord(
  word: string,
  forms: WordForms,
  language: TermLanguage,
  apostrophe: boolean,
): { readonly fit: Fit; readonly reading: Reading } | undefined {
  const known = forms.all.get(word);
  if (known !== undefined) return { fit: word === forms.lemma ? 'exact' : 'inflected', reading: known };
  if (withApostrophe(word, forms, language) || withSuffixes(word, forms, language, apostrophe) || sharesStem(word, forms, language))
    return { fit: 'inflected', reading: { noun: ANY, adjective: 0 } };
  return undefined;
}

function withApostrophe(word: string, forms: WordForms, language: TermLanguage): boolean {
  const at = word.lastIndexOf("'");
  return at > 0 && language.apostrophe?.test(word.slice(at + 1)) === true && forms.all.has(word.slice(0, at));
}

function withSuffixes(word: string, forms: WordForms, { suffixes }: TermLanguage, apostrophe: boolean): boolean {
  if (suffixes === undefined) return false;
  return forms.stems.some((stem) => {
    if (!word.startsWith(stem)) return false;
    const rest = word.slice(stem.length);
    return (!apostrophe || rest.startsWith("'")) && suffixes.test(rest);
  });
}

/**
 * The rule for a language without a table: the word begins with the whole dictionary form, but for its last vowel, and at
 * most three letters follow. It takes no word with another letter in the stem.
 */
function sharesStem(word: string, forms: WordForms, language: TermLanguage): boolean {
  const stem = commonStem(forms, language);
  return stem !== undefined && word.startsWith(stem) && word.length - stem.length <= 3;
}

/** What words begin with that the rule for a language without a table takes for forms; undefined where it says nothing. */
export function commonStem({ lemma }: WordForms, language: TermLanguage): string | undefined {
  if (language.classes.length > 0 || language.suffixes !== undefined || lemma.length < 4) return undefined;
  return lemma.length > 4 ? lemma.replace(/[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøąęőűăаоуеєиіїюяыэ]$/u, '') : lemma;
}
