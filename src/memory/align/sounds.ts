/** How words sound, roughly, in whatever script: names and loans of one language are found in another by it. */

import anyAscii from 'any-ascii';

/** The sounds of a text, one number each; `BREAK` between words. */
export type Sounds = Uint8Array;

/**
 * Consonants by the place where they are spoken: what one script tells apart, another writes alike (l and r in Japanese, b and p in Arabic).
 * `w` is of those that come and go, as vowels do.
 */
const CLASSES = ['aou', 'ei', 'hwy', 'bpfv', 'ckgq', 'dt', 'lr', 'm', 'n', 'szjx'] as const;
const [BACK, FRONT, WEAK, LIP, THROAT, TEETH, LIQUID, M, N, HISS, BREAK] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const COUNT = 11;
const CLASS_OF: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap((letters, at) => [...letters].map((letter) => [letter, at] as const)),
);

/** Spellings of one sound in Latin script, and what any script's transliteration has. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/ch(?=[lr])/g, 'k'],
  [/[cs]h|tch|c(?=[eiy])/g, 's'],
  [/x(?=.)/g, 'ks'],
  [/gh/g, 'h'],
];
const ANY: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ng\b/g, 'n'],
  [/[ckg]+h?/g, 'k'],
  [/[szctj]s?h/g, 's'],
  [/ts/g, 's'],
];

/** What it costs to leave a sound out, or to have it only on one side. */
const LONE = Uint8Array.of(1, 1, 1, 4, 4, 4, 3, 4, 2, 4, 2);
const OTHER = 4;
/** Sounds that are heard for each other. */
const NEAR: readonly (readonly [number, number, number])[] = [
  [BACK, FRONT, 1],
  [BACK, WEAK, 1],
  [FRONT, WEAK, 1],
  [WEAK, LIP, 2],
  [WEAK, THROAT, 2],
  [M, N, 1],
  [TEETH, HISS, 2],
  [THROAT, HISS, 3],
  [LIQUID, N, 3],
] as const as readonly (readonly [number, number, number])[];

/** By both sounds, one beside the other. */
const INSTEAD = (() => {
  const costs = new Uint8Array(COUNT * COUNT).fill(OTHER);
  for (let at = 0; at < COUNT; at++) costs[at * COUNT + at] = 0;
  for (const [a, b, cost] of NEAR) {
    costs[a * COUNT + b] = cost;
    costs[b * COUNT + a] = cost;
  }
  return costs;
})();

/** @param words in their order */
export function wordSounds(words: readonly string[]): Sounds {
  const all: number[] = [];
  for (const word of words) all.push(...soundOf(word), BREAK);
  return Uint8Array.from(all);
}

function soundOf(word: string): number[] {
  const isLatin = /^\p{sc=Latn}/u.test(word);
  let letters = anyAscii(word).toLowerCase();
  for (const [spelling, sound] of isLatin ? [...LATIN, ...ANY] : ANY) letters = letters.replace(spelling, sound);
  const out: number[] = [];
  for (const letter of letters) {
    const sound = CLASS_OF.get(letter);
    if (sound !== undefined && out.at(-1) !== sound) out.push(sound);
  }
  return out;
}

/** How much a word has that can be found again: what it would cost to leave it out. */
export function weightOf(sounds: Sounds): number {
  return sounds.reduce((sum, sound) => sum + (sound === BREAK ? 0 : (LONE[sound] as number)), 0);
}

/** Used again by each call: texts are compared by the hundred thousand. */
let row = new Uint16Array(512);

/**
 * How much of a word's sounds is found in a text, wherever it is best.
 * @param weight of the word, as `weightOf` has it
 * @returns 0 to 1; 1 where all are there as they are
 */
export function shareHeard(word: Sounds, weight: number, text: Sounds): number {
  const length = text.length;
  if (weight === 0 || length === 0) return 0;
  // One row is enough: what is needed of the one before is kept in two variables.
  if (row.length <= length) row = new Uint16Array(2 * length);
  else row.fill(0, 0, length + 1);
  for (let nth = 0; nth < word.length; nth++) {
    const sound = word[nth] as number;
    if (sound === BREAK) continue;
    const lone = LONE[sound] as number;
    const costs = sound * COUNT;
    let corner = row[0] as number;
    let left = corner + lone;
    row[0] = left;
    for (let at = 0; at < length; at++) {
      const other = text[at] as number;
      const above = row[at + 1] as number;
      const instead = corner + (INSTEAD[costs + other] as number);
      const without = above + lone;
      left += LONE[other] as number;
      if (without < left) left = without;
      if (instead < left) left = instead;
      row[at + 1] = left;
      corner = above;
    }
  }
  let least = weight;
  for (let at = 0; at <= length; at++) if ((row[at] as number) < least) least = row[at] as number;
  return 1 - least / weight;
}
