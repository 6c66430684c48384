/**
 * How unlike a name and a word are, by their readings: the cheapest way to make one of the other. What a sound costs for another is
 * told in `costs.ts`.
 */

import { type Costs, LEAST_WEIGHT } from './costs.ts';
import { GAP } from './reading.ts';

/** Spellings of one sound in names, longest first, each with the sign that it has here. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['sch', 'S'], ['tch', 'C'], ['ch', 'C'], ['sh', 'S'], ['th', 'T'], ['ph', 'F'], ['ck', 'k'], ['gh', 'G'], ['wh', 'w'], ['kh', 'K'], ['zh', 'J'], ['ng', 'N'], ['qu', 'Q'],
  ['tz', 'Z'], ['ts', 'Z'], ['ee', 'I'], ['ea', 'I'], ['oo', 'U'], ['ou', 'O'], ['ow', 'O'], ['ai', 'A'], ['ay', 'A'], ['ei', 'A'], ['ey', 'A'],
]; // biome-ignore format: a table

/**
 * What English letters sound like beside others, before the spellings of one sound are looked for. Other scripts write sounds: a vowel before
 * a consonant and a silent e (`Wade`, `Mike`), c and g before e, i and y, r and l that no vowel follows, m too.
 */
const SOUNDED: readonly (readonly [RegExp, string])[] = [
  [/au?gh|au|aw/g, 'W'],
  [/igh/g, 'Y'],
  [/dge?(?=s?$|[bcdfghklmnprstw])/g, 'D'],
  [/a(?=(?!x)[b-df-hj-np-tvwz]es?$)/g, 'A'],
  [/i(?=(?!x)[b-df-hj-np-tvwz]es?$)/g, 'Y'],
  [/c(?=[eiy])/g, 'X'],
  [/g(?=[eiy])/g, 'H'],
  [/[eiu](?=r(?![aeiouyAIWY]))/g, 'V'],
  [/(?<=[aeiouVAIW])r(?![aeiouyrAIWY])/g, 'R'],
  [/(?<=[aeiouyVAIWY])l(?=e?$|[^aeiouylAIWY])/g, 'L'],
  [/m(?![aeiouyAIWY])/g, 'M'],
  [/(?<=[^aeiou])y(?![aeiou])/g, 'i'],
  [/(?<=..[^s])s$/g, 'B'],
];

/** The signs of a name's sounds for a script that writes sounds. */
export function soundsOf(reading: string): string {
  if (/^mc[^aeiouk]/.test(reading)) return soundsOf(`mak${reading.slice(2)}`);
  return spellingsOf(SOUNDED.reduce((text, [letters, sign]) => text.replace(letters, sign), reading));
}

/** The signs of a name's letters: doubled letters once, a silent `e` at the end as `E`. */
export function spellingsOf(reading: string): string {
  let out = '';
  // Scottish and Irish.
  if (/^mc[^aeiouk]/.test(reading)) return spellingsOf(`mak${reading.slice(2)}`);
  for (let at = 0; at < reading.length; ) {
    const spelling = SPELLINGS.find(([letters]) => reading.startsWith(letters, at));
    const sign = spelling?.[1] ?? (reading[at] as string);
    at += spelling?.[0].length ?? 1;
    if (sign !== out.at(-1)) out += sign === 'e' && at === reading.length && out.length > 2 ? 'E' : sign;
  }
  return out;
}

/** Letters that an ending may have, and those of an adjective made of a name: `kalifornijskiego`. */
const ENDING = 3;
const DERIVED = 8;
/** Letters of the words that Arabic and Hebrew write with the next one. */
const CLITICS = 3;
/** A cost of the first sound from which on a word is no writing of the name. */
const FAR = 0.8;
/** A word with a smaller share of the name's consonants is none of its forms. */
const LEAST_CONSONANTS = 0.5;

export interface Manner {
  readonly costs: Costs;
  /** The name's signs are those of `soundsOf`. */
  readonly syllabic?: boolean;
  /** The word's script joins small words to its front. */
  readonly clitics?: boolean;
  /** The name may be anywhere in the text; else the word is the name, and may have an ending. */
  readonly within?: boolean;
}

