/** The signs before a list's items: what a person has made of them holds for an item that the author adds, which else began another list. */

import type { Item } from '../markdown/layout.ts';
import type { LinePlace } from './places.ts';

/** A sign with what is before it: `-`, or the `)` of `12)`. */
const SIGN = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))(?=[ \t]|$)/;

interface Files {
  /** Items of the edition's file, and of the source. */
  readonly own: readonly Item[];
  readonly items: readonly Item[];
  readonly file: string;
  readonly source: string;
}

/** @returns the sign that a fresh item of a list gets; undefined where it has the right one */
export function listSigns(places: readonly LinePlace[], { own, items, file, source }: Files): (place: LinePlace) => string | undefined {
  const signOf = (text: string, item: Item | undefined) => {
    const [, , bullet, , stop] = SIGN.exec(text.slice(item?.start, item?.end)) ?? [];
    return item?.content === undefined ? undefined : (bullet ?? stop);
  };
  /** The nearest of the list's items that is as the file has it. */
  const nearest = (others: readonly LinePlace[], item: Item): LinePlace | undefined => {
    for (const other of others) {
      const now = other.now === undefined ? undefined : items[other.now];
      if (now === undefined || now.within?.item !== item.within?.item) continue;
      if (now.content === undefined || now.indent !== item.indent) return undefined;
      if (other.there !== undefined && other.isFresh !== true) return other;
    }
    return undefined;
  };
  return (place) => {
    const item = place.isFresh === true && place.now !== undefined ? items[place.now] : undefined;
    const sign = item === undefined ? undefined : signOf(source, item);
    if (item === undefined || sign === undefined) return undefined;
    const at = places.indexOf(place);
    const beside = nearest(places.slice(0, at).toReversed(), item) ?? nearest(places.slice(at + 1), item);
    const wanted = beside?.there === undefined ? undefined : signOf(file, own[beside.there]);
    const was = beside?.now === undefined ? undefined : signOf(source, items[beside.now]);
    const isOneKind = wanted !== undefined && '.)'.includes(wanted) === '.)'.includes(sign);
    return was === sign && isOneKind && wanted !== sign ? wanted : undefined;
  };
}

/** A list item's lines with another sign. */
export function withSign(lines: string, sign: string | undefined): string {
  return sign === undefined
    ? lines
    : lines.replace(SIGN, (_, before: string, __, digits: string | undefined) => `${before}${digits ?? ''}${sign}`);
}
