/** A term's words as a text may have them: one after the other, each in some form, with the right signs between. */

import { type Edges, edgesFit, edgesOf } from './edges.ts';
import { ANY, type Cases, type Fit, type Reading, readWord, type WordForms, type WordRole, wordForms } from './forms.ts';
import type { TermLanguage } from './inflection.ts';
import type { TermKind } from './term.ts';
import { lowerWord, unmixed, type Word, wordsOf } from './words.ts';

export interface PatternWord {
  readonly text: string;
  readonly gap: string;
  /** The term's own characters since the word before: `. ` of `EE. UU.` */
  readonly between: string;
  /** Made when first asked for: an index of thousands of terms needs few of them. */
  readonly forms: () => WordForms;
  readonly role: WordRole;
  readonly letters: 'acronym' | 'capital' | 'any';
}

export interface Pattern {
  readonly words: readonly PatternWord[];
  readonly language: TermLanguage;
  readonly name: boolean;
  readonly kind: TermKind;
  readonly agrees: boolean;
  /** Whether points are within it: `U.S.` */
  readonly dotted: boolean;
  /** Absent where the signs around are not asked about. */
  readonly edges?: Edges | undefined;
}

/** Words of a text that fit a pattern. */
export interface PatternMatch {
  readonly first: number;
  readonly last: number;
  /** Offsets into the text: the words alone, without a proclitic. */
  readonly start: number;
  readonly end: number;
  readonly fit: Fit;
  /** Part of a compound, by hyphen. */
  readonly joined: boolean;
  /** It holds a letter of another alphabet. */
  readonly mixed: boolean;
}

export interface PatternOptions {
  readonly kind: TermKind;
  /** Whether the words may take endings; a form that is given may not. */
  readonly changes: boolean;
  /** Whether the text must have the pattern's capitals. */
  readonly capitals: boolean;
  /** Whether its words must be in one case; default: those of a person need not. */
  readonly agrees?: boolean;
}

/** All letters are capitals, and there are two of them at least. */
export function isAcronym(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && word.length <= 7;
}

const startsWithCapital = (word: string) => /^\P{L}*\p{Lu}/u.test(word);

export function pattern(term: string, language: TermLanguage, { kind, changes, capitals, agrees = true }: PatternOptions): Pattern {
  const parts = wordsOf(term, language.tag);
  const name = kind !== 'term';
  const inPhrase = parts.length > 1 && kind !== 'person';
  // Of an organization the first word alone keeps its capital: Генеральна асамблея. English writes them all so.
  const asksForCapital = (index: number) =>
    language.capitalNouns === true || (capitals && (index === 0 || language.capitalizedNames === true || kind !== 'organization'));
  // In a language of suffixes the last word alone takes them.
  const words = parts.map((part, index): PatternWord => {
    const moves = changes && (language.suffixes === undefined || index === parts.length - 1);
    let made: WordForms | undefined;
    const bare = withoutArticle(part, language);
    const role = { name: name && startsWithCapital(part.text), inPhrase, changes: moves };
    return {
      text: part.text,
      gap: part.gap,
      between: index === 0 ? '' : term.slice(parts[index - 1]?.end, part.start),
      role,
      letters: isAcronym(part.text) ? 'acronym' : startsWithCapital(part.text) && asksForCapital(index) ? 'capital' : 'any',
      forms: () => {
        made ??= wordForms(bare, language, role);
        return made;
      },
    };
  });
  const edges = edgesOf(term, parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);
  const together = agrees && kind !== 'person' && language.slots === true && words.length > 1;
  return { words, language, name, kind, agrees: together, dotted: words.some(({ gap }, index) => index > 0 && gap === '.'), edges };
}

/** Without an article that is written with the word and that a preposition swallows. */
function withoutArticle(word: Word, language: TermLanguage): string {
  return language.article !== undefined && word.lower.length > 4 ? word.lower.replace(language.article, '') : word.text;
}

/** Whether signs are part of it: such a name is no part of a compound, and nothing is derived from it. */
export function hasEdges({ edges }: Pattern): boolean {
  return edges !== undefined && (edges.before !== '' || edges.after !== '');
}

