/** Whether a target has words like a name. */

import { runPlaces } from '../language/runs.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';
import { isFar, latinCosts, letterBits } from './costs.ts';
import { costsFor } from './heard.ts';
import { type Manner, soundsOf, spellingsOf, unlikeness } from './likeness.ts';
import { readingOf, tableOf } from './reading.ts';

/** An apostrophe within a word of Cyrillic or Hebrew is a letter of it: `Г'юз`, `צ'לסי`; in Latin letters it parts two words. */
const WORD =
  /[\p{L}\p{M}]+(?:(?<=[\p{Script=Cyrillic}\p{Script=Hebrew}])['’‘ʼ׳](?=[\p{Script=Cyrillic}\p{Script=Hebrew}])[\p{L}\p{M}]+)*/gu;
const APOSTROPHE = /['’‘ʼ׳]/;
/** A word written small that makes an adjective of a name is less than the name. */
const SMALL = 0.1;
/** Two words for one: `Jong-un`, `Чен Ин`. */
const JOINED = 0.05;

/** Letters of a word that may be what a target's word says, and by how much it must be more like it. */
const LEAST_OTHER = 3;
const MORE_LIKE = 0.05;

/**
 * @param from,to locales of the name and the target
 * @param limit of unlikeness: 0 is the name itself, about 1 nothing like it
 * @param others words of the source that a word of the target may be like as well: what is more like one of them is not the name's
 * @returns whether the target keeps the name, or has something less unlike it than the limit
 */
export function hasLike(name: string, target: string, from: string, to: string, limit: number, others: readonly string[] = []): boolean {
  return leastUnlike(name, target, from, to, limit, others) < limit;
}

/**
 * How unlike a name the word of a target is that is least unlike it.
 * @param limit what is this unlike or more is of no interest: the limit is given for it
 */
export function leastUnlike(name: string, target: string, from: string, to: string, limit: number, others: readonly string[] = []): number {
  if (target.includes(name)) return 0;
  const parts = name.split('-').filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
  const whole = unlikeWords(name, target, from, to, limit, others);
  if (!name.includes('-') || parts.length === 0) return whole;
  // `R-Arizona` is Arizona.
  return Math.min(whole, Math.max(...parts.map((part) => unlikeWords(part, target, from, to, limit, others))));
}

function unlikeWords(name: string, target: string, from: string, to: string, limit: number, others: readonly string[]): number {
  const { words, whole, manner, kept } = readTarget(target, to);
  const signsIn = manner.syllabic === true ? soundsIn : spellingsIn;
  const sounds = signsIn(name, tagOf(from));
  if (whole !== undefined) return Math.min(limit, unlikeness(sounds, whole, manner, limit));
  let least = limit;
  let last: PlacedWord | undefined;
  for (const word of words) {
    const { reading, letters, isLatin, isSmall, isShort } = word.known;
    const how = isLatin ? kept : manner;
    const more = isSmall ? SMALL : 0;
    if (!(isSmall && isShort) && !isFar(sounds, letters, how.costs, least - more)) {
      const unlike = unlikeness(sounds, reading, how, least - more) + more;
      if (unlike < least && !others.some((other) => isMoreLike(signsIn(other, tagOf(from)), sounds, reading, how))) least = unlike;
    }
    if (how.clitics === true && isGlued(sounds, reading, letters, how)) least = Math.min(least, GLUED);
    // A name has a capital where the script has some: `de la` is not Doyle.
    const before = last !== undefined && word.start - last.end === 1 ? last.known : undefined;
    if (before?.isSmall === false && before.isLatin === isLatin && !isFar(sounds, before.letters | letters, how.costs, least - JOINED))
      least = Math.min(least, unlikeness(sounds, before.reading + reading, how, least - JOINED) + JOINED);
    last = word;
  }
  return least;
}

/** A name within a longer word is as near as this, where it is one; fewer sounds are in many a word. */
const GLUED = 0.15;
const LEAST_GLUED = 5;

/** Whether a word without capitals is a name and others without a space between: Arabic texts on the web often lose one. */
function isGlued(name: string, reading: string, letters: number, how: Manner): boolean {
  if (name.length < LEAST_GLUED || reading.length <= name.length || isFar(name, letters, how.costs, GLUED)) return false;
  return unlikeness(name, reading, { ...how, within: true }, GLUED) < GLUED;
}

/** Whether a word is more like another name than like this one, and no form of both. */
function isMoreLike(other: string, name: string, reading: string, how: Manner): boolean {
  if (other === name || other.length < LEAST_OTHER) return false;
  return unlikeness(other, reading, how) + MORE_LIKE < unlikeness(name, reading, how);
}

interface ReadWord {
  readonly reading: string;
  readonly letters: number;
  readonly isLatin: boolean;
  readonly isSmall: boolean;
  readonly isShort: boolean;
}

interface PlacedWord {
  readonly known: ReadWord;
  readonly start: number;
  readonly end: number;
}

interface ReadTarget {
  readonly words: readonly PlacedWord[];
  /** The reading of the whole target, in a language that writes no spaces. */
  readonly whole?: string;
  readonly manner: Manner;
  /** For a name kept in Latin letters within another script. */
  readonly kept: Manner;
}

function placesOf(text: string): (readonly [start: number, end: number])[] {
  return APOSTROPHE.test(text) ? [...text.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length]) : runPlaces(text);
}

/** The target that was read last: every name of its source is looked for in it. */
let read: { readonly target: string; readonly to: string; readonly as: ReadTarget } | undefined;

function readTarget(target: string, to: string): ReadTarget {
  if (read?.target === target && read.to === to) return read.as;
  const tag = tagOf(to);
  const table = tableOf(target, tag);
  const manner: Manner = { costs: costsFor(table), clitics: table?.abjad === true, syllabic: table?.syllabic === true };
  const as: ReadTarget =
    languageOf(to).unspaced === true
      ? { words: [], whole: readingOf(target, tag), manner: { ...manner, within: true }, kept: manner }
      : {
          words: placesOf(target).map(([start, end]) => ({ known: readWord(target.slice(start, end), tag), start, end })),
          manner,
          kept: table === undefined ? manner : { ...manner, costs: latinCosts },
        };
  read = { target, to, as };
  return as;
}

/** Words come again and again: their readings are kept, and forgotten all at once when they are many. */
const MOST_KEPT = 20_000;

function keeping<Value>(make: (word: string, tag: string) => Value): (word: string, tag: string) => Value {
  const byTag = new Map<string, Map<string, Value>>();
  return (word, tag) => {
    const kept = byTag.get(tag);
    const known = kept === undefined || kept.size > MOST_KEPT ? new Map<string, Value>() : kept;
    if (known !== kept) byTag.set(tag, known);
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = make(word, tag);
    known.set(word, value);
    return value;
  };
}

const readWord = keeping((word, tag): ReadWord => {
  const reading = readingOf(word, tag).replaceAll(' ', '');
  return { reading, letters: letterBits(reading), ...formOf(word) };
});

const formOf = (word: string) => ({
  isLatin: /^[A-Za-z]/.test(word),
  isSmall: /^\p{Ll}/u.test(word),
  isShort: word.length <= 4,
});

const spellingsIn = keeping((name, tag) => spellingsOf(readingOf(name, tag).replaceAll(' ', '')));
const soundsIn = keeping((name, tag) => soundsOf(readingOf(name, tag).replaceAll(' ', '')));
