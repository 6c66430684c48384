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
 * How many columns the lines of a place are off where they were: in a list, an edition and its source may indent the same by other
 * widths, and lines of the one go below an item of the other.
 */
export function shifts(
  places: readonly LinePlace[],
  { own, items }: { readonly own: readonly Item[]; readonly items: readonly Item[] },
): (place: LinePlace) => number {
  const placeNow = new Map(places.map((place) => [place.now, place]));
  const placeThere = new Map(places.map((place) => [place.there, place]));
  const itemOf = ({ isFresh, there, now }: LinePlace) => (isFresh ? items[now as number] : own[there as number]);
  const shiftOf = (place: LinePlace): number => {
    const within = itemOf(place)?.within;
    if (within === undefined) return 0;
    const holder = place.isFresh
      ? placeNow.get(within.item)
      : placeThere.get(own.findIndex((item) => item.start <= within.start && within.start <= item.end));
    const content = holder === undefined ? undefined : itemOf(holder)?.content;
    return holder === undefined || content === undefined ? 0 : content + shiftOf(holder) - within.column;
  };
  return shiftOf;
}

export function shifted(text: string, columns: number): string {
  if (columns === 0) return text;
  return text.replace(/^.*\S.*$/gm, (line) => (columns > 0 ? ' '.repeat(columns) + line : unindented(line, -columns)));
}
