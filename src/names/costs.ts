/**
 * What a sound of a name costs that a word writes with another letter: the script's table (`sounds` in `src/languages/scripts/`); between
 * languages in Latin letters it is told here.
 */

/** What changes cost: 1 is as dear as one gets. */
export interface Costs {
  /** A sign of the name for a letter of the word: by code of the sign, then of the letter. */
  readonly change: readonly Float64Array[];
  /** A sign that the word has not, by its code. */
  readonly left: Float64Array;
  /** A letter that the name has not, by its code. */
  readonly put: Float64Array;
  /** What a sign is worth, by its code: its part of the whole. */
  readonly weight: Float64Array;
  /** The letters that a sign may well be written with, by its code, as `letterBits` has them; others cost it `HALF` at least, or what it costs to leave it out. */
  readonly usual: Int32Array;
}

/** A cost from which on a letter is no usual one of a sign. */
const HALF = 0.5;

/** The letters of a word as bits, `a` the lowest. */
export function letterBits(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) - 97;
    if (code >= 0 && code < 26) letters |= 1 << code;
  }
  return letters;
}

/**
 * Whether a word is surely as unlike a name as the limit, told by its letters alone: of most words in a tenth of the time of `unlikeness`.
 * @param letters of the word (`letterBits`)
 */
export function isFar(name: string, letters: number, { left, weight, usual }: Costs, limit: number): boolean {
  let [cost, worth] = [0, 0];
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    worth += weight[code] as number;
    if (((usual[code] as number) & letters) === 0) cost += Math.min(HALF, left[code] as number);
  }
  return cost >= limit * Math.max(worth, LEAST_WEIGHT);
}

const CODES = 128;

/**
 * @param sounds by sign: letters that it is written with, each with its cost in hundredths; `_` where it is left out. `+` tells of letters
 * that are put in. What is not told costs 100.
 */
export function costsOf(sounds: Readonly<Record<string, string>>): Costs {
  const change = Array.from({ length: CODES }, () => new Float64Array(CODES).fill(1));
  const usual = new Int32Array(CODES);
  const [left, put, weight] = [new Float64Array(CODES).fill(1), new Float64Array(CODES).fill(1), new Float64Array(CODES).fill(1)];
  for (const [sign, told] of Object.entries(sounds)) {
    const costs = [...told.matchAll(/([a-z_])(\d+)/g)].map((match) => [match[1] as string, Number(match[2]) / 100] as const);
    const code = sign.charCodeAt(0);
    for (const [letter, cost] of costs) {
      if (sign === '+') put[letter.charCodeAt(0)] = cost;
      else if (letter === '_') left[code] = cost;
      else (change[code] as Float64Array)[letter.charCodeAt(0)] = cost;
    }
    // A sound that is often left out, or written in any way, tells little.
    if (sign !== '+')
      usual[code] = costs.reduce((bits, [letter, cost]) => (cost < HALF && letter !== '_' ? bits | letterBits(letter) : bits), 0);
    if (sign !== '+') weight[code] = Math.min(left[code] as number, 0.2 + costs.reduce((rest, [, cost]) => rest - (1 - cost) * 0.04, 0.8));
  }
  return { change, left, put, weight, usual };
}

/** Short names are told by little: one sound more or less is much. */
export const LEAST_WEIGHT = 2;

/** The letters of such a sign, for costs that are told by letters. */
const LETTERS: Readonly<Record<string, string>> = {
  S: 's',
  C: 'c',
  T: 't',
  F: 'f',
  G: 'g',
  K: 'k',
  J: 'j',
  N: 'n',
  Q: 'k',
  Z: 'c',
  I: 'i',
  U: 'u',
  O: 'o',
  A: 'a',
  E: 'e',
  W: 'o',
  Y: 'i',
  D: 'j',
  X: 's',
  H: 'g',
  V: 'e',
  R: 'r',
  L: 'l',
  M: 'm',
  B: 's',
};

function pairsIn(told: string): Set<string> {
  return new Set(told.split(' '));
}

/** Costs between languages in Latin letters, which mostly keep names: letters of one sound, by what it costs to take one for the other. */
const NEAR: readonly (readonly [cost: number, pairs: ReadonlySet<string>])[] = [
  [0.05, pairsIn('ck kq sz iy vw uw jy ij cs cz qg')],
  [0.15, pairsIn('gk gh gj jz jh hk hx xs xk dt bp fv fp bv uv ou cj ct js hc zj cg xc')],
  [0.3, pairsIn('ts tz ds dz mn fh gw bw gy hw sx dj tj lr nm xz vh')],
];
const VOWELS = 'aeiouy';
const OFTEN_LEFT: Readonly<Record<string, number>> = {
  h: 0.1,
  w: 0.2,
  y: 0.1,
  r: 0.4,
  g: 0.45,
  l: 0.6,
  d: 0.6,
  t: 0.6,
  s: 0.6,
  n: 0.7,
  c: 0.4,
  k: 0.6,
  G: 0.2,
  E: 0.1,
};
const OFTEN_PUT: Readonly<Record<string, number>> = { h: 0.15, w: 0.15, j: 0.25, y: 0.1 };

export const latinCosts: Costs = (() => {
  const sounds: Record<string, string> = {};
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const near = (one: string, other: string) =>
    one === other
      ? 0
      : VOWELS.includes(one) && VOWELS.includes(other)
        ? 0.15
        : NEAR.find(([, pairs]) => pairs.has(one + other) || pairs.has(other + one))?.[0];
  for (const sign of letters + Object.keys(LETTERS).join('')) {
    const letter = LETTERS[sign] ?? sign;
    const told = [...letters].flatMap((other) => {
      const cost = near(letter, other);
      return cost === undefined ? [] : [`${other}${Math.round(cost * 100)}`];
    });
    sounds[sign] = `${told.join(' ')} _${Math.round(100 * (OFTEN_LEFT[sign] ?? (VOWELS.includes(letter) ? 0.25 : 0.8)))}`;
  }
  sounds['+'] = [...letters]
    .map((letter) => `${letter}${Math.round(100 * (OFTEN_PUT[letter] ?? (VOWELS.includes(letter) ? 0.25 : 0.8)))}`)
    .join(' ');
  const costs = costsOf(sounds);
  for (const sign of letters + Object.keys(LETTERS).join(''))
    costs.weight[sign.charCodeAt(0)] = VOWELS.includes(LETTERS[sign] ?? sign) ? 0.4 : /[hwG]/.test(sign) ? 0.5 : 1;
  return costs;
})();
