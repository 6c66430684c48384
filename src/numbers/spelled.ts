/** Numbers that a text spells out: in words of its language, as Roman or Chinese numerals, as a month's name. */

import { loadNow } from '../language/load.ts';
import type { Language, NumberWords } from '../languages/language.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';
import { monthsIn } from './months.ts';

/** Every language's module has the same functions; some lack ordinals. */
type Speller = Pick<typeof import('n2words/en-GB'), 'toCardinal'> & Partial<Pick<typeof import('n2words/en-GB'), 'toOrdinal'>>;

/** What a half and a quarter may be of: months of a year, parts of a hundred. */
const PARTS: Record<number, number> = { 18: 1.5, 50: 0.5, 25: 0.25, 75: 0.75 };

const spellers = new Map<string, Speller>();
const patterns = new Map<string, RegExp | undefined>();

/**
 * Whether a text says a value otherwise than in figures. Words may be inflected, so the ends of longer words are left
 * open; the check of numbers would rather miss one than cry wolf.
 * @param value a finite number, 0 or more
 */
export function isSpelled(value: number, text: string, locale: string): boolean {
  if (last.text !== text || last.locale !== locale) last = { text, locale, says: spelledIn(text, locale) };
  return last.says(value);
}

let last: { readonly text: string; readonly locale: string; readonly says: (value: number) => boolean } = {
  text: '',
  locale: '',
  says: () => false,
};

/** The same of one text that is asked for many values: what is read of it is read once. */
export function spelledIn(text: string, locale: string): (value: number) => boolean {
  const language = tagOf(locale);
  const words = onceAsked(() => spacedWords(text));
  const capitals = onceAsked(() => latinCapitals(text));
  const months = onceAsked(() => monthsIn(text, locale));
  const known = new Map<number, boolean>();
  const isRoman = (value: number) =>
    value >= 1 && value <= 50 && !(value === 1 && language === 'en') && Number.isInteger(value) && romanPattern(value).test(capitals());
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const key = `${language} ${value}`;
    if (!patterns.has(key)) patterns.set(key, spelledPattern(value, languageOf(locale)));
    const isMonth = value >= 1 && value <= 12 && months().includes(value);
    const found = isMonth || patterns.get(key)?.test(words()) === true || isRoman(value);
    known.set(value, found);
    return found;
  };
}

function onceAsked<Value>(of: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: of() };
    return known.value;
  };
}

/** Lower-case words with one space around each: patterns over it need no classes of letters, which are slow to compile. */
function spacedWords(text: string): string {
  return ` ${bare(text.toLowerCase()).replace(/[^\p{L}\p{M}'’]+/gu, ' ')} `;
}

/** Without accents, which move and drop as words are inflected (έκτος, έκτου; século, secular). */
function bare(text: string): string {
  return /[^\0-\x7f]/.test(text)
    ? text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : text;
}

