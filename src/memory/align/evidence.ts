/** How much two texts look like each other's translation. */

import type { Expectation, Lexicon } from './lexicon.ts';
import { BEGINNING, latinForm, type Signs } from './signs.ts';
import { soundOf } from './sounds.ts';

/** What is common in all sentences of both languages, and so says little. */
export interface Corpus {
  readonly worthOfFigure: (value: number) => number;
  readonly worthOfBeginning: (letters: string) => number;
  readonly inTarget: NameFinder;
  readonly inSource: NameFinder;
}

export function corpusOf(source: readonly Signs[], target: readonly Signs[]): Corpus {
  return {
    worthOfFigure: worthIn(target.map((one) => one.figures)),
    worthOfBeginning: worthIn(target.map((one) => one.beginnings)),
    inTarget: nameFinder(target),
    inSource: nameFinder(source),
  };
}

/**
 * A natural logarithm of a likelihood ratio: two such texts as a translation, over two that have nothing to do with each other.
 */
export type Evidence = (source: Signs, target: Signs) => number;

/**
 * Of a logistic regression on public news (half of eight languages of NTREX-128; the others came out alike): each sentence with its
 * translation against five others of the same and of other articles, with a lexicon of the other half of the articles. The last is the
 * intercept, less the share of true pairs.
 */
const WEIGHTS = {
  plain: {
    spread: -3.25,
    spreadSquared: -2.28,
    figure: 0.66,
    figureLost: -1.36,
    figureOwn: -0.92,
    name: 0.27,
    nameLost: -0.34,
    nameOwn: -0.41,
    beginning: 0.21,
    asks: 0.66,
    asksAlone: -0.56,
    quotes: 0.89,
    quotesAlone: -1.52,
    colon: 0.83,
    colonAlone: -0.82,
    length: -0.49,
    sum: 2.75,
  },
  learned: {
    spread: -2.73,
    spreadSquared: -2.13,
    figure: 0.47,
    figureLost: -1.32,
    figureOwn: -0.72,
    name: 0.28,
    nameLost: -0.37,
    nameOwn: -0.78,
    beginning: 0.09,
    asks: 0.54,
    asksAlone: -0.44,
    quotes: 1.01,
    quotesAlone: -1.25,
    colon: 0.76,
    colonAlone: -0.7,
    length: 0.24,
    sum: 4.03,
  },
};
/** For a sum of the words' ratios over the square root of their number. */
const LEXICON = { there: 0.68, back: 1.19 };
/** The same destination, code or image. */
const MARK = { shared: 2, lost: -0.5 };
/** Nothing that two texts share speaks for more than this. */
const MOST = 6;
/** One text so many times as long as the other, as a natural logarithm, is no translation of it. */
const MOST_SPREAD = 1.5;
/** Sentences from which it is estimated how common a name is. */
const SAMPLE = 500;

/** @param ratio letters of target for one of source */
export function evidenceOf(
  { worthOfFigure, worthOfBeginning, inTarget, inSource }: Corpus,
  ratio: number,
  lexicon: Lexicon | undefined,
): Evidence {
  const weights = lexicon === undefined ? WEIGHTS.plain : WEIGHTS.learned;
  const expectations = new Map<Signs, Expectation>();
  const expected = (signs: Signs, make: (stems: readonly string[]) => Expectation) => {
    const known = expectations.get(signs) ?? make(signs.stems);
    expectations.set(signs, known);
    return known;
  };
  return (a, b) => {
    let sum = weights.sum + weights.length * Math.min(3, Math.log(1 + Math.min(a.length, b.length) / 20));
    const spread = Math.abs(Math.log((b.length + 8) / (a.length * ratio + 8)));
    if (spread > MOST_SPREAD) return Number.NEGATIVE_INFINITY;
    sum += weights.spread * spread + weights.spreadSquared * spread * spread;
    for (const value of a.figures) sum += b.figures.has(value) ? weights.figure * worthOfFigure(value) : weights.figureLost;
    for (const value of b.figures) if (!a.figures.has(value)) sum += weights.figureOwn;
    for (const source of a.marks) sum += b.marks.has(source) ? MARK.shared : MARK.lost;
    for (const beginning of a.beginnings)
      if (b.beginnings.has(beginning)) sum += weights.beginning * Math.min(5, worthOfBeginning(beginning));
    for (const name of a.names) sum += inTarget(name, b, weights.name, weights.nameLost);
    for (const name of b.names) sum += inSource(name, a, 0, weights.nameOwn);
    for (const sign of ['asks', 'quotes', 'colon'] as const) {
      const both = Number(a.punctuation.has(sign)) + Number(b.punctuation.has(sign));
      sum += both === 0 ? 0 : both === 2 ? weights[sign] : weights[`${sign}Alone`];
    }
    if (lexicon === undefined) return sum;
    const there = expected(a, lexicon.fromSource).ratio(b.stems);
    const back = expected(b, lexicon.fromTarget).ratio(a.stems);
    return (
      sum +
      (LEXICON.there * there) / Math.sqrt(Math.max(1, b.stems.length)) +
      (LEXICON.back * back) / Math.sqrt(Math.max(1, a.stems.length))
    );
  };
}

/** What it is worth that something stands in a sentence of one side too: the rarer, the more. */
function worthIn<Value>(sides: readonly ReadonlySet<Value>[]): (value: Value) => number {
  const seen = new Map<Value, number>();
  for (const side of sides) for (const value of side) seen.set(value, (seen.get(value) ?? 0) + 1);
  return (value) => Math.min(MOST, Math.log((sides.length + 20) / ((seen.get(value) ?? 0) + 1)));
}

type NameFinder = (name: string, text: Signs, found: number, lost: number) => number;

/** Looks for names of the other language by their first letters or their sound. */
function nameFinder(side: readonly Signs[]): NameFinder {
  const every = Math.ceil(side.length / SAMPLE);
  const sample = side.filter((_, at) => at % every === 0);
  const known = new Map<string, { readonly latin: string; readonly sound: string; readonly worth: number }>();
  const isIn = ({ latin, sound }: { latin: string; sound: string }, text: Signs) =>
    (latin.length > 2 && text.beginnings.has(latin)) || (sound.length > 2 && text.sounds.includes(sound));
  return (name, text, found, lost) => {
    let key = known.get(name);
    if (key === undefined) {
      const [latin, sound] = [latinForm(name).slice(0, BEGINNING), soundOf(name).slice(0, BEGINNING)];
      const standing = sample.filter((one) => isIn({ latin, sound }, one)).length;
      key = { latin, sound, worth: Math.min(MOST, Math.log((sample.length + 20) / (standing + 1))) };
      known.set(name, key);
    }
    // Too short to be known again in another script.
    if (key.latin.length < 3 && key.sound.length < 3) return 0;
    return isIn(key, text) ? found * key.worth : lost;
  };
}
