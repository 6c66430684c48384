/** Shares in hundredths: `4.5%`, which a translation that keeps the figure says is one too. */

import { languageOf } from '../languages/lookup.ts';
import { figures } from './figures.ts';

const SIGN = /[%％٪‰]/u;
const SIGN_BEHIND = /^\s?[%％٪‰]/u;

/** Letters of CLDR's word that its forms share. */
const STEM = 5;

const known = new Map<string, RegExp | undefined>();

/** What a language has for the sign in words: its own list, and CLDR's word, cut where its endings begin. */
function wordsOf(locale: string): RegExp | undefined {
  if (known.has(locale)) return known.get(locale);
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', unitDisplay: 'long' }).format(5);
  const [longest] = (text.match(/[\p{L}\p{M}]{2,}/gu) ?? []).toSorted((a, b) => b.length - a.length);
  const { percent } = languageOf(locale).numbers ?? {};
  // A short word of a phrase, such as the first one of `pour cent`, says nothing by itself.
  const cldr = longest !== undefined && longest.length > STEM ? longest.slice(0, STEM) : percent === undefined ? longest : undefined;
  const all = [percent, cldr].filter((one) => one !== undefined);
  const words = all.length === 0 ? undefined : new RegExp(all.join('|').replaceAll(' ?', '[ \\u00a0-]?'), 'iu');
  known.set(locale, words);
  return words;
}

/**
 * Figures that are shares in the source, and stand in the target where nothing says that they are.
 * @returns as the source has them
 */
export function lostPercents(source: string, target: string, from: string, to: string): string[] {
  if (!SIGN.test(source) || SIGN.test(target) || wordsOf(to)?.test(target) === true) return [];
  const there = new Set(figures(target, to).flatMap(({ readings }) => readings.flat()));
  return figures(source, from)
    .filter(({ end, readings }) => SIGN_BEHIND.test(source.slice(end)) && readings.some((one) => one.every((value) => there.has(value))))
    .map(({ raw }) => raw);
}
