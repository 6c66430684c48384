/**
 * Terms by their words: what begins alike is compared once, and a word is looked up among the forms of those that may follow. A glossary that
 * grows costs a text nothing, but for the terms that are in it.
 */

import { commonStem, type WordForms } from './forms.ts';
import type { TermLanguage } from './inflection.ts';
import { type Pattern, type PatternWord, procliticLengths } from './pattern.ts';
import { lowerWord, unmixed, type Word } from './words.ts';

/** A word of a term, after certain others. */
export interface WordNode<T> {
  readonly key: string;
  /** One of the patterns that go through here: as far as this word, all say the same. */
  readonly pattern: Pattern;
  /** Its index there. */
  readonly index: number;
  /** What ends here. */
  readonly ends: (readonly [pattern: Pattern, value: T])[];
  readonly next: Branches<T>;
}

/** The words that may be at one place. */
export interface Branches<T> {
  readonly nodes: Map<string, WordNode<T>>;
  /** By what a word of a text must begin with; made when first asked for, where there are many. */
  byStart?: Map<string, WordNode<T>[]>;
}

export const noBranches = <T>(): Branches<T> => ({ nodes: new Map() });

/** Adds a pattern of at least one word. @returns the node of the first */
export function plant<T>(root: Branches<T>, pattern: Pattern, value: T): WordNode<T> {
  const way = pattern.words.map((_, index) => keyOf(pattern, index));
  let branches = root;
  let node: WordNode<T> | undefined;
  for (const [index, key] of way.entries()) {
    node = branches.nodes.get(key) ?? { key, pattern, index, ends: [], next: noBranches() };
    branches.nodes.set(key, node);
    branches = node.next;
  }
  node?.ends.push([pattern, value]);
  return root.nodes.get(way[0] as string) as WordNode<T>;
}

/** Everything that `step` asks of a pattern at a word. */
function keyOf({ words, kind, agrees }: Pattern, index: number): string {
  const { text, gap, role, letters } = words[index] as PatternWord;
  const isBeforeHyphen = words[index + 1]?.gap === '-';
  return [text, gap, role.name, role.inPhrase, role.changes, letters, kind, agrees, isBeforeHyphen].join('\0');
}

/** As many are compared one by one. */
const FEW = 8;

/** The nodes that a word of a text may fit, and perhaps others. */
export function nodesFor<T>(branches: Branches<T>, word: Word, language: TermLanguage): Iterable<WordNode<T>> {
  if (branches.nodes.size <= FEW) return branches.nodes.values();
  branches.byStart ??= byStart(branches.nodes.values(), language);
  const found = new Set<WordNode<T>>();
  for (const start of startsOf(word, language)) for (const node of branches.byStart.get(start) ?? []) found.add(node);
  return found;
}

function byStart<T>(nodes: Iterable<WordNode<T>>, language: TermLanguage): Map<string, WordNode<T>[]> {
  const made = new Map<string, WordNode<T>[]>();
  for (const node of nodes)
    for (const start of startsOfPart(node.pattern.words[node.index] as PatternWord, language)) {
      const list = made.get(start);
      if (list === undefined) made.set(start, [node]);
      else list.push(node);
    }
  return made;
}

/** What a word must begin with, or be, to fit a part: the forms are all of it but for what `readWord` lets follow. */
function startsOfPart(part: PatternWord, language: TermLanguage): Iterable<string> {
  if (part.letters === 'acronym') return [part.text];
  const forms: WordForms = part.forms();
  const stem = commonStem(forms, language);
  return stem === undefined ? forms.all.keys() : new Set([...forms.all.keys(), stem]);
}

/** What the parts that a word fits may begin with. */
function startsOf({ text, lower, mixed }: Word, language: TermLanguage): Set<string> {
  const one = mixed && language.alphabet !== undefined ? unmixed(text, language.alphabet) : undefined;
  const readings = one === undefined ? [text, lower] : [text, lower, one, lowerWord(one, language.tag)];
  for (const length of procliticLengths(lower, language)) readings.push(text.slice(length), lower.slice(length));
  return new Set(readings.flatMap((reading) => beginnings(reading, language)));
}

/** A word may go on by so many letters where its language has no table. */
const GOES_ON = 3;
/** An acronym is no longer (`isAcronym`). */
const ACRONYM = 7;
/** Nor is a stem that suffixes follow. */
const STEM = 60;

function beginnings(word: string, { suffixes, classes }: TermLanguage): string[] {
  const found = [word];
  const upTo = (length: number) => found.push(word.slice(0, length));
  if (word.endsWith('s')) upTo(word.length - 1);
  if (suffixes !== undefined) for (let length = 1; length < Math.min(word.length, STEM); length += 1) upTo(length);
  else if (classes.length === 0) for (let more = 1; more <= GOES_ON; more += 1) upTo(word.length - more);
  if (!word.includes("'")) return found;
  upTo(word.lastIndexOf("'"));
  for (let length = 1; length <= ACRONYM; length += 1) if (word[length] === "'") upTo(length);
  return found;
}