/** The first place of a pattern at or after a word; undefined where there is none. */
export function* patternMatches(words: readonly Word[], wanted: Pattern): Generator<PatternMatch> {
  for (let first = 0; first + wanted.words.length <= words.length; first += 1) {
    const found = matchAt(words, first, wanted);
    if (found !== undefined) yield found;
  }
}

/** The pattern at just this word. */
export function matchAt(words: readonly Word[], first: number, wanted: Pattern): PatternMatch | undefined {
  // Most candidates fail at their last word, and cheaply.
  const last = first + wanted.words.length - 1;
  if (last > first && cannotFit(words[last], wanted.words.at(-1) as PatternWord, wanted.language)) return undefined;
  let way: Way | undefined = BEGIN;
  for (let index = 0; index < wanted.words.length && way !== undefined; index += 1) way = step(words, first, wanted, index, way);
  return way === undefined ? undefined : endOf(words, first, wanted, way);
}

/** What is known of the words of a pattern that a text has had so far. */
export interface Way {
  readonly fit: Fit;
  readonly mixed: boolean;
  readonly hyphenated: boolean;
  /** Code units of a proclitic before the first word. */
  readonly skip: number;
  /** The cases that all words so far can be in. */
  readonly common: Cases;
  readonly afterNoun: boolean;
}

export const BEGIN: Way = { fit: 'exact', mixed: false, hyphenated: false, skip: 0, common: ANY, afterNoun: false };

/** One word more of a pattern: undefined where the text has another. It asks for nothing of the pattern behind the gap after that word. */
export function step(words: readonly Word[], first: number, wanted: Pattern, index: number, way: Way): Way | undefined {
  const { language } = wanted;
  const word = words[first + index];
  const part = wanted.words[index];
  if (word === undefined || part === undefined) return undefined;
  let hyphenated = way.hyphenated;
  if (index > 0 && word.gap !== part.gap) {
    if (!(HYPHEN_OR_SPACE.test(word.gap) && HYPHEN_OR_SPACE.test(part.gap))) return undefined;
    // German couples the words of a term within a compound: Premier-League-Duell. English writes a phrase before its noun so: part-time.
    if (language.joins !== undefined && word.gap === '-') hyphenated = true;
    else if (!language.fewForms) return undefined;
  }
  const found = wordFit(word, part, wanted, index === 0);
  if (found === undefined) return undefined;
  const common = wanted.agrees ? commonCases(wanted, index, way, found) : ANY;
  if (common === 0) return undefined;
  return {
    fit: found.fit === 'inflected' ? 'inflected' : way.fit,
    mixed: way.mixed || found.mixed,
    hyphenated,
    skip: index === 0 ? found.skip : way.skip,
    common,
    afterNoun: found.reading.noun !== 0,
  };
}

/** The place of a pattern whose words are all there; undefined where what is around them makes another name or word of them. */
export function endOf(words: readonly Word[], first: number, wanted: Pattern, way: Way): PatternMatch | undefined {
  const { language, edges } = wanted;
  const last = first + wanted.words.length - 1;
  const before = words[first]?.gap === '-' && first > 0;
  const after = words[last + 1]?.gap === '-';
  if (way.hyphenated && !after) return undefined;
  if (before && wanted.name && wanted.kind !== 'person' && language.foreignArticles?.test(words[first - 1]?.lower ?? '')) return undefined;
  if (isPartOfAbbreviation(words, first, last, wanted)) return undefined;
  const [start, end] = [(words[first] as Word).start + way.skip, (words[last] as Word).end];
  if (edges !== undefined && !edgesFit((words[first] as Word).source, start, end, edges)) return undefined;
  if (isOtherWord(words, first, last, wanted)) return undefined;
  return {
    first,
    last,
    start: start - (edges?.before.length ?? 0),
    end: end + (edges?.after.length ?? 0),
    fit: way.fit,
    joined: before || after,
    mixed: way.mixed,
  };
}

const HYPHEN_OR_SPACE = /^[ -]$/;

/** `add` in `add-on`, `check` in `check-in`: a verb and its particle are another word. A name keeps its sense: `Trump-in`. */
function isOtherWord(words: readonly Word[], first: number, last: number, { language, name }: Pattern): boolean {
  const next = words[last + 1];
  return first === last && !name && next?.gap === '-' && language.particles?.test(next.lower) === true;
}

