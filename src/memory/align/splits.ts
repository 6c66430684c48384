/** The places where one text may be two. */

import type { Text } from '../../article.ts';
import { UNSPACED } from '../../names/heard.ts';
import { sentences } from '../../sentences.ts';
import { words } from '../../text.ts';
import type { EditionSentence, SourceSentence } from './document.ts';
import type { Evidence } from './evidence.ts';
import { SEGMENTER, type Signs, signsOf } from './signs.ts';

/** Where a clause or a sentence may end. */
const PAUSE = /[.!?;:,\u2013\u2014\u3002\uff01\uff1f\u3001\uff0c\uff1b\u060c\u061b\u0964]["'\u201d\u2019\u00bb\u300d\u300f)\uff09]*\s*/gu;
/** Where a quotation ends and the next one begins at once, no sentence goes on. */
const QUOTED_ON = /[\u201d\u00bb\u300d\u300f]\s*(?=[\u201c\u00ab\u300c\u300e])/gu;
/** As a share of the text, how far from where the first's length says. */
const WINDOW = 0.25;
/** Words between which a cut is tried where there is no pause. */
const TRIED = 6;
/** Nothing speaks more against a text as a whole, as a natural logarithm. */
const MOST = 10;

/** Of two sentences the shorter says the other again where it has so many of its words there. */
const SAID_AGAIN = 0.8;

const known = new WeakMap<Signs, Map<number, readonly [Signs, Signs]>>();

/** Whether nearly all words of one of two sentences are in the other: a text is hardly both. */
export function saysAgain(own: readonly SourceSentence[]): boolean {
  const [a, b] = own.map(({ signs }) => new Set(signs.stems)) as [Set<string>, Set<string>];
  return a.intersection(b).size >= SAID_AGAIN * Math.min(a.size, b.size);
}

/**
 * Two sentences said in one: the evidence of both parts, cut where it is best.
 * @param chosenBy says where that is
 * @returns undefined where there is no place for a cut
 */
export function bestSplit(
  evidence: Evidence,
  chosenBy: Evidence,
  own: readonly SourceSentence[],
  { sentence, signs, locale }: EditionSentence,
): readonly [number, number] | undefined {
  const [a, b] = own.map((place) => place.signs) as [Signs, Signs];
  let [best, most]: [readonly [Signs, Signs] | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
  for (const halves of splits(signs, sentence.recorded, locale, a.length / (a.length + b.length))) {
    const value = chosenBy(a, halves[0]) + chosenBy(b, halves[1]);
    if (value > most) [best, most] = [halves, value];
  }
  return best === undefined ? undefined : [evidence(a, best[0]), evidence(b, best[1])];
}

/**
 * What it costs that a text says more than a sentence: that it ends within a sentence more often than its source, and that a part of it
 * alone would be as likely a translation or likelier. As a natural logarithm of a likelihood ratio.
 */
export function saysMore(evidence: Evidence, own: Signs, { sentence, signs, locale }: EditionSentence): number {
  const plain = words(sentence.recorded);
  const cuts = sentenceEnds(plain, locale);
  // The last sentence of a text counts without a full stop too: a headline has none, nor has a quotation that is cut off.
  if (cuts.length === 0 || cuts.length < own.stops) return 0;
  const parts = cuts.flatMap((at) => halves(signs, plain, locale, at));
  const most = Math.max(...parts.map((part) => evidence(own, part)));
  return -Math.log1p(Math.exp(Math.min(MOST, most - evidence(own, signs))));
}

/**
 * @param share of the first part
 * @returns the signs of both parts, for each place that is likely enough
 */
function splits(whole: Signs, text: Text, locale: string, share: number): (readonly [Signs, Signs])[] {
  const plain = words(text);
  const distance = (at: number) => Math.abs(at / plain.length - share);
  const near = (at: number) => at > 1 && at < plain.length - 1 && distance(at) <= WINDOW;
  const gaps = UNSPACED.test(plain) ? [...SEGMENTER.segment(plain)].map(({ index }) => index) : ends(plain, /\s+/g);
  const closest = gaps
    .filter(near)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, TRIED);
  return [...new Set([...ends(plain, PAUSE).filter(near), ...closest])].map((at) => halves(whole, plain, locale, at));
}

/** Where a sentence ends and another one begins. */
function sentenceEnds(plain: string, locale: string): number[] {
  const cuts: number[] = [];
  let at = 0;
  for (const one of sentences(plain, locale)) {
    at = plain.indexOf(one, at) + one.length;
    cuts.push(at);
  }
  const between = [...plain.matchAll(QUOTED_ON)].map(({ index, 0: { length } }) => index + length);
  return [...new Set([...cuts.slice(0, -1), ...between])].sort((a, b) => a - b);
}

function ends(plain: string, pattern: RegExp): number[] {
  return [...plain.matchAll(pattern)].map((match) => match.index + match[0].length);
}

/** The signs of both parts of a text that is cut there. */
function halves(whole: Signs, plain: string, locale: string, at: number): readonly [Signs, Signs] {
  const cache = known.get(whole) ?? new Map<number, readonly [Signs, Signs]>();
  known.set(whole, cache);
  const half = (part: string): Signs => ({ ...signsOf([part], locale), marks: whole.marks, of: [whole] });
  const both = cache.get(at) ?? ([half(plain.slice(0, at)), half(plain.slice(at))] as const);
  cache.set(at, both);
  return both;
}
