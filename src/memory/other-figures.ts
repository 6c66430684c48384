/** A remembered sentence said again with other figures. */

import type { Text } from '../article.ts';
import { memoryKey } from '../text/white-space.ts';

/**
 * A figure by itself: grouped or not, with a fraction or not. One that is part of a word is not ("G7", "5th", "COVID-19"), nor
 * one that a suffix is bound to, whose form follows the figure's spoken form ("5'te", "5-го", "5:ssa").
 */
const FIGURE =
  /(?<![\p{L}\p{M}\p{Nd}]|[\p{L}\p{M}\p{Nd}][.,:'’-])\p{Nd}+(?:[.,'’\u00a0\u202f\u2009]\p{Nd}+|(?<=(?<!\p{Nd})\p{Nd}{1,3}) \p{Nd}{3}(?!\p{Nd}))*(?![\p{L}\p{M}\p{Nd}]|[-'’:][\p{L}])/gu;

/**
 * The target with the new figures, where the two sources are the same sentence but for its figures and each changed one
 * can be found in the target; else undefined.
 * The figure's form stays the target's (grouping, decimals), and the plural form that it asks for must be the same
 * (CLDR plural rules), as must be what it makes of a word before it (l'11, el 12).
 */
export function withNumbers(was: Text, now: Text, target: Text, from: string, to: string): Text | undefined {
  const [before, after] = [figuresOf(was), figuresOf(now)];
  if (before.length !== after.length || before.length === 0 || withoutNumbers(was) !== withoutNumbers(now)) return undefined;
  const changes = new Map<number, number>();
  for (const [at, old] of before.entries()) {
    const [value, next] = [figureValue(old, from), figureValue(after[at] as string, from)];
    if (value === undefined || next === undefined || (changes.has(value) && changes.get(value) !== next)) return undefined;
    changes.set(value, next);
  }
  const plural = new Intl.PluralRules(to);
  for (const [old, next] of changes) {
    const count = (figures: readonly string[], locale: string) => figures.filter((figure) => figureValue(figure, locale) === old).length;
    if (old === next) continue;
    if (count(figuresOf(target), to) !== count(before, from)) return undefined;
    if (plural.select(old) !== plural.select(next) || changesWords(old, next, to)) return undefined;
  }
  return target.map((piece) =>
    typeof piece === 'string'
      ? piece.replace(FIGURE, (figure) => {
          const value = figureValue(figure, to);
          const next = value === undefined ? undefined : changes.get(value);
          return next === undefined || next === value ? figure : inFormOf(figure, next, after, from, to);
        })
      : piece,
  );
}

function figuresOf(text: Text): string[] {
  return text.flatMap((piece) => (typeof piece === 'string' ? (piece.match(FIGURE) ?? []) : []));
}

/** The text without its figures, equal for two sentences that differ in nothing else; undefined where it holds none. */
export function withoutNumbers(text: Text): string | undefined {
  let isFound = false;
  const without = text.map((piece) =>
    typeof piece === 'string'
      ? piece.replace(FIGURE, () => {
          isFound = true;
          return '\u0000';
        })
      : piece,
  );
  return isFound ? memoryKey(without) : undefined;
}

/** To ask the platform for one takes a hundred times as long as the comparison of two figures. */
const decimals = new Map<string, string>();

function decimalOf(locale: string): string {
  const known = decimals.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '';
  decimals.set(locale, decimal);
  return decimal;
}

/** The value of a figure that a locale writes in ASCII digits; undefined where its signs make no number. */
function figureValue(figure: string, locale: string): number | undefined {
  const [whole = '', fraction, ...rest] = figure.split(decimalOf(locale));
  const groups = whole.split(/[^0-9]/);
  if (rest.length > 0 || !/^[0-9]*$/.test(fraction ?? '') || groups.slice(1).some((group) => group.length !== 3)) return undefined;
  return Number(`${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`);
}

/** Plain digits stay plain (a year, a house number); what is grouped or has decimals is written as the locale does. */
function inFormOf(figure: string, value: number, after: readonly string[], from: string, to: string): string {
  const written = after.find((one) => figureValue(one, from) === value) ?? String(value);
  if (/^[0-9]+$/.test(figure) && /^[0-9]+$/.test(written)) return written;
  const decimals = written.split(decimalOf(from))[1]?.length ?? 0;
  const text = new Intl.NumberFormat(to, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'min2' }).format(
    value,
  );
  const space = /[\u00a0\u202f\u2009 ]/.exec(figure)?.[0];
  return space === undefined ? text : text.replace(/[\u00a0\u202f\u2009 ]/g, space);
}

/** Languages in which a word before a figure is elided or changed by the sound that the figure begins with (l'11, l'8, u 8). */
const SOUND: { readonly [language: string]: RegExp } = {
  ca: /^(1|11|11\d{3})$/,
  it: /^(8\d*|11|11\d{3})$/,
  es: /^(8\d*|11|11\d{3})$/,
  fr: /^(1)$/,
};

function changesWords(old: number, next: number, locale: string): boolean {
  const sound = SOUND[new Intl.Locale(locale).language];
  return sound !== undefined && sound.test(String(old)) !== sound.test(String(next));
}
