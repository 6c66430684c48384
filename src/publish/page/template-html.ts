/** The `html` tag as a theme's module gets it: what would not be escaped, or what the policy of the pages does not run, is refused. */

import { type Html, type HtmlValue, html } from './html-tag.ts';

/** Where a value stands in its template. */
type Place = 'text' | 'quoted' | 'tag';

/** A template's strings are the same object at each call: each template is looked at once. */
const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

/**
 * @returns markup in which every value that is not markup is text
 * @throws TypeError for a value that is none of these, and for one at a place where text could become markup
 */
export function strictHtml(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const places = known.get(strings) ?? placesIn(strings);
  known.set(strings, places);
  for (const [index, value] of values.entries()) {
    const isText = !isPiece(value);
    if (isText && places[index] === 'tag')
      throw new TypeError(`a value stands in a tag without quotes around it: ${ending(strings[index])}\${...}`);
  }
  return html(strings, ...values);
}

/** Whether it is markup or nothing, or a list of such. */
function isPiece(value: unknown): boolean {
  if (value === false || value === null || value === undefined) return true;
  if (typeof value === 'string' || typeof value === 'number') return false;
  if (Array.isArray(value)) return value.map(isPiece).every(Boolean);
  if (typeof value === 'object' && 'markup' in value && typeof value.markup === 'string') return true;
  throw new TypeError(
    `a value is ${typeof value === 'object' ? 'an object' : `a ${typeof value}`}: text, a number, markup or false can be shown`,
  );
}

const ending = (text = '') => text.slice(-30).trimStart();

/** What is between tags, and the parts of a tag. Templates are written by hand: a comment or an element of raw text may not hold values. */
const PIECES =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/\1\s*>|<\/?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
const HOLE = '\ue0fe';

function placesIn(strings: TemplateStringsArray): Place[] {
  const whole = strings.join(HOLE);
  const places: Place[] = [];
  const holes = (text: string): number => text.split(HOLE).length - 1;
  const fill = (count: number, place: Place) => places.push(...Array.from({ length: count }, () => place));
  let at = 0;
  for (const match of whole.matchAll(PIECES)) {
    const [piece, raw] = match;
    fill(holes(whole.slice(at, match.index)), 'text');
    at = match.index + piece.length;
    if ((raw !== undefined || piece.startsWith('<!--')) && holes(piece) > 0)
      throw new TypeError(`a value stands in ${raw === undefined ? 'a comment' : `<${raw}>`}, where text is not escaped`);
    const refused =
      /\s(style|on[a-z]+)\s*=/i.exec(piece.replace(/"[^"]*"|'[^']*'/g, '""'))?.[1] ?? (raw === 'style' ? '<style>' : undefined);
    if (refused !== undefined) throw new TypeError(`the policy of the pages does not run ${refused}: rules go into the theme's style.css`);
    for (const part of piece.split(/("[^"]*"|'[^']*')/)) fill(holes(part), /^["']/.test(part) ? 'quoted' : 'tag');
  }
  const rest = whole.slice(at);
  if (/<[a-zA-Z/][^>]*$/.test(rest) || rest.includes('<!--')) throw new TypeError(`a tag is not closed: ${rest.slice(0, 40)}`);
  fill(holes(rest), 'text');
  return places;
}
