/** Names of months, in every language that the ICU of Node knows. */

import { languageOf } from '../languages/lookup.ts';

interface Months {
  /** All names, longest first, as alternatives. */
  readonly pattern: RegExp;
  readonly numbers: ReadonlyMap<string, number>;
}

const known = new Map<string, Months>();

/**
 * Months that a text names, 1 to 12, each once. Names that are common words too (`may`, `mars`) count as well: this is
 * evidence that a month may be meant, no proof.
 */
export function monthsIn(text: string, locale: string): number[] {
  return [...new Set(monthPlaces(text, locale).map(({ month }) => month))];
}

/** Months with a figure near: a date. */
export function datedMonths(text: string, locale: string): number[] {
  const dated = monthPlaces(text, locale).filter(
    ({ start, end }) => /\p{Nd}/u.test(text.slice(Math.max(0, start - NEAR), start)) || /^\p{L}*\P{L}{0,3}\p{Nd}/u.test(text.slice(end)),
  );
  return [...new Set(dated.map(({ month }) => month))];
}

/** Characters between a day and its month: "3 de mayo", "3rd of May", "30 من سبتمبر". */
const NEAR = 8;

function monthPlaces(text: string, locale: string): { month: number; start: number; end: number }[] {
  const { pattern, numbers } = monthsOf(locale);
  if (numbers.size === 0) return [];
  return [...text.toLowerCase().matchAll(pattern)].map((match) => ({
    month: numbers.get(match[1] ?? '') ?? 0,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function monthsOf(locale: string): Months {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const numbers = new Map<string, number>();
  const formats = [{ month: 'long' }, { month: 'long', day: 'numeric' }].map(
    (options) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options } as Intl.DateTimeFormatOptions),
  );
  for (let month = 1; month <= 12; month++) {
    const date = new Date(Date.UTC(2024, month - 1, 15));
    for (const name of namesOf(date, formats)) if (!numbers.has(name)) numbers.set(name, month);
  }
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const { unspaced, numbers: own } = languageOf(locale);
  const front = unspaced ? '(?<!\\d)' : `(?<![\\p{L}\\p{M}])${own?.prefix ?? ''}`;
  // Inflected forms end otherwise (жовтня, жовтень; lokakuuta): the dictionary form's beginning is enough.
  const months = { pattern: new RegExp(`${front}(${names.join('|')})`, 'gu'), numbers };
  known.set(locale, months);
  return months;
}

/** Long names, alone and within a date, their stems, and abbreviations with a point. */
function namesOf(date: Date, formats: readonly Intl.DateTimeFormat[]): string[] {
  const names: string[] = [];
  for (const format of formats) {
    const long = format
      .formatToParts(date)
      .find((part) => part.type === 'month')
      ?.value.toLowerCase();
    if (long === undefined) continue;
    // A month that is a number (CJK) is a figure, not a name.
    if (/^\d+\P{L}?$/u.test(long) || /\d/.test(long)) continue;
    const letters = [...long];
    names.push(letters.length >= 6 ? letters.slice(0, -1).join('') : long);
  }
  // Any beginning of three or four letters with a point: `Sep.` and `Sept.`
  const [long] = names;
  if (long !== undefined) for (const length of [3, 4]) names.push(`${[...long].slice(0, length).join('')}.`);
  return names;
}
