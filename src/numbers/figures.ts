/** Figures in a text, each with the values that it may mean. */

import { languageOf } from '../languages/lookup.ts';
import { asciiDigits, fraction } from './digits.ts';
import { scalesOf } from './scales.ts';

export interface Figure {
  /** As the text writes it, with its scale word. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /**
   * Readings, the likeliest first: each is the values that it consists of (`10:15` is 10 and 15, `2.8bn` is 2.8e9,
   * `10.000` is ten thousand or ten). One of them is meant. One without values is no number at all.
   */
  readonly readings: readonly (readonly number[])[];
}

/**
 * Digits in groups: with point, comma, apostrophe or colon between, or with a space before each three. Spaces of a
 * telephone number are taken too; its groups are a reading of their own.
 */
const TOKEN = /\d+(?:[.,:'’٫٬]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*/g;
const AM_PM = /^[ \u00a0\u202f]?([ap])\.?[ \u00a0]?m\b/i;
const RANGE = /^[\s\p{L}]{0,6}$|^\s?[-–—~〜～/]\s?$/u;

/** Several checks ask for the figures of the same two texts, and the source's are asked for by each edition of an article. */
const recent = new Map<string, Figure[]>();
const MOST_RECENT = 500;

/**
 * @param locale chooses the scale words; a language without a table has none
 */
export function figures(text: string, locale: string): readonly Figure[] {
  if (!/[\p{Nd}½¼¾]/u.test(text)) return [];
  const key = `${locale} ${text}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const found = findFigures(text, locale);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(key, found);
  return found;
}

function findFigures(text: string, locale: string): Figure[] {
  const ascii = asciiDigits(text);
  const scales = scalesOf(locale);
  const { numbers: { noNumber, attached = false } = {}, unspaced = false } = languageOf(locale);
  const isJoined = attached || unspaced;
  const isNone = noNumber === undefined ? undefined : new RegExp(`^(?:${noNumber})$`);
  const found: (Figure & { readonly scale?: number })[] = [];
  for (const match of ascii.matchAll(TOKEN)) {
    const start = match.index;
    let end = start + match[0].length;
    let readings = isNone?.test(match[0]) ? [...read(match[0]), []] : read(match[0]);
    const half = fraction(ascii[end]);
    if (half !== undefined) {
      end++;
      readings = readings.map((reading) => reading.map((value) => value + Number(`0${half}`)));
    }
    const previous = found.at(-1);
    const scaled = scaleAfter(ascii, end, scales);
    // `4万5000`, `4만 5000`: what is left below a scale, where words and figures are written together.
    const isRest = isJoined && previous?.scale !== undefined && /^[ \u00a0]?$/.test(ascii.slice(previous.end, start));
    if (scaled === undefined && isRest && readings.every((reading) => reading.every((value) => value < (previous.scale ?? 0)))) {
      const sum = previous.readings.flatMap(([large]) =>
        readings.filter((one) => one.length === 1).map(([small]) => [(large ?? 0) + (small ?? 0)]),
      );
      found[found.length - 1] = { raw: text.slice(previous.start, end), start: previous.start, end, readings: sum };
      continue;
    }
    if (scaled === undefined) {
      readings = [...readings, ...clock(match[0], ascii.slice(end, end + 6)), ...decade(match[0], ascii.slice(end, end + 2))];
      readings = [...readings, ...shortYear(match[0], ascii[start - 1]), ...century(match[0], ascii.slice(end, end + 12))];
      if (previous !== undefined) readings = [...readings, ...secondYear(previous, match[0], ascii.slice(previous.end, start))];
      found.push({ raw: text.slice(start, end), start, end, readings });
      continue;
    }
    const product = readings.filter((reading) => reading.length === 1).map(([value]) => [times(value as number, scaled.factor)]);
    // `1億2,500万`, `2 crore 50 lakh`: a smaller scale right after a larger one is the same number.
    if (previous?.scale !== undefined && previous.scale > scaled.factor && /^\s?$/.test(ascii.slice(previous.end, start))) {
      const sum = previous.readings.flatMap(([large]) => product.map(([small]) => [(large ?? 0) + (small ?? 0)]));
      found[found.length - 1] = {
        ...previous,
        raw: text.slice(previous.start, scaled.end),
        end: scaled.end,
        readings: sum,
        scale: scaled.factor,
      };
      continue;
    }
    // `2 to 3 million`: the first may share the scale.
    if (previous !== undefined && previous.scale === undefined && RANGE.test(ascii.slice(previous.end, start))) {
      const shared = previous.readings.filter((reading) => reading.length === 1).map(([value]) => [times(value as number, scaled.factor)]);
      found[found.length - 1] = { ...previous, readings: [...previous.readings, ...shared] };
    }
    found.push({
      raw: text.slice(start, scaled.end),
      start,
      end: scaled.end,
      readings: scaled.doubtful ? [...readings, ...product] : product,
      scale: scaled.factor,
    });
  }
  return found;
}

/** The readings of digits and separators alone. */
function read(token: string): number[][] {
  const groups = token.split(/\D/);
  const separators = token.replace(/\d/g, '');
  const values = groups.map(Number);
  if (groups.length === 1) return [[Number(token)]];
  const last = separators.at(-1) as string;
  const head = separators.slice(0, -1);
  const same = [...separators].every((separator) => separator === last);
  // Thousands in threes, or in India's twos before the last three.
  const grouped = (parts: readonly string[]) =>
    (parts[0]?.length ?? 0) <= 3 &&
    parts.slice(1, -1).every((part) => part.length === 3 || part.length === 2) &&
    parts.at(-1)?.length === 3;
  const readings: number[][] = [];
  if (same && last !== ':' && grouped(groups)) readings.push([Number(groups.join(''))]);
  if (groups.length === 2 && (last === '.' || last === ',' || last === '٫')) readings.push([Number(groups.join('.'))]);
  if (!same && (last === '.' || last === ',' || last === '٫') && !head.includes(last) && grouped(groups.slice(0, -1)))
    readings.push([Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)]);
  // A time, a date, a score, a telephone number, a list without spaces.
  const isTime = groups.every((group) => group.length <= 2) && groups.at(-1)?.length === 2;
  if (readings.length === 0 || isTime || /\s/.test(separators)) readings.push(values);
  return readings;
}

/** A product without the noise of binary fractions: 2.8 × 10^9 is 2800000000. */
function times(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12));
}

const LETTERED = /^[\p{L}\p{M}]/u;

function scaleAfter(
  text: string,
  end: number,
  scales: ReturnType<typeof scalesOf>,
): { factor: number; end: number; doubtful: boolean } | undefined {
  let factor = 1;
  let doubtful = false;
  let at = end;
  // `20 thousand million`, `1 mil millones`.
  for (let chained = 0; chained < 2; chained++) {
    // "550多万" is somewhat more than 550万.
    const space = /^(?:[\s\u00a0-]|[多余餘来來几幾](?=.))?/u.exec(text.slice(at, at + 2))?.[0].length ?? 0;
    const rest = text.slice(at + space, at + space + 24);
    // Most figures have no word of letters behind them.
    const scale = LETTERED.test(rest) && scales.any.test(rest) ? scales.all.find(({ pattern }) => pattern.test(rest)) : undefined;
    // "1.1 million m³" is no million of millions.
    if (scale === undefined || (chained > 0 && scale.doubtful)) break;
    factor *= scale.factor;
    doubtful ||= scale.doubtful;
    at += space + (scale.pattern.exec(rest)?.[0].length ?? 0);
  }
  return factor === 1 ? undefined : { factor, end: at, doubtful };
}

/** Twelve hours more or less, and full hours without their minutes. */
function clock(token: string, after: string): number[][] {
  const half = AM_PM.test(after);
  const parts = token.split(/[.:]/).map(Number);
  const [hour = 0, minute] = parts;
  if (parts.length > 2 || hour > 24 || (minute !== undefined && minute > 59)) return [];
  if (!half && !token.includes(':') && minute !== 0) return [];
  const readings: number[][] = [];
  for (const other of [hour, hour - 12, hour + 12].filter((one) => one >= 0 && one <= 24)) {
    if (minute !== undefined) readings.push([other, minute]);
    if (minute === 30) readings.push([other, 0.5]);
    if (minute === undefined || minute === 0) readings.push([other]);
  }
  return readings;
}

/** `1930s` is the thirties of the 20th century, `2000s` may be the 21st century, `90s` the nineties of the last one. */
function decade(token: string, after: string): number[][] {
  const value = Number(token);
  if (!/^\d0$|^\d\d\d0$/.test(token) || !/^['’]?s$|^['’]?s\P{L}/u.test(after)) return [];
  if (value < 100) return [[1900 + value]];
  const century = Math.floor(value / 100) + 1;
  return value % 100 === 0 ? [[century]] : [[value % 100], [century, value % 100]];
}

/** The 19th century is the 1800s, as Scandinavians and Finns say it. */
function century(token: string, after: string): number[][] {
  return /^\d\d?$/.test(token) && /^(?:st|nd|rd|th)[\s-]centur/i.test(after) ? [[(Number(token) - 1) * 100]] : [];
}

/** `SS19`, `'19`: the year without its century. */
function shortYear(token: string, before: string | undefined): number[][] {
  return /^\d\d$/.test(token) && before !== undefined && /[\p{L}'’]/u.test(before) ? [[2000 + Number(token)], [1900 + Number(token)]] : [];
}

/** `1950-53` is 1953. */
function secondYear(first: Figure, token: string, between: string): number[][] {
  const year = first.readings[0]?.[0] ?? 0;
  if (!/^\s?[-–—/]\s?$/.test(between) || !/^\d\d$/.test(token) || year < 1000 || year > 2100) return [];
  return [[Math.floor(year / 100) * 100 + Number(token)]];
}
