/** A near rendering of a term swapped for the term, word for word, the endings kept. Deterministic; no engine is asked. */

import type { Text } from '../article.ts';
import { words } from '../text.ts';
import { carryEnding, inCapitals, pluralWords } from './inflect.ts';
import type { TermLanguage } from './inflection.ts';
import { inflectionOf } from './inflection.ts';
import { nearForm } from './misspelling.ts';
import { matchAt, type Pattern, pattern } from './pattern.ts';
import { kindOf, type TargetTerm, usesTerm } from './uses.ts';
import { type Word, wordsOf } from './words.ts';

type RepairRule = 'previous' | 'variant' | 'forbidden' | 'transliteration' | 'letter';

export interface Repair {
  readonly text: Text;
  /** The words that were replaced, and those that replaced them. */
  readonly from: string;
  readonly to: string;
  /** For the record. */
  readonly rule: RepairRule;
}

export interface RepairOptions {
  /** Former targets of the term. */
  readonly previous?: readonly string[];
}

/** A name of fewer letters has too many neighbours at one letter's distance, unless the other words of the name are there. */
const SHORTEST = 3;
const SHORT_IN_PHRASE = 2;
const LONG = 5;

/** A stretch of the plain words and what it should read. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  readonly rule: RepairRule;
}

/**
 * Renderings that are listed (a former target, `variants`, `forbidden`) are swapped wherever they occur; for a name, also
 * one that is a letter or a transcription away, where it occurs once.
 * @param target a target that lacks the term
 * @returns undefined where the text says the term already, says nothing near it, or the tables do not settle its form
 */
export function repairTerm(target: Text, term: TargetTerm, locale: string, options: RepairOptions = {}): Repair | undefined {
  const plain = words(target);
  const verdict = usesTerm(plain, term, locale);
  if (verdict === 'exact' || verdict === 'inflected' || verdict === 'compound') return undefined;
  const language = inflectionOf(locale);
  if (language.unspaced) return repairUnspaced(target, plain, term, options);
  const wanted = patternOf(term.target, term, locale, language);
  if (wanted.words.length === 0) return undefined;
  const text = wordsOf(plain, locale);
  for (const { from, rule } of listed(term, options)) {
    const changes = swaps(text, plain, patternOf(from, term, locale, language), wanted, locale, rule);
    const repair = applied(target, plain, changes);
    if (repair !== undefined) return repair;
  }
  // A word derived from the term is no slip of the pen.
  if (kindOf(term, locale) === 'term' || verdict === 'derived') return undefined;
  const near = nearPlaces(text, plain, wanted, term, locale);
  return near.length === 1 ? applied(target, plain, near) : undefined;
}

function listed(term: TargetTerm, options: RepairOptions): { from: string; rule: RepairRule }[] {
  return [
    ...(options.previous ?? []).map((from) => ({ from, rule: 'previous' as const })),
    ...(term.variants ?? []).map((from) => ({ from, rule: 'variant' as const })),
    ...(term.forbidden ?? []).map((from) => ({ from, rule: 'forbidden' as const })),
  ].filter(({ from }) => from !== '' && from !== term.target);
}

/** A rendering of a term as the texts of its locale may have it. */
export function patternOf(target: string, term: TargetTerm, locale: string, language: TermLanguage): Pattern {
  const kind = kindOf(term, locale);
  return pattern(target, language, { kind, changes: term.indeclinable !== true, capitals: kind === 'person' || kind === 'place' });
}

/** Every place of a listed rendering, with the term in its stead. */
function swaps(text: readonly Word[], plain: string, old: Pattern, wanted: Pattern, locale: string, rule: RepairRule): Change[] {
  const changes: Change[] = [];
  for (let first = 0; first < text.length; first += 1) {
    const place = matchAt(text, first, old);
    if (place === undefined) continue;
    const to = swapped(text.slice(first, place.last + 1), plain.slice(place.start, place.end), old, wanted, locale);
    if (to === undefined) continue;
    changes.push({ start: place.start, end: place.end, to: withApostropheOf(plain.slice(place.start, place.end), to), rule });
    first = place.last;
  }
  return changes;
}

