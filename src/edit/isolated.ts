/** Values within the page's own sentences: names, addresses, texts of an edition, messages of a program. */

/** Letters that are written from the right. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/**
 * Each value that may be written the other way keeps its own direction, and the sentence around it keeps its own: between U+2068 and U+2069
 * (UAX #9, first strong isolate).
 * @param direction of the sentence
 */
export function isolated<Values extends Readonly<Record<string, unknown>>>(values: Values, direction: string): Values {
  const other = direction === 'rtl' ? LETTER : FROM_RIGHT;
  const inIsolation = (value: unknown) => (typeof value === 'string' && other.test(value) ? `\u2068${value}\u2069` : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inIsolation(value)])) as Values;
}
