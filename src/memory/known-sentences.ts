/** An edition's file is cut into sentences where its record knows that one ends, whatever rules say of the language. */

import type { Mark, Text } from '../article.ts';
import type { Cut } from '../runs/segments.ts';
import { words } from '../text.ts';
import { likeness } from './likeness.ts';
import type { EditionRecord } from './record.ts';
import { shownText } from './shown-text.ts';

/** A shorter text may be within a sentence by chance. */
const LONG = 10;
/** So much of a sentence's beginning is known by itself. */
const HEAD = 20;
const END = /[.!?…。．！？؟۔।։]["'”’»）)\]」』]*$/u;

/** Where a person has joined two sentences, the other one is as like its neighbour as this, or it is not one. */
const ALIKE = 0.5;

interface Known {
  /** As `spaceless` has it. */
  readonly text: string;
  /** The words of its neighbours in the record. */
  readonly before: string[];
  readonly after: string[];
}

/** @returns the rules of a language with what a record knows */
export function cutAsRecorded({ blocks }: EditionRecord): (cut: Cut) => Cut {
  return cutAsKnown(blocks.flatMap(({ segments }) => segments.map((segment) => words(shownText(segment)))));
}

/** @param said sentences that are known, in their order */
export function cutAsKnown(said: readonly string[]): (cut: Cut) => Cut {
  const known = new Map<string, Known>();
  for (const [at, sentence] of said.entries()) {
    const text = spaceless(sentence);
    const one = known.get(text) ?? { text, before: [], after: [] };
    one.before.push(...said.slice(Math.max(0, at - 1), at));
    one.after.push(...said.slice(at + 1, at + 2));
    known.set(text, one);
  }
  const longest = [...known.values()].filter(({ text }) => text.length >= LONG).sort((a, b) => b.text.length - a.text.length);
  const split = (piece: Text): readonly Text[] => {
    const all = words(piece);
    const said = spaceless(all);
    if (known.has(said)) return [piece];
    const ends = wholly(said, known) ?? partly(said, longest, (from, to) => withSpace(all, from, to));
    return ends.length === 0 ? [piece] : splitAt(piece, ends);
  };
  return (cut) => (text, locale) => cut(text, locale).flatMap(split);
}

/** A part of a text by places in it as `spaceless` has it. */
function withSpace(text: string, from: number, to: number): string {
  let [count, start] = [0, text.length];
  for (const { index, 0: character } of text.matchAll(CHARACTER)) {
    if (count >= from && start === text.length) start = index;
    if (count >= to) return text.slice(start, index);
    count += spaceless(character).length;
  }
  return text.slice(start);
}

/** The ends of the known texts that a piece is made of; undefined where it holds anything else. */
function wholly(said: string, known: ReadonlyMap<string, unknown>): number[] | undefined {
  const lengths = [...new Set([...known.keys()].map((text) => text.length))].filter((length) => length > 0).sort((a, b) => b - a);
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

/**
 * The beginnings and ends of known sentences in a piece whose rest a person has changed: between signs that end a sentence, or beside
 * what is like the sentence that they are beside in the record.
 */
function partly(said: string, known: readonly Known[], part: (from: number, to: number) => string): number[] {
  const spans: [number, number][] = [];
  const isLike = (texts: readonly string[], text: string) => texts.some((one) => likeness(one, text.trim()) >= ALIKE);
  for (const { text, before, after } of known) {
    const start = text.length < said.length ? said.indexOf(text) : -1;
    const end = start + text.length;
    if (start < 0 || spans.some(([from, to]) => start < to && from < end)) continue;
    const from = Math.max(0, ...spans.map(([, to]) => to).filter((to) => to <= start));
    const to = Math.min(said.length, ...spans.map(([first]) => first).filter((first) => first >= end));
    const begins = start === from || END.test(said.slice(0, start)) || isLike(before, part(from, start));
    if (begins && (end === to || END.test(text) || isLike(after, part(end, to)))) spans.push([start, end]);
  }
  // The first part of a known sentence ends the piece: its rest is in the next one.
  for (const { text } of known) {
    const start = text.length < HEAD ? -1 : said.indexOf(text.slice(0, HEAD));
    if (start > 0 && !spans.some(([, to]) => start < to) && END.test(said.slice(0, start)) && text.startsWith(said.slice(start)))
      spans.push([start, said.length]);
  }
  const ends = new Set(spans.flat());
  ends.delete(0);
  ends.delete(said.length);
  return [...ends].sort((a, b) => a - b);
}

/** @param ends in characters of `spaceless`, rising */
function splitAt(piece: Text, ends: readonly number[]): Text[] {
  const parts: Text[] = [];
  let part: (string | Mark)[] = [];
  let count = 0;
  let next = 0;
  for (const one of piece) {
    if (typeof one !== 'string') {
      // What follows an end without a space, as a footnote's number does, is of the sentence that ends.
      const last = parts.at(-1);
      if (last !== undefined && one.role !== 'open' && words(part) === '') parts[parts.length - 1] = [...last, ...part.splice(0), one];
      else part.push(one);
      continue;
    }
    let from = 0;
    for (const { index, 0: character } of one.matchAll(CHARACTER)) {
      const length = spaceless(character).length;
      count += length;
      if (length === 0 || count !== ends[next]) continue;
      const end = index + character.length;
      parts.push([...part, one.slice(from, end)]);
      part = [];
      from = end;
      next++;
    }
    part.push(one.slice(from));
  }
  return [...parts, part];
}

/** A character with the accents that are written after it. */
const CHARACTER = /[\s\S]\p{M}*/gu;

/** A key of a text, the same for every normal form of it: without white space and accents. */
function spaceless(text: string): string {
  return text.normalize('NFD').replace(/[\s\p{M}]+/gu, '');
}
