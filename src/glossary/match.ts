/** Terms found in a source text: whole words, longest first, plural and possessive or inflected as the language does. */

import { edgesFit, NO_EDGES } from './edges.ts';
import { inflectionOf, type TermLanguage } from './inflection.ts';
import { type LetterTree, letterTree, termsAt } from './letter-tree.ts';
import { BEGIN, endOf, isAcronym, type PatternWord, pattern, procliticLengths, step, type Way } from './pattern.ts';
import type { Term } from './term.ts';
import { insideLatin, kindOf } from './uses.ts';
import { type Branches, noBranches, nodesFor, plant } from './word-tree.ts';
import { lowerWord, type Word, wordsOf } from './words.ts';

/** What `findTerms` needs of a term. */
export type SourceTerm = Pick<Term, 'source'> & Partial<Term>;

export interface TermMatch<T extends SourceTerm = Term> {
  readonly term: T;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Inside a longer term, or overlapped by one: `Trump` in `Donald Trump`. */
  readonly covered: boolean;
}

/** A term, and its place in the glossary. */
type Sought<T> = { readonly term: T; readonly order: number };

interface Index<T> {
  /** By the beginning of the first word. */
  readonly byStart: ReadonlyMap<string, Branches<Sought<T>>>;
  /** For scripts without spaces, and for terms of signs alone. */
  readonly byLetters: LetterTree<Sought<T>>;
}

const indexes = new WeakMap<readonly SourceTerm[], Map<string, Index<SourceTerm>>>();

/** Letters of a first word's beginning by which terms are looked up where words have many forms. */
const KEY = 4;
/** Shorter words may change within their first letters (рік, року): they are looked up by each of their forms. */
const SHORT = 7;

/**
 * Every place of every term, in order of appearance, the longer first where two begin together.
 * @param text plain words
 * @param locale of the text
 * @param terms the index over them is kept as long as the array is
 */
export function findTerms<T extends SourceTerm>(text: string, locale: string, terms: readonly T[]): TermMatch<T>[] {
  const index = indexOf(terms, locale);
  const found = inflectionOf(locale).unspaced ? [] : byWords(fold(text, locale), locale, index);
  byLetters(text, index, found);
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  return cover(found, text);
}

type Hit<T> = Sought<T> & { readonly start: number; readonly end: number };

function byWords<T>(text: string, locale: string, index: Index<T>): Hit<T>[] {
  const words = wordsOf(text, locale);
  const shouting = !/\p{Ll}/u.test(text);
  const language = inflectionOf(locale);
  const whole = language.fewForms === true;
  const found: Hit<T>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { lower } = words[at] as Word;
    const keys = new Set([key(lower, whole)]);
    if (language.proclitics !== undefined)
      for (const length of procliticLengths(lower, language)) keys.add(key(lower.slice(length), whole));
    for (const one of keys) {
      const branches = index.byStart.get(one);
      if (branches !== undefined) wordsFrom(words, at, branches, shouting, language, found);
    }
  }
  return found;
}

/** The terms whose first word is at a place. */
function wordsFrom<T>(
  words: readonly Word[],
  first: number,
  root: Branches<Sought<T>>,
  shouting: boolean,
  language: TermLanguage,
  found: Hit<T>[],
): void {
  let ways: [Branches<Sought<T>>, Way][] = [[root, BEGIN]];
  for (let at = first; ways.length > 0; at += 1) {
    const word = words[at];
    if (word === undefined) return;
    const further: typeof ways = [];
    for (const [branches, way] of ways)
      for (const { pattern, index, ends, next } of nodesFor(branches, word, language)) {
        if (!shouting && !caseFits(word, pattern.words[index] as PatternWord)) continue;
        const gone = step(words, first, pattern, index, way);
        if (gone === undefined) continue;
        for (const [whole, sought] of ends) {
          const place = endOf(words, first, whole, gone);
          if (place !== undefined) found.push({ ...sought, start: place.start, end: place.end });
        }
        if (next.nodes.size > 0) further.push([next, gone]);
      }
    ways = further;
  }
}

/** `us` is not `US`: a small word does not match capitals, unless the whole text is set in them. */
const caseFits = ({ text }: Word, part: PatternWord) => part.text !== part.text.toLowerCase() || !isAcronym(text) || text.length > 4;

function byLetters<T>(text: string, index: Index<T>, found: Hit<T>[]): void {
  if (index.byLetters.list.length === 0 && index.byLetters.next === undefined) return;
  for (let at = 0; at < text.length; at += 1) {
    for (const [source, sought] of termsAt(index.byLetters, text, at)) {
      const end = at + source.length;
      if (!insideLatin(text, at, end) && edgesFit(text, at, end, NO_EDGES)) found.push({ ...sought, start: at, end });
    }
  }
}

