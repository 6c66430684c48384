/** Numbers of two texts compared as values, whatever script, grouping, scale, clock or measure they are written in. */

import { type Figure, figures } from './numbers/figures.ts';
import { conversionsBetween } from './numbers/measures.ts';
import { knowsScales } from './numbers/scales.ts';
import { isSpelled } from './numbers/spelled.ts';

export interface NumberDifference {
  /** Figures of the source that the target has neither in figures nor in words. */
  readonly missing: readonly Figure[];
  /** Figures of the target that the source does not account for. */
  readonly extra: readonly Figure[];
}

/**
 * @param from the source's locale
 * @param to the target's locale
 */
export function compareNumbers(source: string, target: string, from: string, to: string): NumberDifference {
  const left = figures(source, from);
  const right = figures(target, to);
  if (left.length === 0 && right.length === 0) return { missing: [], extra: [] };
  return { missing: unaccounted(left, right, source, target, from, to), extra: unaccounted(right, left, target, source, to, from) };
}

/** The figures that the other text does not say. */
function unaccounted(
  own: readonly Figure[],
  others: readonly Figure[],
  text: string,
  otherText: string,
  locale: string,
  otherLocale: string,
): Figure[] {
  const there = new Set(others.flatMap((figure) => figure.readings.flat()));
  const rest = own.filter(
    (figure) => !figure.readings.some((reading) => reading.every((value) => there.has(value))) && !isCopied(figure, text, otherText),
  );
  if (rest.length === 0) return [];
  // One is said by an article or the singular; a hundred per cent by "wholly", "no doubt".
  // Where a language's words for a thousand and a million are not known, a figure may be so many times another.
  const unscaled = !knowsScales(locale) || !knowsScales(otherLocale);
  const isScaled = (value: number) => unscaled && SCALES.some((scale) => there.has(value / scale) || there.has(value * scale));
  const isInWords = (value: number) => rest.length <= MOST_SPELLED && isSpelled(value, otherText, otherLocale);
  const said = (value: number) => value === 1 || there.has(value) || isScaled(value) || isInWords(value);
  const unsaid = rest.filter((figure) => !figure.readings.some((reading) => reading.every(said)) && !isWhole(figure, text));
  if (unsaid.length === 0) return [];
  // Either side may hold the measure that was converted: "385 miles", "a mile" or "two feet" here or there.
  const theirs = conversionsBetween(otherText, text);
  const ours = conversionsBetween(text, otherText);
  if (theirs === undefined && ours === undefined) return unsaid;
  const values = [...singles(others), ...COUNTS.filter((count) => isSpelled(count, otherText, otherLocale))];
  return unsaid.filter((figure) => {
    const own = singles([figure]);
    return !own.some((value) => theirs?.accepts(values, value)) && !values.some((value) => ours?.accepts(own, value));
  });
}

/** No sentence spells out more; a pattern for each of ten thousand figures takes seconds to make. */
const MOST_SPELLED = 300;

const SCALES = [1e3, 1e6, 1e9, 1e12];

/** Whether a figure, with the letters and signs that touch it, is in the other text letter by letter: `4K`, `$1.5bn`, `180°`. */
function isCopied({ start, end }: Figure, text: string, otherText: string): boolean {
  let [from, to] = [start, end];
  while (from > 0 && TOUCHES.test(text[from - 1] as string)) from--;
  while (to < text.length && TOUCHES.test(text[to] as string)) to++;
  const copy = text.slice(from, to);
  for (let at = otherText.indexOf(copy); at >= 0; at = otherText.indexOf(copy, at + 1))
    if (!/[\p{Nd}.,]$/u.test(otherText.slice(0, at)) && !/^(?:\p{Nd}|[.,]\p{Nd})/u.test(otherText.slice(at + copy.length))) return true;
  return false;
}

const TOUCHES = /[\p{L}\p{Nd}\p{Sc}°%]/u;

/** Words that measures are counted in, when they are not counted in figures. */
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100];

/** The readings that are one value. */
function singles(of: readonly Figure[]): number[] {
  return of.flatMap((figure) => figure.readings.filter((reading) => reading.length === 1).map(([value]) => value as number));
}

/** Per cent, as it follows a figure in the languages of either side. */
const PER_CENT = /^\s?(?:%|٪|％|per ?cent|p\.? ?c|por cien|pour cent|prozent|procent|відсот|процент|в[іи]дс|yüzde)/iu;

function isWhole(figure: Figure, text: string): boolean {
  return figure.readings[0]?.[0] === 100 && PER_CENT.test(text.slice(figure.end, figure.end + 12));
}
