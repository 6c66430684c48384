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
  const own = (numbers?.scales ?? []).flatMap(([factor, words]) => words.split(/\|(?![^(]*\))/).map((word) => ownWord(factor, word)));
  const all = [...own, ...cldrWords(locale)]
    .map(({ factor, word, doubtful }) => {
      const source = word.replaceAll(' ', '[ \\u00a0]');
      // A capital letter alone is an abbreviation; all else may be capitalized or not.
      const flags = /^\p{Lu}$/u.test(source) ? 'u' : 'iu';
      return { factor, doubtful, length: word.length, pattern: new RegExp(`^(?:${source})${end}`, flags) };
    })
    .sort((a, b) => b.length - a.length);
  const made = { all, any: all.length === 0 ? /(?!)/ : new RegExp(all.map(({ pattern }) => pattern.source).join('|'), 'iu') };
  known.set(locale, made);
  return made;
}

/** A word as a language's file writes it: a letter or two with a `?` behind them are doubtful. */
function ownWord(factor: number, told: string): Told {
  const doubtful = /^\p{L}{1,2}\?$/u.test(told);
  return { factor, doubtful, word: doubtful ? told.slice(0, -1) : told };
}

interface Told {
  readonly word: string;
  readonly factor: number;
  readonly doubtful: boolean;
}

/** Powers of ten that have words, up to a million millions. */
const POWERS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Some of each plural category. */
const COUNTS = [1, 2, 5, 1.5];
/** The shorter abbreviations have other senses behind a figure: Hungarian `M`, Vietnamese `Tr`. */
const LEAST_LETTERS = 3;

/** The words and abbreviations that CLDR has for large round numbers: `27 tuhatta`, `2.7 หมื่น`, `3 mrd.`, `3 δισ.` */
function cldrWords(locale: string): Told[] {
  const tag = `${locale}-u-nu-latn`;
  if (Intl.NumberFormat.supportedLocalesOf([tag]).length === 0) return [];
  const words = new Map<string, Told>();
  for (const compactDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay });
    for (const value of POWERS.flatMap((power) => COUNTS.map((count) => count * 10 ** power))) {
      const found = wordIn(format.formatToParts(value));
      if (found === undefined) continue;
      const letters = found.word.replace(/\.$/, '');
      const word = letters === found.word ? letters : `${letters}\\.`;
      const doubtful = compactDisplay === 'short' && letters.length < LEAST_LETTERS;
      if (!words.has(word)) words.set(word, { word, factor: Math.round(value / found.figure), doubtful });
    }
  }
  return [...words.values()];
}

/** The word behind a number's figure. Before its figure one tells nothing here; a small letter is a measure's too. */
function wordIn(parts: readonly Intl.NumberFormatPart[]): { word: string; figure: number } | undefined {
  const at = parts.findIndex(({ type }) => type === 'compact');
  const word = parts[at]?.value.trim() ?? '';
  if (at < 1 || parts[0]?.type !== 'integer' || !WORD.test(word) || /^[a-z]?$/.test(word)) return undefined;
  const figure = parts.map(({ type, value }) => (type === 'decimal' ? '.' : /integer|fraction/.test(type) ? value : '')).join('');
  return { word, figure: Number(figure) };
}

const WORD = /^[\p{L}\p{M}]+(?:[ \u00a0][\p{L}\p{M}]+)*\.?$/u;
