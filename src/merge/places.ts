/** The places of an edition's file as it will be, and what the lines in them are indented by. */

import type { Item } from '../markdown/layout.ts';
import { unindented } from '../markdown/plain-lines.ts';

/** An item of the file as it will be: the file's own, the source's, or both. */
export interface LinePlace {
  readonly there?: number;
  readonly now?: number;
  /** Whether its lines are the source's, with the words of the edition. */
  readonly isFresh?: boolean;
}

/**
 * How many columns the lines of each place are off where they were: in a list, an edition and its source may indent the same by other
 * widths, and lines of the one go below an item of the other. What was below no item, or below one further out, stays so.
 */
export function shifts(
  places: readonly LinePlace[],
  { own, items }: { readonly own: readonly Item[]; readonly items: readonly Item[] },
): Map<LinePlace, number> {
  const placeNow = new Map(places.map((place) => [place.now, place]));
  const placeThere = new Map(places.map((place) => [place.there, place]));
  const holderNow = ({ within }: Item) => (within === undefined ? undefined : placeNow.get(within.item));
  const holderThere = ({ within }: Item) =>
    within === undefined ? undefined : placeThere.get(own.findIndex(({ start, end }) => start <= within.start && within.start <= end));
  const found = new Map<LinePlace, number>();
  const contents = new Map<LinePlace, number>();
  let open: LinePlace[] = [];
  for (const place of places) {
    const now = place.now === undefined ? undefined : items[place.now];
    const there = place.there === undefined ? undefined : own[place.there];
    const item = (place.isFresh ? now : there) as Item;
    // The same bytes may be below another item now: its marker is wider.
    const isAuthors = now !== undefined && (place.isFresh || (there?.sum === now.sum && holderNow(now) !== holderThere(there)));
    const nested = isAuthors ? now : item;
    const holder = isAuthors ? holderNow(now) : holderThere(item);
    const base = holder === undefined ? undefined : contents.get(holder);
    const isKnown = nested.within === undefined || base !== undefined;
    const left = (nested.indent ?? 0) - (nested.within?.column ?? 0);
    const isBelow = (indent: number) => (other: LinePlace) => (contents.get(other) ?? 0) <= indent;
    let indent = isKnown && nested.indent !== undefined ? (base ?? 0) + left : (item.indent ?? 0);
    if (isKnown && left > 0 && left < 4 && open.findLast(isBelow(indent)) !== holder) indent -= left;
    open = open.filter(isBelow(indent));
    const shift = item.indent === undefined ? 0 : indent - item.indent;
    if (item.content !== undefined) {
      contents.set(place, item.content + shift);
      open.push(place);
    }
    found.set(place, shift);
  }
  return found;
}

export function shifted(text: string, columns: number): string {
  if (columns === 0) return text;
  return text.replace(/^.*\S.*$/gm, (line) => (columns > 0 ? ' '.repeat(columns) + line : unindented(line, -columns)));
}
