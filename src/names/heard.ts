/** How much of a word is heard in a word of another language, whatever the scripts of both. */

import type { ScriptTable } from '../languages/scripts/script.ts';
import { type Costs, costsOf, isFar, latinCosts, letterBits } from './costs.ts';
import { soundsOf, spellingsOf, unlikeness } from './likeness.ts';
import { GAP, readingOf, tableOf } from './reading.ts';

/** A word as it sounds. */
export interface Heard {
  /** Plain Latin letters. */
  readonly reading: string;
  /** Signs of `soundsOf`, and of `spellingsOf`. */
  readonly signs: string;
  readonly spellings: string;
  /** Of its script; none for Latin letters. */
  readonly table?: ScriptTable;
  /** Whether it is a run of a script that writes no spaces: a name may be anywhere in it. */
  readonly isRun: boolean;
  /** Its letters (`letterBits`). */
  readonly letters: number;
}

/** Scripts that write no spaces between words. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;

/** @param tag of its language */
export function heardWord(word: string, tag: string): Heard {
  const isRun = UNSPACED.test(word);
  const letters = readingOf(word, tag).trim();
  const reading = isRun ? letters : letters.replaceAll(GAP, '');
  const table = tableOf(word, tag);
  const plain = letters.replaceAll(GAP, '').replace(/./g, (letter) => table?.weak?.[letter] ?? letter);
  return {
    reading,
    signs: soundsOf(plain),
    spellings: spellingsOf(plain),
    isRun,
    letters: letterBits(reading),
    ...(table !== undefined && { table }),
  };
}

/**
 * @param least shares below it are of no interest: 0 is given for them
 * @returns 0 to 1; 1 where all of the name is there as it is
 */
export function shareHeard(name: Heard, word: Heard, least: number): number {
  const limit = 1 - least;
  const isBack = name.table !== undefined && word.table === undefined;
  const [own, other] = isBack ? [word, name] : [name, word];
  const costs = own.table === undefined ? costsFor(other.table) : latinCosts;
  const signs = own.table === undefined && other.table?.syllabic === true ? own.signs : own.spellings;
  if (isFar(signs, other.letters, costs, limit)) return 0;
  const unlike = unlikeness(signs, other.reading, { costs, clitics: other.table?.abjad === true, within: word.isRun }, limit);
  return unlike < limit ? 1 - unlike : 0;
}

const costsOfTable = new WeakMap<ScriptTable, Costs>();

/** What sounds cost that are written in a script; none for Latin letters. */
export function costsFor(table: ScriptTable | undefined): Costs {
  if (table === undefined) return latinCosts;
  const known = costsOfTable.get(table) ?? costsOf(table.sounds);
  costsOfTable.set(table, known);
  return known;
}