/**
 * @param name signs of `soundsOf`
 * @param word letters of `readingOf`
 * @param limit what is this unlike or more is of no interest: some unlikeness from there on is given for it
 * @returns 0 for the same sounds, about 1 for nothing in common
 */
export function unlikeness(
  name: string,
  word: string,
  { costs, clitics = false, within = false }: Manner,
  limit: number = Number.POSITIVE_INFINITY,
): number {
  if (name === '' || word === '') return 1;
  if (!within && !mayBegin(name, word, costs, clitics)) return 1;
  if (!within && consonants(word) < LEAST_CONSONANTS * consonants(name)) return 1;
  const length = word.length;
  let weight = 0;
  for (let one = 0; one < name.length; one++) weight += costs.weight[name.charCodeAt(one)] as number;
  const worth = Math.max(weight, LEAST_WEIGHT);
  if (length >= rows.put.length) rows = rowsOf(2 * length);
  let { row, next } = rows;
  const { put } = rows;
  row[0] = 0;
  for (let at = 0; at < length; at++)
    put[at] = word[at] === GAP ? 1 : word[at] === word[at - 1] ? 0.02 : (costs.put[word.charCodeAt(at)] as number);
  for (let at = 1; at <= length; at++)
    row[at] = within ? 0 : (row[at - 1] as number) + (clitics && at <= CLITICS ? 0.05 : (put[at - 1] as number));
  for (let one = 0; one < name.length; one++) {
    const code = name.charCodeAt(one);
    const left = costs.left[code] as number;
    const change = costs.change[code] as Float64Array;
    next[0] = (row[0] as number) + left;
    let least = next[0];
    for (let other = 1; other <= length; other++) {
      const changed = (row[other - 1] as number) + (change[word.charCodeAt(other - 1)] as number);
      const dropped = (row[other] as number) + left;
      const added = (next[other - 1] as number) + (put[other - 1] as number);
      const cost = Math.min(changed, dropped, added);
      next[other] = cost;
      if (cost < least) least = cost;
    }
    // Costs only grow from row to row.
    if (least / worth >= limit) return least / worth;
    [row, next] = [next, row];
  }
  let best = row[length] as number;
  for (let end = within ? 0 : Math.max(0, length - DERIVED); end < length; end++) {
    const rest = length - end;
    const cost = (row[end] as number) + (within ? 0 : rest <= ENDING ? 0.1 * rest : 0.35);
    if (cost < best) best = cost;
  }
  return best / worth;
}

interface Rows {
  readonly row: Float64Array;
  readonly next: Float64Array;
  readonly put: Float64Array;
}

const rowsOf = (length: number): Rows => ({
  row: new Float64Array(length + 1),
  next: new Float64Array(length + 1),
  put: new Float64Array(length),
});

/** Room for the longest word so far: a comparison takes less time than the making of its rows. */
let rows = rowsOf(64);

/** Whether the first sounds can be one: most words of a text are told by that. */
function mayBegin(name: string, word: string, { change, left, put }: Costs, clitics: boolean): boolean {
  const [first, letter] = [name.charCodeAt(0), word.charCodeAt(0)];
  if (((change[first] as Float64Array)[letter] as number) < FAR || (left[first] as number) < FAR || (put[letter] as number) < FAR)
    return true;
  if (!clitics) return false;
  for (let at = 1; at <= CLITICS && at < word.length; at++)
    if (((change[first] as Float64Array)[word.charCodeAt(at)] as number) < FAR) return true;
  return false;
}

const NO_CONSONANT = new Uint8Array(0x10000);
for (const sign of 'aeiouyhwAEIOUVWY ') NO_CONSONANT[sign.charCodeAt(0)] = 1;

function consonants(word: string): number {
  let count = 0;
  let before = -1;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code !== before && NO_CONSONANT[code] === 0) count++;
    before = code;
  }
  return count;
}
