/** Numbers that a text spells out: in words of its language, as Roman or Chinese numerals, as a month's name. */

import { loadNow } from '../language/load.ts';
import { monthsIn } from './months.ts';
import { numberWords } from './words.ts';

/** The n2words module that a language's words come from, where its name is not plain (`uk` is `uk-UA`). */
// biome-ignore format: a table
const MODULES: Record<string, string> = {
  ar: 'ar-SA', az: 'az-AZ', bn: 'bn-BD', cs: 'cs-CZ', da: 'da-DK', de: 'de-DE', el: 'el-GR', en: 'en-GB', es: 'es-ES', fa: 'fa-IR', fi: 'fi-FI',
  fr: 'fr-FR', gu: 'gu-IN', he: 'he-IL', hi: 'hi-IN', hr: 'hr-HR', hu: 'hu-HU', id: 'id-ID', it: 'it-IT', ja: 'ja-JP', ka: 'ka-GE', ko: 'ko-KR',
  lt: 'lt-LT', lv: 'lv-LV', mr: 'mr-IN', ms: 'ms-MY', nb: 'nb-NO', no: 'nb-NO', nl: 'nl-NL', pa: 'pa-IN', pl: 'pl-PL', pt: 'pt-PT', ro: 'ro-RO',
  ru: 'ru-RU', sr: 'sr-Cyrl-RS', sv: 'sv-SE', sw: 'sw-KE', ta: 'ta-IN', te: 'te-IN', th: 'th-TH', tr: 'tr-TR', uk: 'uk-UA', ur: 'ur-PK',
  vi: 'vi-VN', zh: 'zh-Hans-CN',
};

/** Every language's module has the same functions; some lack ordinals. */
type Speller = Pick<typeof import('n2words/en-GB'), 'toCardinal'> & Partial<Pick<typeof import('n2words/en-GB'), 'toOrdinal'>>;

/** Languages written without spaces between words. */
const DENSE = new Set(['ja', 'zh', 'th']);
/** Letters that Hebrew and Arabic write at a word's front: and, in, to, the, as, from, that. */
const PREFIXES: Record<string, string> = { he: '[ובלהמכש]{0,3}', ar: '(?:[وفبكل]{0,2}(?:ال)?|لل)' };

/** What a half and a quarter may be of: months of a year, parts of a hundred. */
const PARTS: Record<number, number> = { 18: 1.5, 50: 0.5, 25: 0.25, 75: 0.75 };

const spellers = new Map<string, Speller | undefined>();
const patterns = new Map<string, RegExp | undefined>();

/**
 * Whether a text says a value otherwise than in figures. Words may be inflected, so the ends of longer words are left
 * open; the check of numbers would rather miss one than cry wolf.
 * @param value a finite number, 0 or more
 */
export function isSpelled(value: number, text: string, locale: string): boolean {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  const key = `${language} ${value}`;
  if (!patterns.has(key)) patterns.set(key, spelledPattern(value, language));
  return (
    patterns.get(key)?.test(spacedWords(text)) === true ||
    (value >= 1 &&
      value <= 50 &&
      !(value === 1 && language === 'en') &&
      Number.isInteger(value) &&
      romanPattern(value).test(latinCapitals(text))) ||
    (value >= 1 && value <= 12 && monthsIn(text, locale).includes(value))
  );
}

let last: { readonly text: string; readonly words: string } = { text: '', words: '' };

/** Lower-case words with one space around each: patterns over it need no classes of letters, which are slow to compile. */
function spacedWords(text: string): string {
  if (last.text !== text) last = { text, words: ` ${bare(text.toLowerCase()).replace(/[^\p{L}\p{M}'’]+/gu, ' ')} ` };
  return last.words;
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

function spelledPattern(value: number, language: string): RegExp | undefined {
  const own = numberWords(language)?.[value];
  const choices = own === undefined ? [] : [own];
  // "18 months" is a year and a half, "50 per cent" a half, "25 per cent" a quarter.
  const part = numberWords(language)?.[PARTS[value] ?? Number.NaN];
  if (part !== undefined) choices.push(part);
  if (Number.isInteger(value) && value <= 1e12) {
    // Korean's Sino-Korean ones are syllables of many words.
    const speller = language === 'ko' && value <= 10 ? undefined : spellerOf(language);
    for (const spell of [speller?.toCardinal, speller?.toOrdinal]) {
      // Ordinals begin at one, and some languages' end early.
      try {
        const spelled = spell?.(value);
        if (spelled !== undefined && !spelled.includes('undefined')) choices.push(stems(spelled, language));
      } catch {
        // No word of that kind for this value.
      }
    }
    if (DENSE.has(language)) choices.push(...hanNumerals(value));
    choices.push(...composed(value, language));
  }
  if (choices.length === 0) return undefined;
  const start = DENSE.has(language) ? '' : ` ${PREFIXES[language] ?? ''}`;
  const source = bare(choices.join('|')).replaceAll('-', '[ -]').replaceAll('\\b', '(?= )');
  return new RegExp(`${start}(?:${source})`, /\\p\{/.test(source) ? 'u' : '');
}

/** `czterdziestodwuletni`, `السادس والثلاثين`: inflected tens and ones, in either order. */
function composed(value: number, language: string): string[] {
  const words = numberWords(language);
  const ones = words?.[value % 10];
  const tens = words?.[value - (value % 10)];
  // Finnish inflects the first part: kahdeksassatoista.
  if (language === 'fi' && value > 10 && value < 20) return [`(?:${ones})\\S{0,6}toista`];
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
function stems(spelled: string, language: string): string {
  const words = spelled.toLowerCase().split(/[\s\u00a0-]+/u);
  if (DENSE.has(language)) return words.join('');
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

function spellerOf(language: string): Speller | undefined {
  if (!spellers.has(language)) {
    const name = MODULES[language];
    spellers.set(language, name === undefined ? undefined : loadNow<Speller>(`n2words/${name}`));
  }
  return spellers.get(language);
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