/** The apostrophe that the text has. */
function withApostropheOf(surface: string, to: string): string {
  const apostrophe = /[’ʼ‘`´′]/.exec(surface)?.[0];
  return apostrophe === undefined ? to : to.replaceAll("'", apostrophe);
}

function swapped(found: readonly Word[], surface: string, old: Pattern, wanted: Pattern, locale: string): string | undefined {
  const dictionary = found.every((word, index) => word.lower === old.words[index]?.forms().lemma);
  // Capitals that are the rendering's own say nothing of the place.
  const isShouted = old.words.every((word) => word.letters === 'acronym');
  if (dictionary) return inPlace(wanted, isShouted ? '' : surface, locale);
  if (old.words.length !== wanted.words.length) {
    const plural = pluralWords(wanted.words, wanted.language);
    return plural && joined(withCapitals(plural, wanted, surface, locale), wanted);
  }
  const forms = wanted.words.map((part, index) => {
    const word = found[index] as Word;
    const form = carryEnding(word.lower, old.words[index] as Pattern['words'][number], part, wanted.language);
    return form === undefined ? undefined : inCapitals(form, part.text, word.text, index === 0, locale);
  });
  return forms.includes(undefined) ? undefined : joined(forms as string[], wanted);
}

/** The dictionary form with the capital that its place asks for. */
function inPlace(wanted: Pattern, surface: string, locale: string): string {
  const forms = wanted.words.map((part) => part.text.toLocaleLowerCase(locale));
  return joined(withCapitals(forms, wanted, surface, locale), wanted);
}

const withCapitals = (forms: readonly string[], wanted: Pattern, surface: string, locale: string) =>
  forms.map((form, index) => inCapitals(form, wanted.words[index]?.text ?? '', surface, index === 0, locale));

function joined(forms: readonly string[], wanted: Pattern): string {
  const words = forms.map((form, index) => (wanted.words[index]?.between ?? ' ') + form).join('');
  return (wanted.edges?.before ?? '') + words + (wanted.edges?.after ?? '');
}

/** Words that are near the term's, the others of the term being there; none where a longer name is around. */
function nearPlaces(text: readonly Word[], plain: string, wanted: Pattern, term: TargetTerm, locale: string): Change[] {
  const changes: Change[] = [];
  for (let first = 0; first + wanted.words.length <= text.length; first += 1) {
    const change = nearChange(text.slice(first, first + wanted.words.length), plain, wanted, locale);
    if (change === undefined) continue;
    const foreign = term.source?.includes(plain.slice(change.start, change.end)) === true;
    if (!insideName(text, first, first + wanted.words.length - 1, foreign && wanted.kind !== 'person')) changes.push(change);
  }
  return changes;
}

/** One word that is wrong may be a slip; two are another name. */
function nearChange(found: readonly Word[], plain: string, wanted: Pattern, locale: string): Change | undefined {
  let change: Change | undefined;
  for (const [index, part] of wanted.words.entries()) {
    const word = found[index] as Word;
    if (index > 0 && word.gap !== part.gap) return undefined;
    if (matchAt([{ ...word, gap: '' }], 0, { ...wanted, words: [{ ...part, gap: '' }], edges: undefined }) !== undefined) continue;
    if (change !== undefined || !capitalFits(word, part, wanted)) return undefined;
    const near = nearForm(word.lower, part, {
      language: wanted.language,
      sounds: wanted.kind !== 'organization',
      shortest: wanted.words.length > 1 ? SHORT_IN_PHRASE : SHORTEST,
      bareSuffix: wanted.kind === 'organization',
    });
    if (near === undefined) return undefined;
    const surface = plain.slice(word.start, word.end);
    const form = small(surface, near.form, part, wanted)
      ? near.form
      : inCapitals(near.form, part.text, surface, index === 0 || /^\p{Lu}/u.test(part.text), locale);
    change = { start: word.start, end: word.end, to: withApostropheOf(surface, form), rule: near.rule };
  }
  return change;
}

/** An organization may be written in small letters: `komisja sądownictwa`. */
function small(surface: string, form: string, part: Pattern['words'][number], wanted: Pattern): boolean {
  return (
    wanted.kind === 'organization' &&
    part.letters === 'any' &&
    !/\p{Lu}/u.test(surface) &&
    (surface[0] === form[0] || surface.length >= form.length)
  );
}

/** A name that lost its first letter, or changed it with the second, has lost its capital with it. */
function capitalFits(word: Word, part: Pattern['words'][number], wanted: Pattern): boolean {
  if (part.letters === 'acronym') return /\p{Lu}.*\p{Lu}/u.test(word.text);
  if ((wanted.kind === 'organization' && wanted.words.length > 1) || !/^\p{Lu}/u.test(part.text) || /^\p{Lu}/u.test(word.text)) return true;
  return /^\p{Ll}\p{Lu}/u.test(word.text) || (word.lower.length >= LONG && part.forms().lemma.startsWith(word.lower.slice(0, 4), 1));
}

/**
 * A word joined to another by a hyphen, or with capitals on both sides, is part of a longer name; so is one in the spelling
 * of the source with a capital on either side (`London Bridge`).
 */
function insideName(text: readonly Word[], first: number, last: number, foreign: boolean): boolean {
  const after = text[last + 1];
  if ((text[first]?.gap === '-' && first > 0) || after?.gap === '-') return true;
  const capital = (word: Word | undefined) => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.text);
  // The first word of a sentence has its capital anyway.
  const left = text[first]?.gap === ' ' && first > 1 && capital(text[first - 1]);
  const right = after?.gap === ' ' && capital(after);
  return foreign ? left || right : left && right;
}

function applied(target: Text, plain: string, changes: readonly Change[]): Repair | undefined {
  let text = target;
  let done: Change | undefined;
  for (const change of [...changes].reverse()) {
    const next = splice(text, change.start, change.end, change.to);
    if (next === undefined) continue;
    text = next;
    done = change;
  }
  return done === undefined ? undefined : { text, from: plain.slice(done.start, done.end), to: done.to, rule: done.rule };
}

/** A stretch of the plain words replaced; undefined where it holds a mark. */
function splice(target: Text, start: number, end: number, to: string): Text | undefined {
  let offset = 0;
  for (const [index, piece] of target.entries()) {
    if (typeof piece !== 'string') continue;
    if (start < offset + piece.length)
      return end - offset > piece.length ? undefined : target.with(index, piece.slice(0, start - offset) + to + piece.slice(end - offset));
    offset += piece.length;
  }
  return undefined;
}

function repairUnspaced(target: Text, plain: string, term: TargetTerm, options: RepairOptions): Repair | undefined {
  for (const { from, rule } of listed(term, options)) {
    const changes: Change[] = [];
    for (let start = plain.indexOf(from); start >= 0; start = plain.indexOf(from, start + from.length))
      changes.push({ start, end: start + from.length, to: term.target, rule });
    const repair = applied(target, plain, changes);
    if (repair !== undefined) return repair;
  }
  return undefined;
}
