/** How words of any script read in plain Latin letters, so that names can be compared across scripts. */

import { arabic } from '../languages/scripts/arabic.ts';
import { armenian } from '../languages/scripts/armenian.ts';
import { cyrillic } from '../languages/scripts/cyrillic.ts';
import { georgian } from '../languages/scripts/georgian.ts';
import { greek } from '../languages/scripts/greek.ts';
import { han } from '../languages/scripts/han.ts';
import { hangul } from '../languages/scripts/hangul.ts';
import { hebrew } from '../languages/scripts/hebrew.ts';
import { indic } from '../languages/scripts/indic.ts';
import { kana } from '../languages/scripts/kana.ts';
import { latinLetters, latinSpellings } from '../languages/scripts/latin.ts';
import type { ScriptTable } from '../languages/scripts/script.ts';
import { thai } from '../languages/scripts/thai.ts';

const TABLES: readonly ScriptTable[] = [cyrillic, greek, hebrew, arabic, armenian, georgian, indic, hangul, kana, han, thai];

const PLAIN = /^[a-z]*$/;
const HANGUL = /[\uAC00-\uD7A3]/;
/** In a reading: what is no letter, or has no reading. */
export const GAP = ' ';

/** Scripts share no letters: one table for all. */
const SOUNDS: ReadonlyMap<string, string> = new Map(TABLES.flatMap(({ letters }) => Object.entries(letters)));
/** Letters that begin a sequence which reads as one. */
const BEGINNINGS: ReadonlySet<string> = new Set([...SOUNDS.keys()].filter((key) => key.length > 1).map((key) => key.slice(0, 1)));

/**
 * @param text words of any script
 * @param tag the language's, where it reads letters of its script in a way of its own
 * @returns letters from a to z; other characters are left out, those without a reading are a gap
 */
export function readingOf(text: string, tag: string): string {
  const spellings = latinSpellings[tag];
  let lower = text.toLowerCase();
  if (spellings !== undefined) for (const [spelling, sound] of spellings) lower = lower.replace(spelling, sound);
  if (PLAIN.test(lower)) return lower;
  if (HANGUL.test(lower)) lower = lower.normalize('NFD');
  const own = TABLES.find(({ languages }) => languages?.[tag] !== undefined)?.languages?.[tag];
  const unread = TABLES.find(({ unreadIn }) => unreadIn?.includes(tag))?.of;
  let out = '';
  for (let at = 0; at < lower.length; at++) {
    const letter = lower[at] as string;
    if (letter >= 'a' && letter <= 'z') {
      out += letter;
      continue;
    }
    const two = BEGINNINGS.has(letter) ? SOUNDS.get(lower.slice(at, at + 2)) : undefined;
    const read = two ?? own?.[letter] ?? (unread?.test(letter) === true ? GAP : SOUNDS.get(letter)) ?? latin(letter);
    if (two !== undefined) at++;
    if (read !== GAP) out += read;
    else if (out !== '' && !out.endsWith(GAP)) out += GAP;
  }
  return out;
}

function latin(letter: string): string {
  const known = latinLetters[letter];
  if (known !== undefined) return known;
  if (/\p{M}/u.test(letter)) return '';
  return letter.normalize('NFD').replace(/[^a-z]/g, '') || GAP;
}

/** The table of a text's script: that of its first letters that have a reading; undefined for Latin letters and scripts without a table. */
export function tableOf(text: string, tag: string): ScriptTable | undefined {
  // A Japanese text may begin with any of its three scripts, and one of them writes foreign names.
  const others = TABLES.filter(({ unreadIn }) => unreadIn?.includes(tag));
  if (others.length > 0) return TABLES.find(({ of, unreadIn }) => unreadIn?.includes(tag) !== true && of.test(text));
  const first = /(?!\p{Script=Latin})\p{L}/u.exec(text)?.[0];
  return first === undefined ? undefined : TABLES.find(({ of }) => of.test(first));
}

/** Whether there is a table for the script of a text, or it is Latin. */
export function isReadable(text: string, tag: string): boolean {
  return tableOf(text, tag) !== undefined || /\p{Script=Latin}/u.test(text);
}
