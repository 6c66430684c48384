/** Whether a target has words like a name. */

import { languageOf, tagOf } from '../languages/lookup.ts';
import type { ScriptTable } from '../languages/scripts/script.ts';
import { type Costs, costsOf, latinCosts, soundsOf, unlikeness } from './likeness.ts';
import { readingOf, tableOf } from './reading.ts';

const WORD = /[\p{L}\p{M}]+/gu;
/** A word written small that makes an adjective of a name is less than the name. */
const SMALL = 0.1;
/** Two words for one: `Jong-un`, `Чен Ин`. */
const JOINED = 0.05;

const costsOfTable = new WeakMap<ScriptTable, Costs>();

function costsFor(table: ScriptTable | undefined): Costs {
  if (table === undefined) return latinCosts;
  const known = costsOfTable.get(table) ?? costsOf(table.sounds);
  costsOfTable.set(table, known);
  return known;
}

/**
 * @param from,to locales of the name and the target
 * @param limit of unlikeness: 0 is the name itself, about 1 nothing like it
 * @returns whether the target keeps the name, or has something less unlike it than the limit
 */
export function hasLike(name: string, target: string, from: string, to: string, limit: number): boolean {
  if (target.includes(name)) return limit > 0;
  const parts = name.split('-').filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
  if (hasWord(name, target, from, to, limit)) return true;
  return parts.length > 1 && parts.every((part) => hasWord(part, target, from, to, limit));
}

function hasWord(name: string, target: string, from: string, to: string, limit: number): boolean {
  const tag = tagOf(to);
  const sounds = soundsOf(readingOf(name, tagOf(from)).replaceAll(' ', ''));
  const table = tableOf(target);
  const manner = { costs: costsFor(table), clitics: table?.abjad === true };
  const { unspaced } = languageOf(to);
  if (unspaced === true) return unlikeness(sounds, readingOf(target, tag), { ...manner, within: true }, limit) < limit;
  // A name kept in Latin letters within another script.
  const kept = table === undefined ? manner : { ...manner, costs: latinCosts };
  let last: ReadWord | undefined;
  for (const word of readWords(target, tag)) {
    const { reading, isLatin, isSmall, isShort } = word;
    const how = isLatin ? kept : manner;
    const more = isSmall ? SMALL : 0;
    if (!(isSmall && isShort) && unlikeness(sounds, reading, how, limit - more) + more < limit) return true;
    if (last !== undefined && word.start - last.end === 1) {
      const joined = unlikeness(sounds, last.reading + reading, how, limit - JOINED);
      if (joined + JOINED < limit) return true;
    }
    last = word;
  }
  return false;
}

interface ReadWord {
  readonly reading: string;
  readonly start: number;
  readonly end: number;
  readonly isLatin: boolean;
  readonly isSmall: boolean;
  readonly isShort: boolean;
}

/** The target that was read last: every name of its source is looked for in it. */
let read: { readonly target: string; readonly tag: string; readonly words: readonly ReadWord[] } | undefined;

function readWords(target: string, tag: string): readonly ReadWord[] {
  if (read?.target === target && read.tag === tag) return read.words;
  const words = [...target.matchAll(WORD)].map(({ 0: word, index }) => ({
    reading: readingOf(word, tag).replaceAll(' ', ''),
    start: index,
    end: index + word.length,
    isLatin: /^[A-Za-z]/.test(word),
    isSmall: /^\p{Ll}/u.test(word),
    isShort: word.length <= 4,
  }));
  read = { target, tag, words };
  return words;
}