/**
 * Hits in order of start, longest first, to matches: what lies in or over a longer one is covered. Those that are kept lie beside each
 * other, and are taken longest first: one that overlaps the next has its first or its last character.
 */
function cover<T extends SourceTerm>(hits: readonly Hit<T>[], text: string): TermMatch<T>[] {
  const kept: Hit<T>[] = [];
  /** By each of their characters, its place in the list, from 1. */
  const keptAt = new Uint32Array(text.length);
  const gives = (hit: Hit<T>, at: number) => {
    const other = kept[(keptAt[at] ?? 0) - 1];
    return other !== undefined && !(hit.start === other.start && hit.end === other.end);
  };
  const byLength = new Map<number, Hit<T>[]>();
  for (const hit of hits) add(byLength, hit.end - hit.start, hit);
  for (const length of [...byLength.keys()].sort((a, b) => b - a))
    for (const hit of byLength.get(length) ?? []) {
      if (gives(hit, hit.start) || gives(hit, hit.end - 1)) continue;
      kept.push(hit);
      keptAt.fill(kept.length, hit.start, hit.end);
    }
  const open = new Set(kept);
  return hits.map((hit) => ({
    term: hit.term,
    start: hit.start,
    end: hit.end,
    surface: text.slice(hit.start, hit.end),
    covered: !open.has(hit),
  }));
}

function indexOf<T extends SourceTerm>(terms: readonly T[], locale: string): Index<T> {
  const cached = indexes.get(terms)?.get(locale);
  if (cached !== undefined) return cached as Index<T>;
  const index = makeIndex(terms, locale);
  const byLocale = indexes.get(terms) ?? new Map<string, Index<SourceTerm>>();
  indexes.set(terms, byLocale.set(locale, index as unknown as Index<SourceTerm>));
  return index;
}

function makeIndex<T extends SourceTerm>(terms: readonly T[], locale: string): Index<T> {
  const language = inflectionOf(locale);
  const all = noBranches<Sought<T>>();
  const byStart = new Map<string, Branches<Sought<T>>>();
  const byLetters: (readonly [string, Sought<T>])[] = [];
  const whole = language.fewForms === true;
  for (const [order, term] of terms.entries()) {
    const made = pattern(fold(term.source, locale), language, {
      kind: kindOf({ target: term.source, ...(term.kind !== undefined && { kind: term.kind }) }, locale),
      changes: term.indeclinable !== true || language.fewForms === true,
      capitals: (term.case ?? (/\p{Lu}/u.test(term.source) ? 'exact' : 'any')) === 'exact',
    });
    const first = made.words[0];
    if (language.unspaced || first === undefined) {
      byLetters.push([term.source, { term, order }]);
      continue;
    }
    const node = plant(all, made, { term, order });
    const lower = lowerWord(first.text, locale);
    const keys = new Set([key(lower, whole)]);
    if (whole || lower.length <= SHORT) for (const form of node.pattern.words[0]?.forms().all.keys() ?? []) keys.add(key(form, whole));
    for (const one of keys) {
      const branches = byStart.get(one) ?? noBranches();
      branches.nodes.set(node.key, node);
      byStart.set(one, branches);
    }
  }
  return { byStart, byLetters: letterTree(byLetters) };
}

function add<Key, Value>(map: Map<Key, Value[]>, at: Key, value: Value): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [value]);
  else list.push(value);
}

/** What a word is looked up by: all of it but for a possessive, or its first letters without diacritics (an umlaut of the plural). */
function key(lower: string, whole: boolean): string {
  const apostrophe = lower.indexOf("'");
  if (whole) return apostrophe > 0 && /'s?$/.test(lower) ? lower.slice(0, lower.lastIndexOf("'")) : lower;
  const start = lower.slice(0, apostrophe > 0 ? Math.min(apostrophe, KEY) : KEY);
  return /^[a-z0-9]*$/.test(start) ? start : start.normalize('NFD').replace(/\p{M}/gu, '').slice(0, KEY);
}

const MARKED = /[\u00C0-\u024F\u1E00-\u1EFF]/;

/** Letters without their diacritics, where the language writes foreign names with them or without; every folded letter stays one code unit, so that offsets stay right. */
function fold(text: string, locale: string): string {
  if (!MARKED.test(text) || inflectionOf(locale).foldsDiacritics !== true) return text;
  return text.replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (letter) => FOLDED[letter] ?? (letter.normalize('NFD')[0] as string));
}

const FOLDED: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' };
