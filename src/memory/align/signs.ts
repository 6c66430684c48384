/** What a sentence and its translation share whatever the languages: figures, names, URLs, the shape of its punctuation. */

import anyAscii from 'any-ascii';
import type { Text } from '../../article.ts';
import { languageOf, tagOf } from '../../languages/lookup.ts';
import { type Heard, heardWord, UNSPACED } from '../../names/heard.ts';
import { figures } from '../../numbers/figures.ts';
import { spelledIn } from '../../numbers/spelled.ts';
import { sentences } from '../../sentences.ts';
import { marks, words } from '../../text.ts';

/** A sentence, as the aligner sees it. */
export interface Signs {
  /** In letters, a Chinese character or a Korean syllable counted for more: what Gale and Church compare. */
  readonly length: number;
  /** Values of its figures, as they are likeliest meant. */
  readonly figures: ReadonlySet<number>;
  /** What else such a value may be said as, by most figures first: the 1930s as 20 and 30, or as 30, 3 pm as 15. */
  readonly otherFigures: ReadonlyMap<number, readonly (readonly number[])[]>;
  /** Whether it says a value otherwise: in words, as a month's name. */
  readonly says: (value: number) => boolean;
  /** Bytes of its marks, those of emphasis left out. */
  readonly marks: ReadonlySet<string>;
  /** Which it has of the signs that every language has, a bit each: question, call, quotation, brackets, colon. */
  readonly punctuation: number;
  /** How many commas it has, and what divides like them. */
  readonly commas: number;
  /** How many times a sentence ends in it. */
  readonly stops: number;
  /** Words with a capital that the sentence's start does not ask for, and those that a script of its own marks as loans. */
  readonly names: ReadonlySet<Heard>;
  /** First letters of the words in Latin, Cyrillic and Greek script, in plain Latin letters. */
  readonly beginnings: ReadonlySet<string>;
  /** All words that may be names, or loans that are written as such; in a script that writes no spaces, runs of it. */
  readonly spoken: readonly Heard[];
  /** Beginnings of words, for a lexicon. */
  readonly stems: readonly string[];
  /** The texts that it is made of or is a part of; none where it is a whole of its own. */
  readonly of?: readonly Signs[];
  /** Whether it is made of those, whole as they are. */
  readonly isWhole?: boolean;
}

/** Words that inflect are known by their beginnings. */
const STEM = 5;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What a script with capitals writes without one is no name, and nothing without letters is. */
const SMALL = /^(?:\p{Ll}|[\p{M}\p{N}]+$)/u;
/** Between these signs a Japanese text has a word of another language by itself. */
const KATAKANA = /[\p{sc=Kana}ー]+/gu;

/**
 * Scripts of which a character says as much as two or three letters; measured on Japanese and Chinese news: 2.2 to 3. Kana say no more
 * than a letter: what is written with few Chinese characters is long without saying more.
 */
const DENSE = /[\p{sc=Han}\p{sc=Hang}]/gu;
const DENSITY = 2.4;

/** The bits of `punctuation`, the lowest first. */
export const SIGNS = ['asks', 'quotes', 'colon', 'calls', 'brackets', 'opens', 'closes', 'unended', 'dash', 'percent', 'money'] as const;

