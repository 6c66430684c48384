/** A text cut into words for matching: the offsets of each word, its plain spelling, and the signs between it and the one before. */

import { languageOf } from '../languages/lookup.ts';

export interface Word {
  /** The text that it is a word of. */
  readonly source: string;
  /** Offsets into the text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** NFC, apostrophes as `'`, without soft hyphens, zero-width characters and stress marks; the case is kept. */
  readonly text: string;
  /** `text` in lower case, ё as е. */
  readonly lower: string;
  /**
   * The signs since the last word: ` ` for white space only, else the other characters without white space
   * (`-` for every hyphen, `"` for every quotation mark of two strokes); `` (nothing) at the start of the text.
   */
  readonly gap: string;
  /** Whether it mixes Latin and Cyrillic letters. */
  readonly mixed: boolean;
}

const INVISIBLE = '\u00AD\u200B-\u200F\u2060-\u2064\uFEFF';
const APOSTROPHES = "'’ʼ‘`´′＇ʹ";
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}${INVISIBLE}]|[${APOSTROPHES}]+[${INVISIBLE}]*(?=\\p{L}))*`, 'gu');
const PLAIN = /^[A-Za-z0-9]*$/;
/** What a word is cleaned of; a word of precomposed letters below U+1F00 is NFC already. */
const ODD = new RegExp(`[${INVISIBLE}${APOSTROPHES}\\u0300-\\u036F\\u1F00-\\uFFFF]`);
const invisible = new RegExp(`[${INVISIBLE}]`, 'g');
const apostrophes = new RegExp(`[${APOSTROPHES}]+`, 'g');
const QUOTES = /[“”„‟＂«»]/g;
const HYPHENS = /[-‐‑‒–—−﹣-]/g;
/** Stress marks that dictionaries and encyclopaedias set over Cyrillic vowels; they are no part of the spelling. */
const STRESS = /(?<=[\u0400-\u04FF])[\u0300\u0301]/g;

/** A word as it is compared: see `Word.text`. */
function plainWord(text: string): string {
  if (PLAIN.test(text) || !ODD.test(text)) return text;
  return text.replace(invisible, '').replace(apostrophes, "'").normalize('NFD').replace(STRESS, '').normalize('NFC');
}

/**
 * Lower case for comparison. The locale matters in languages where `I` is the capital of `ı` and `İ` that of `i`
 * (Turkish, Azeri). Elsewhere a dotted capital is an `i` with the dot left out.
 */
export function lowerWord(text: string, locale: string): string {
  const lower = languageOf(locale).dottedI ? text.toLocaleLowerCase('tr') : text.toLowerCase().replace(/i\u0307/g, 'i');
  return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
}

/** The words of a text. @param locale decides how case is folded */
export function wordsOf(text: string, locale: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    // A zero-width character after the last letter is no part of the word.
    const length =
      PLAIN.test(raw) || !ODD.test(raw)
        ? raw.length
        : raw.replace(/(?<![\u00AD\u200B-\u200F\u2060-\u2064\uFEFF])[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]+$/, '').length;
    const plain = plainWord(raw);
    found.push({
      source: text,
      start: match.index,
      end: match.index + length,
      text: plain,
      lower: lowerWord(plain, locale),
      gap: gapBetween(text.slice(at, match.index), found.length === 0),
      mixed: /[A-Za-z]/.test(plain) && /[\u0400-\u04FF]/.test(plain),
    });
    at = match.index + length;
  }
  return found;
}

function gapBetween(raw: string, first: boolean): string {
  if (raw === ' ') return first ? '' : ' ';
  if (raw === '') return '';
  const bare = raw.replace(invisible, '').replace(/\s+/g, '').replace(HYPHENS, '-').replace(apostrophes, "'").replace(QUOTES, '"');
  return bare === '' && !first ? ' ' : bare;
}

/** Letters that look alike in two alphabets, Latin to Cyrillic, as keyboards and copied names mix them. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у', ï: 'ї', j: 'ј', s: 'ѕ',
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У', Ï: 'Ї', J: 'Ј', S: 'Ѕ',
}; // biome-ignore format: one line a case
const LATIN_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LOOKALIKES).map(([latin, cyrillic]) => [cyrillic, latin]),
);

/**
 * A word whose letters are of two alphabets, with the strangers replaced by the letters that they look like; undefined
 * where the word is of one alphabet or a stranger looks like nothing.
 * @param alphabet what the word should be written in
 */
export function unmixed(word: string, alphabet: 'Cyrl' | 'Latn'): string | undefined {
  if (!/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return undefined;
  const table = alphabet === 'Cyrl' ? LOOKALIKES : LATIN_OF;
  const own = alphabet === 'Cyrl' ? /\p{Script=Cyrillic}|\P{L}/u : /\p{Script=Latin}|\P{L}/u;
  let out = '';
  for (const char of word) {
    const letter = own.test(char) ? char : table[char];
    if (letter === undefined) return undefined;
    out += letter;
  }
  return out;
}