/** Whether no reading of a word is the part's, judged by a look into the table of its forms. */
function cannotFit(word: Word | undefined, part: PatternWord, language: TermLanguage): boolean {
  if (word === undefined) return true;
  if (part.letters === 'acronym' || language.suffixes !== undefined || language.proclitics !== undefined || language.classes.length === 0)
    return false;
  return !word.mixed && !word.lower.includes("'") && !part.forms().all.has(word.lower);
}

/**
 * The cases that the words so far can be in together, none of them where they do not agree. A word in its dictionary form after a noun is
 * free: it may be a genitive that stays (`міністр закордонних справ`); so are the parts of a word with hyphens.
 */
function commonCases({ words }: Pattern, index: number, { common, afterNoun }: Way, { fit, reading }: WordFit): Cases {
  const joined = words[index]?.gap === '-' || words[index + 1]?.gap === '-';
  return joined || (fit === 'exact' && afterNoun) ? common : common & (reading.noun | reading.adjective);
}

/** `U.S.` inside `U.S.A.` is another abbreviation. */
function isPartOfAbbreviation(words: readonly Word[], first: number, last: number, { dotted }: Pattern): boolean {
  if (!dotted) return false;
  const next = words[last + 1];
  const own = words[first];
  return (
    (next?.gap === '.' && next.text.length === 1 && next.start === (words[last] as Word).end + 1) ||
    (own?.gap === '.' && first > 0 && words[first - 1]?.text.length === 1)
  );
}

interface WordFit {
  readonly fit: Fit;
  readonly reading: Reading;
  readonly mixed: boolean;
  /** Code units of a proclitic before the word. */
  readonly skip: number;
}

function wordFit(word: Word, part: PatternWord, wanted: Pattern, first: boolean): WordFit | undefined {
  const { language } = wanted;
  const plain = oneReading(word.text, word.lower, part, wanted);
  if (plain !== undefined) return { ...plain, mixed: false, skip: 0 };
  for (const length of procliticLengths(word.lower, language)) {
    const found = oneReading(word.text.slice(length), word.lower.slice(length), part, wanted);
    if (found !== undefined) return { ...found, mixed: false, skip: first && word.end - word.start === word.text.length ? length : 0 };
  }
  if (word.mixed && language.alphabet !== undefined) {
    const text = unmixed(word.text, language.alphabet);
    const found = text === undefined ? undefined : oneReading(text, lowerWord(text, language.tag), part, wanted);
    if (found !== undefined) return { ...found, mixed: true, skip: 0 };
  }
  return undefined;
}

/** How many letters before the word itself there may be: `ולונדון` is `ו` and `לונדון`, or `ול` and something else. */
export function procliticLengths(lower: string, { proclitics }: TermLanguage): number[] {
  const longest = proclitics?.exec(lower)?.[0].length ?? 0;
  const lengths: number[] = [];
  for (let length = longest; length > 0; length -= 1)
    if (length < lower.length - 1 && proclitics?.exec(lower.slice(0, length))?.[0].length === length) lengths.push(length);
  return lengths;
}

function oneReading(text: string, lower: string, part: PatternWord, wanted: Pattern): Pick<WordFit, 'fit' | 'reading'> | undefined {
  if (part.letters === 'acronym') {
    const found = acronymFit(text, part.text, wanted.language);
    return found === undefined ? undefined : { fit: found, reading: { noun: ANY, adjective: 0 } };
  }
  if (part.letters === 'capital' && !startsWithCapital(text)) return undefined;
  // Turkish sets the endings of persons and places off with an apostrophe.
  return readWord(lower, part.forms(), wanted.language, wanted.kind === 'person' || wanted.kind === 'place');
}

/** Capitals are part of an acronym; endings are small letters, after an apostrophe or not. */
function acronymFit(text: string, acronym: string, language: TermLanguage): Fit | undefined {
  if (text === acronym) return 'exact';
  if (!text.startsWith(acronym)) return undefined;
  const rest = text.slice(acronym.length);
  if (rest !== rest.toLowerCase()) return undefined;
  if (language.suffixes?.test(rest) && rest.startsWith("'")) return 'inflected';
  if (rest.startsWith("'") && language.apostrophe?.test(rest.slice(1))) return 'inflected';
  return /^s$/.test(rest) ? 'inflected' : undefined;
}