function spelledPattern(value: number, { unspaced, numbers }: Language): RegExp | undefined {
  const own = numbers?.words?.[value];
  const choices = own === undefined ? [] : [own];
  // "18 months" is a year and a half, "50 per cent" a half, "25 per cent" a quarter.
  const part = numbers?.words?.[PARTS[value] ?? Number.NaN];
  if (part !== undefined) choices.push(part);
  if (Number.isInteger(value) && value <= 1e12) {
    // Korean's Sino-Korean ones are syllables of many words.
    const speller = numbers?.attached && value <= 10 ? undefined : spellerOf(numbers?.speller);
    for (const spell of [speller?.toCardinal, speller?.toOrdinal]) {
      // Ordinals begin at one, and some languages' end early.
      try {
        const spelled = spell?.(value);
        if (spelled !== undefined && !spelled.includes('undefined')) choices.push(stems(spelled, unspaced === true));
      } catch {
        // No word of that kind for this value.
      }
    }
    if (unspaced) choices.push(...hanNumerals(value));
    choices.push(...composed(value, numbers));
  }
  if (choices.length === 0) return undefined;
  const start = unspaced ? '' : ` ${numbers?.prefix ?? ''}`;
  const source = bare(choices.join('|')).replaceAll('-', '[ -]').replaceAll('\\b', '(?= )');
  return new RegExp(`${start}(?:${source})`, /\\p\{/.test(source) ? 'u' : '');
}

/** `czterdziestodwuletni`, `السادس والثلاثين`: inflected tens and ones, in either order. */
function composed(value: number, numbers: NumberWords | undefined): string[] {
  const words = numbers?.words;
  const ones = words?.[value % 10];
  const tens = words?.[value - (value % 10)];
  // Finnish inflects the first part: kahdeksassatoista.
  if (numbers?.teen !== undefined && value > 10 && value < 20) return [`(?:${ones})\\S{0,6}${numbers.teen}`];
  if (value < 13 || value > 99 || ones === undefined || tens === undefined) return [];
  const letters = '\\S{0,6}?';
  return [`(?:${tens})${letters} ?(?:${ones})`, `(?:${ones})${letters} ?(?:و(?:ال)?|und)?(?:${tens})`];
}

const HAN = '〇一二三四五六七八九';

/** Chinese numerals up to 9999: with their places (三十, 一千二百), and digit by digit (二〇一八). */
function hanNumerals(value: number): string[] {
  if (value > 9999) return [];
  let placed = '';
  for (const [size, place] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit > 0) placed += (size === 10 && digit === 1 && value < 20 ? '' : HAN[digit]) + place;
  }
  return value < 1000
    ? [placed].filter((numeral) => numeral !== '')
    : [placed, [...String(value)].map((digit) => HAN[Number(digit)]).join('')];
}

/** `twenty-five` as a pattern: hyphens and spaces are one, an ending of up to two letters may differ and grow. */
function stems(spelled: string, unspaced: boolean): string {
  const words = spelled.toLowerCase().split(/[\s\u00a0-]+/u);
  if (unspaced) return words.join('');
  // The one of "one hundred" and "one million" is often left out.
  const first =
    /^(one|un|um|uno|en|ett|ein|eine|один|одна|één|unu|o|jeden|jedna|bir)$/.test(words[0] ?? '') && words.length === 2
      ? words.slice(1)
      : words;
  return first
    .map((word) => {
      const letters = [...word];
      const kept = letters.length <= 4 ? letters.length : letters.length - 2;
      const stem = letters.slice(0, kept).join('').replace(/['’ʼ]/g, "['’ʼ]");
      return letters.length <= 4 && words.length > 1 ? `${stem}\\S{0,2}` : `${stem}\\S{0,6}`;
    })
    .join(' ?(?:and |und |i |și )?');
}

function spellerOf(name: string | undefined): Speller | undefined {
  if (name !== undefined && !spellers.has(name)) spellers.set(name, loadNow<Speller>(`n2words/${name}`));
  return spellers.get(name ?? '');
}

const LATIN: Record<string, string> = { Х: 'X', І: 'I', М: 'M', С: 'C', Ι: 'I', Χ: 'X', Ⅰ: 'I', Ⅱ: 'II', Ⅲ: 'III', Ⅳ: 'IV', Ⅴ: 'V' };

/** Roman numerals are written with the letters that a keyboard has. */
function latinCapitals(text: string): string {
  return text.replace(/[ХІМСΙΧⅠ-Ⅴ]/gu, (letter) => LATIN[letter] ?? letter);
}

const romans = new Map<number, RegExp>();

function romanPattern(value: number): RegExp {
  const known = romans.get(value);
  if (known !== undefined) return known;
  let rest = value;
  let roman = '';
  for (const [size, letters] of [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    while (rest >= size) {
      roman += letters;
      rest -= size;
    }
  const pattern = new RegExp(`(?<![\\p{L}])${roman}(?![A-Z])`, 'u');
  romans.set(value, pattern);
  return pattern;
}
