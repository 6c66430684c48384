/** An edition's file is cut into sentences where its record knows that one ends, whatever rules say of the language. */

import type { Text } from '../article.ts';
import type { Cut } from '../runs/segments.ts';
import { words } from '../text.ts';
import type { EditionRecord } from './record.ts';
import { shownText } from './shown-text.ts';

/** A shorter text may be within a sentence by chance. */
const LONG = 10;
const END = /[.!?…。．！？؟۔।։]["'”’»）)\]」』]*$/u;

/** @returns the rules of a language with what a record knows */
export function cutAsRecorded({ blocks }: EditionRecord): (cut: Cut) => Cut {
  const known = new Set(blocks.flatMap(({ segments }) => segments.map((segment) => spaceless(words(shownText(segment))))));
  const longest = [...known].filter((text) => text.length >= LONG).sort((a, b) => b.length - a.length);
  const split = (piece: Text): readonly Text[] => {
    const said = spaceless(words(piece));
    if (known.has(said)) return [piece];
    const ends = wholly(said, known) ?? partly(said, longest);
    return ends.length === 0 ? [piece] : splitAt(piece, ends);
  };
  return (cut) => (text, locale) => cut(text, locale).flatMap(split);
}

/** The ends of the known texts that a piece is made of; undefined where it holds anything else. */
function wholly(said: string, known: ReadonlySet<string>): number[] | undefined {
  const lengths = [...new Set([...known].map((text) => text.length))].filter((length) => length > 0).sort((a, b) => b - a);
  const ends: number[] = [];
  let at = 0;
  while (at < said.length) {
    const length = lengths.find((one) => at + one <= said.length && known.has(said.slice(at, at + one)));
    if (length === undefined) return undefined;
    at += length;
    ends.push(at);
  }
  return ends.slice(0, -1);
}

/** The beginnings and ends of known sentences in a piece whose rest a person has changed. */
function partly(said: string, known: readonly string[]): number[] {
  const spans: [number, number][] = [];
  for (const text of known) {
    const start = text.length < said.length ? said.indexOf(text) : -1;
    const end = start + text.length;
    if (start < 0 || spans.some(([from, to]) => start < to && from < end)) continue;
    const begins = start === 0 || END.test(said.slice(0, start)) || spans.some(([, to]) => to === start);
    if (begins && (end === said.length || END.test(text))) spans.push([start, end]);
  }
  const ends = new Set(spans.flat());
  ends.delete(0);
  ends.delete(said.length);
  return [...ends].sort((a, b) => a - b);
}

/** @param ends in characters that are no white space, rising */
function splitAt(piece: Text, ends: readonly number[]): Text[] {
  const parts: Text[] = [];
  let part: Text = [];
  let count = 0;
  let next = 0;
  for (const one of piece) {
    if (typeof one !== 'string') {
      part = [...part, one];
      continue;
    }
    let from = 0;
    for (let at = 0; at < one.length; at++) {
      if (/\s/.test(one[at] as string)) continue;
      count++;
      if (count !== ends[next]) continue;
      parts.push([...part, one.slice(from, at + 1)]);
      part = [];
      from = at + 1;
      next++;
    }
    part = [...part, one.slice(from)];
  }
  return [...parts, part];
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '');
}