const PUNCTUATION: readonly (readonly [name: (typeof SIGNS)[number], signs: RegExp])[] = [
  ['asks', /[?？؟]/],
  ['calls', /[!！]/],
  ['quotes', /["“”„«»「」『』]/],
  ['brackets', /[(（]/],
  ['colon', /[:：]/],
  ['opens', /^["“”„«»「『'‘]/],
  // Not a word or two that a sentence happens to end with.
  ['closes', /(?<!["“„«「『][^"“”„«»「」『』]{1,20})["“”„«»」』][.。]?$/],
  ['unended', /[\p{L}\p{N}]$/u],
  ['dash', /[–—―]|\s-\s/],
  ['percent', /[%％٪]/],
  ['money', /\p{Sc}/u],
];

const COMMA = /[,;،؛、，；]/g;

/**
 * @param locale of the text
 */
export function signsOf(text: Text, locale: string): Signs {
  const plain = words(text);
  const all = [...plain.matchAll(WORD)];
  const beginnings = new Set<string>();
  const names = new Set<Heard>();
  const heard = (word: string) => heardAs(word.toLowerCase(), tagOf(locale));
  for (const { 0: word, index } of all) {
    const latin = latinForm(word);
    if (latin.length > 2) beginnings.add(latin.slice(0, BEGINNING));
    if (index > 0 && /^\p{Lu}/u.test(word)) names.add(heard(word));
    if (UNSPACED.test(word)) for (const loan of word.match(KATAKANA) ?? []) if (loan.length > 2) names.add(heard(loan));
  }
  // Japanese has a script for what it took over by sound; Chinese has not.
  const hasLoans = languageOf(locale).scripts?.includes('Katakana') === true;
  const spoken = all.flatMap(([word]) => {
    if (hasLoans && UNSPACED.test(word)) return word.match(KATAKANA) ?? [];
    return SMALL.test(word) ? [] : [word];
  });
  const dense = plain.match(DENSE)?.length ?? 0;
  const found = figures(plain, locale);
  return {
    length: plain.length + dense * (DENSITY - 1),
    says: spelledIn(plain, locale),
    figures: new Set(found.flatMap(({ readings }) => readings[0] ?? [])),
    otherFigures: new Map(
      found.flatMap(({ readings: [first = [], ...others] }) =>
        first.length === 1 ? [[first[0] as number, others.filter((one) => one.length > 0).sort((a, b) => b.length - a.length)]] : [],
      ),
    ),
    marks: new Set(marks(text).flatMap(({ role, source }) => (role !== 'open' && source.length > 2 ? [source] : []))),
    punctuation: PUNCTUATION.reduce((bits, [name, signs]) => (signs.test(plain) ? bits | (1 << SIGNS.indexOf(name)) : bits), 0),
    commas: plain.match(COMMA)?.length ?? 0,
    stops: stopsIn(plain, locale),
    names,
    beginnings,
    spoken: [...new Set(spoken.map(heard))],
    stems: [...new Set(stemsOf(plain, locale))],
  };
}

/** Words come again and again: the same one is the same object, until there are too many. */
const MOST_KEPT = 50_000;
let kept = new Map<string, Heard>();

function heardAs(word: string, tag: string): Heard {
  const key = `${tag} ${word}`;
  if (kept.size > MOST_KEPT) kept = new Map();
  const known = kept.get(key) ?? heardWord(word, tag);
  kept.set(key, known);
  return known;
}

const ENDED = /[.!?؟।。！？]["'”’»“)\]」』）]*\s*$/;

function stopsIn(plain: string, locale: string): number {
  return sentences(plain, locale).length - (ENDED.test(plain) ? 0 : 1);
}

/** By the first of them, what was put together last: the same neighbours come again in each pass, and what is known of them with them. */
const joined = new WeakMap<Signs, Signs[]>();

/** Neighbouring sentences as one. */
export function together(all: readonly Signs[]): Signs {
  const [first, ...rest] = all;
  if (first === undefined) return unitedSigns(all);
  if (rest.length === 0) return first;
  const known = joined.get(first) ?? [];
  const before = known.find(({ of = [] }) => of.length === all.length && of.every((one, at) => one === all[at]));
  if (before !== undefined) return before;
  const united = unitedSigns(all);
  joined.set(first, [...known, united]);
  return united;
}

function unitedSigns(all: readonly Signs[]): Signs {
  const union = <Value>(of: (one: Signs) => ReadonlySet<Value>) => new Set(all.flatMap((one) => [...of(one)]));
  return {
    length: all.reduce((sum, one) => sum + one.length, 0),
    figures: union((one) => one.figures),
    otherFigures: new Map(all.flatMap((one) => [...one.otherFigures])),
    says: (value) => all.some((one) => one.says(value)),
    marks: union((one) => one.marks),
    punctuation: all.reduce((bits, one) => bits | one.punctuation, 0),
    commas: all.reduce((sum, one) => sum + one.commas, 0),
    stops: all.reduce((sum, one) => sum + one.stops, 0),
    names: union((one) => one.names),
    beginnings: union((one) => one.beginnings),
    spoken: [...new Set(all.flatMap((one) => one.spoken))],
    stems: [...new Set(all.flatMap((one) => one.stems))],
    of: all,
    isWhole: true,
  };
}

/** So many first letters are compared. */
const BEGINNING = 4;

/** The same segmenter knows the words of all scripts that write no spaces. */
export const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });

function stemsOf(text: string, locale: string): string[] {
  const { proclitics } = languageOf(locale).terms ?? {};
  return [...unaccented(text.toLowerCase()).matchAll(WORD)].flatMap(([word]) =>
    UNSPACED.test(word) ? unspacedStems(word) : [bareWord(word, proclitics).slice(0, STEM)],
  );
}

function unspacedStems(word: string): string[] {
  const all = [...SEGMENTER.segment(word)].map(({ segment }) => segment);
  return [...all, ...(word.match(/\p{sc=Han}/gu) ?? [])];
}

/** Accents of Latin, Greek and Cyrillic letters move and drop as words are inflected. */
function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Without the article and the one-letter words that some languages write together with the next. */
function bareWord(word: string, proclitics: RegExp | undefined): string {
  if (proclitics === undefined) return word;
  for (let rest = word; ; ) {
    const length = proclitics.exec(rest)?.[0].length ?? 0;
    if (length === 0 || rest.length - length < 3) return rest;
    rest = rest.slice(length);
  }
}

/** A word in plain Latin letters; empty for scripts that are farther from it. Cognates and names begin alike in it. */
function latinForm(word: string): string {
  return NEAR_LATIN.test(word)
    ? anyAscii(word)
        .toLowerCase()
        .replace(/[^a-z]/g, '')
    : '';
}

const NEAR_LATIN = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{M}\p{N}]+$/u;
