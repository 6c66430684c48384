/** Words that multiply a figure: thousand, milliard, 万, lakh. */

import { languageOf } from '../languages/lookup.ts';

interface Scale {
  readonly pattern: RegExp;
  readonly factor: number;
  /** The word also has another sense right after a figure (`100 m`). */
  readonly doubtful: boolean;
}

/** A language's scale words, and all of them in one pattern: most words behind a figure are none. */
interface Scales {
  readonly all: readonly Scale[];
  readonly any: RegExp;
}

const known = new Map<string, Scales>();

/** Whether the scale words of a locale's language are told with their endings and abbreviations. */
export function knowsScales(locale: string): boolean {
  return languageOf(locale).numbers?.scales !== undefined;
}

/** The scale words of a locale, longest first: those that its language tells, then CLDR's. */
export function scalesOf(locale: string): Scales {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const { numbers, unspaced } = languageOf(locale);
  // Where words have no spaces between them, and in Korean, where particles follow right away, no word ends here.
  const end = unspaced || numbers?.attached ? '' : '(?![\\p{L}\\p{M}])';
  const own = (numbers?.scales ?? []).flatMap(([factor, words]) => words.split(/\|(?![^(]*\))/).map((word) => ({ factor, word })));
  const all = [...own, ...cldrWords(locale)]
    .map(({ factor, word }) => {
      const doubtful = /^\p{L}\?$/u.test(word) || /^[a-z]{1,2}\?$/u.test(word);
      const source = (doubtful ? word.slice(0, -1) : word).replaceAll(' ', '[ \\u00a0]');
      // A capital letter alone is an abbreviation; all else may be capitalized or not.
      return { factor, doubtful, length: word.length, pattern: new RegExp(`^(?:${source})${end}`, source === 'M' ? 'u' : 'iu') };
    })
    .sort((a, b) => b.length - a.length);
  const made = { all, any: all.length === 0 ? /(?!)/ : new RegExp(all.map(({ pattern }) => pattern.source).join('|'), 'iu') };
  known.set(locale, made);
  return made;
}

/** Powers of ten that have words, up to a million millions. */
const POWERS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Some of each plural category. */
const COUNTS = [1, 2, 5, 1.5];
const LEAST_LETTERS = 2;

/** The words that CLDR has for large round numbers, in words: `27 tuhatta`, `2.7 หมื่น`. */
function cldrWords(locale: string): { factor: number; word: string }[] {
  const tag = `${locale}-u-nu-latn`;
  if (Intl.NumberFormat.supportedLocalesOf([tag]).length === 0) return [];
  const format = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'long' });
  const words = new Map<string, number>();
  for (const power of POWERS)
    for (const count of COUNTS) {
      const value = count * 10 ** power;
      const parts = format.formatToParts(value);
      const word = parts.find(({ type }) => type === 'compact')?.value.trim() ?? '';
      const at = parts.findIndex(({ type }) => type === 'compact');
      // Before its figure a word tells nothing here.
      if (at < 1 || parts[0]?.type !== 'integer' || !WORD.test(word) || word.length < LEAST_LETTERS || words.has(word)) continue;
      const figure = Number(
        parts.map(({ type, value: part }) => (type === 'decimal' ? '.' : /integer|fraction/.test(type) ? part : '')).join(''),
      );
      words.set(word, Math.round(value / figure));
    }
  return [...words].map(([word, factor]) => ({ word, factor }));
}

const WORD = /^[\p{L}\p{M}]+(?:[ \u00a0][\p{L}\p{M}]+)*$/u;
