/** Numbers of two texts compared as values, whatever script, grouping, scale, clock or measure they are written in. */

import { type Figure, figures } from './numbers/figures.ts';
import { conversions } from './numbers/measures.ts';
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
  return { missing: unaccounted(left, right, source, target, to), extra: unaccounted(right, left, target, source, from) };
}

/** The figures that the other text does not say. */
function unaccounted(own: readonly Figure[], others: readonly Figure[], text: string, otherText: string, otherLocale: string): Figure[] {
  const there = new Set(others.flatMap((figure) => figure.readings.flat()));
  const rest = own.filter((figure) => !figure.readings.some((reading) => reading.every((value) => there.has(value))));
  if (rest.length === 0) return [];
  const said = (value: number) => there.has(value) || isSpelled(value, otherText, otherLocale);
  const values = (of: readonly Figure[]) =>
    of.flatMap((figure) => figure.readings.filter((reading) => reading.length === 1).map(([value]) => value as number));
  // Either side may hold the measure that was converted.
  const converted = conversions(values(others), otherText);
  const convertible = conversions(values(rest), text);
  return rest.filter(
    (figure) =>
      !figure.readings.some((reading) => reading.every(said)) &&
      !figure.readings.some((reading) => reading.length === 1 && converted(reading[0] as number)) &&
      !values(others).some(convertible),
  );
}
