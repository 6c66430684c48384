/** What a spelling dictionary tells of a word with a capital: whether it is a common word as well. English alone has one here. */

import { fileURLToPath } from 'node:url';
import { fileText } from '../files/bytes.ts';

/**
 * `common`: it is also written small; `both`: a well-known name that is a common word too; `group`: a people, a faith, a language (it has a plural); `name`: a well-known name;
 * `unknown`: not in the dictionary, so nearly always a name.
 */
export type WordKind = 'common' | 'both' | 'group' | 'name' | 'unknown';

interface Dictionary {
  readonly small: ReadonlySet<string>;
  /** Words with a capital, and their flags: `M` has a genitive, `S` a plural. */
  readonly capital: ReadonlyMap<string, string>;
}

/** Dictionaries that come with the program, by language; `en` is SCOWL's. */
const PACKAGES: Readonly<Record<string, string>> = { en: 'dictionary-en' };
const dictionaries = new Map<string, Dictionary>();
/** English endings, and what the dictionary's word has in their place. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$|ier$|iest$/, 'y'],
  [/e?s$/, ''],
  [/s$/, ''],
  [/(?:ed|ing|ers?|est|ly)$/, ''],
  [/(?:ed|ing|ers?|est)$/, 'e'],
  [/(.)\1(?:ed|ing|ers?)$/, '$1'],
  [/ful$|ness$|less$|able$|ment$|ments$/, ''],
];

/**
 * @param word with its capital
 * @param tag the language's
 * @returns undefined where the language has no dictionary
 */
export function wordKind(word: string, tag: string): WordKind | undefined {
  const dictionary = dictionaryOf(tag);
  if (dictionary === undefined) return undefined;
  const lower = word.toLowerCase();
  const flags = dictionary.capital.get(word);
  if (isSmall(lower, dictionary)) return flags?.includes('M') === true && !flags.includes('S') ? 'both' : 'common';
  // No dictionary has every word in -ish and -ese: they tell where somebody or something comes from.
  if (/..(?:ish|ese)$/.test(word)) return 'group';
  const own = flags ?? (word.endsWith('s') ? dictionary.capital.get(word.slice(0, -1)) : undefined);
  if (own === undefined) return isMistyped(lower, dictionary) || isThere(lower.replace(PREFIX, ''), dictionary) ? 'common' : 'unknown';
  return own.includes('S') ? 'group' : 'name';
}

/** `Unbeaten`, `Reborn`. */
const PREFIX = /^(?:un|re|non|anti|pre)(?=.{4})/;

/** British spellings, and the dictionary's. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/our(s?)$/, 'or$1'],
  [/is(e[ds]?|ing|ation)$/, 'iz$1'],
  [/tre(s?)$/, 'ter$1'],
  [/ence(s?)$/, 'ense$1'],
  [/amme(s?)$/, 'am$1'],
];

function isSmall(word: string, dictionary: Dictionary): boolean {
  if (isThere(word, dictionary)) return true;
  const bare = word.replace(/^(?:de|un|re|non|anti|pre)(?=.{4})/, '');
  return BRITISH.some(([british, american]) => british.test(bare) && isThere(bare.replace(british, american), dictionary));
}

/** Fewer letters are those of many a name. */
const LEAST_MISTYPED = 7;

/** Whether a word is a common one with a letter too many within it: `Leaguge`. At its ends a letter makes names of words: `Brooke`. */
function isMistyped(word: string, { small }: Dictionary): boolean {
  if (word.length < LEAST_MISTYPED) return false;
  for (let at = 2; at < word.length - 1; at++)
    if (small.has(word.slice(0, at) + word.slice(at + 1)) && word[at] !== word[at - 1]) return true;
  return false;
}

function isThere(word: string, { small }: Dictionary): boolean {
  if (small.has(word)) return true;
  return ENDINGS.some(([ending, stem]) => ending.test(word) && word.length > 2 && small.has(word.replace(ending, stem)));
}

function dictionaryOf(tag: string): Dictionary | undefined {
  const name = PACKAGES[tag];
  if (name === undefined) return undefined;
  const known = dictionaries.get(tag);
  if (known !== undefined) return known;
  // The package's own module waits for its files; checks are plain functions and cannot.
  const path = fileURLToPath(new URL('index.dic', import.meta.resolve(name)));
  const small = new Set<string>();
  const capital = new Map<string, string>();
  for (const line of fileText(path).split('\n')) {
    const [word = '', flags = ''] = line.trim().split('/');
    if (/^\p{Ll}/u.test(word)) small.add(word);
    else if (/^\p{Lu}\p{L}*\p{Ll}/u.test(word)) capital.set(word, flags);
  }
  const dictionary = { small, capital };
  dictionaries.set(tag, dictionary);
  return dictionary;
}
