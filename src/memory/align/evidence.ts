/** How much two texts look like each other's translation. */

import type { Expectation, Lexicon } from './lexicon.ts';
import { BEGINNING, latinForm, type Signs } from './signs.ts';
import { soundOf } from './sounds.ts';

/** Words that are common in all sentences of both languages, and so say little. */
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
 * Of a logistic regression on public news (five of eight languages of NTREX-128; the others came out alike): each sentence with its
 * translation against six others of the same and of other articles, with a lexicon of the other half of the articles. `sum` is the
 * intercept, less the share of true pairs.
 */
const WEIGHTS: { readonly [knows in 'plain' | 'learned']: Partial<Features> & { readonly sum: number } } = {
  plain: {
    spread: -4.51,
    spreadSquared: -3.63,
    figure: 0.76,
    figureLost: -1.74,
    figureOwn: -1.05,
    name: 0.36,
    nameLost: -0.29,
    nameOwn: -0.77,
    beginning: 0.26,
    asks: 1.62,
    asksAlone: -0.98,
    quotes: 1.21,
    quotesAlone: -1.79,
    colon: 1.64,
    colonAlone: -1.18,
    length: -0.76,
    sum: 3.34,
  },
  learned: {
    spread: -3.94,
    spreadSquared: -3.42,
    figure: 0.52,
    figureLost: -1.63,
    figureOwn: -0.85,
    name: 0.27,
    nameLost: -0.36,
    nameOwn: -0.8,
    beginning: 0.11,
    asks: 1.09,
    asksAlone: -0.82,
    quotes: 1.26,
    quotesAlone: -1.6,
    colon: 1.16,
    colonAlone: -1.22,
    length: -0.13,
    thereLikelier: 0.58,
    thereUnlikelier: 0.45,
    thereRareLikelier: -0.62,
    thereRareUnlikelier: -0.35,
    thereMean: 2.34,
    thereKnown: -2.89,
    backLikelier: -0.13,
    backUnlikelier: 0.9,
    backRareLikelier: 1.15,
    backRareUnlikelier: 0.77,
    backMean: 1.37,
    backKnown: 1.2,
    sum: 7.53,
  },
};
/** The same destination, code or image. */
const MARK = { shared: 2, lost: -0.5 };
/** Nothing that two texts share speaks for more than this. */
const MOST = 6;
/** One text so many times as long as the other, as a natural logarithm, is no translation of it. */
const MOST_SPREAD = 1.5;
/** Sentences from which it is estimated how common a name is. */
const SAMPLE = 500;

/** What two texts have in common, and what they do not, by name. */
export type Features = { [name in FeatureName]: number };
type FeatureName = (typeof FEATURES)[number];

const FEATURES = [
  'spread',
  'spreadSquared',
  'figure',
  'figureLost',
  'figureOwn',
  'name',
  'nameLost',
  'nameOwn',
  'beginning',
  'asks',
  'asksAlone',
  'quotes',
  'quotesAlone',
  'colon',
  'colonAlone',
  'length',
  'thereLikelier',
  'thereUnlikelier',
  'thereRareLikelier',
  'thereRareUnlikelier',
  'thereMean',
  'thereKnown',
  'backLikelier',
  'backUnlikelier',
  'backRareLikelier',
  'backRareUnlikelier',
  'backMean',
  'backKnown',
] as const;

/** A weight for each feature in order, and the intercept. */
export function usualWeights(knowsWords: boolean): number[] {
  const weights = knowsWords ? WEIGHTS.learned : WEIGHTS.plain;
  return [...FEATURES.map((name) => weights[name] ?? 0), weights.sum];
}

/** The features of a pair for a regression; undefined for a pair that needs none. */
export function featuresInOrder(features: Features): number[] | undefined {
  return features.spread > MOST_SPREAD ? undefined : FEATURES.map((name) => features[name]);
}

/** @param weights as `usualWeights` has them */
export function evidenceOf(featuresOf: (a: Signs, b: Signs) => Features, weights: readonly number[]): Evidence {
  return (a, b) => {
    const features = featuresOf(a, b);
    if (features.spread > MOST_SPREAD) return Number.NEGATIVE_INFINITY;
    let sum = weights[FEATURES.length] as number;
    for (const [at, name] of FEATURES.entries()) sum += features[name] * (weights[at] as number);
    for (const source of a.marks) sum += b.marks.has(source) ? MARK.shared : MARK.lost;
    return sum;
  };
}

/** @param ratio letters of target for one of source */
export function comparer(
  { worthOfFigure, worthOfBeginning, inTarget, inSource }: Corpus,
  ratio: number,
  lexicon: Lexicon | undefined,
): (a: Signs, b: Signs) => Features {
  const expectations = new Map<Signs, Expectation>();
  const expected = (signs: Signs, make: (stems: readonly string[]) => Expectation) => {
    const known = expectations.get(signs) ?? make(signs.stems);
    expectations.set(signs, known);
    return known;
  };
  return (a, b) => {
    const all = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
    all.length = Math.min(3, Math.log(1 + Math.min(a.length, b.length) / 20));
    all.spread = Math.abs(Math.log((b.length + 8) / (a.length * ratio + 8)));
    all.spreadSquared = all.spread * all.spread;
    if (all.spread > MOST_SPREAD) return all;
    for (const value of a.figures)
      if (b.figures.has(value)) all.figure += worthOfFigure(value);
      else all.figureLost++;
    for (const value of b.figures) if (!a.figures.has(value)) all.figureOwn++;
    for (const beginning of a.beginnings) if (b.beginnings.has(beginning)) all.beginning += Math.min(5, worthOfBeginning(beginning));
    for (const name of a.names) {
      const found = inTarget(name, b);
      if (found === 0) all.nameLost++;
      else if (found !== undefined) all.name += found;
    }
    for (const name of b.names) if (inSource(name, a) === 0) all.nameOwn++;
    for (const sign of ['asks', 'quotes', 'colon'] as const) {
      const both = Number(a.punctuation.has(sign)) + Number(b.punctuation.has(sign));
      if (both === 2) all[sign]++;
      else if (both === 1) all[`${sign}Alone`]++;
    }
    if (lexicon === undefined) return all;
    const there = expected(a, lexicon.fromSource).met(b.stems);
    const back = expected(b, lexicon.fromTarget).met(a.stems);
    for (const [side, met, size] of [
      ['there', there, b.stems.length],
      ['back', back, a.stems.length],
    ] as const) {
      const root = Math.sqrt(Math.max(1, size));
      all[`${side}Likelier`] = met.likelier / root;
      all[`${side}Unlikelier`] = met.unlikelier / root;
      all[`${side}RareLikelier`] = met.rareLikelier / root;
      all[`${side}RareUnlikelier`] = met.rareUnlikelier / root;
      all[`${side}Mean`] = (met.likelier + met.unlikelier) / Math.max(1, met.known);
      all[`${side}Known`] = met.known / Math.max(1, size);
    }
    return all;
  };
}

/** What it is worth that a sentence of the other side has the same sign: the rarer the sign, the more. */
function worthIn<Value>(sides: readonly ReadonlySet<Value>[]): (value: Value) => number {
  const seen = new Map<Value, number>();
  for (const side of sides) for (const value of side) seen.set(value, (seen.get(value) ?? 0) + 1);
  return (value) => Math.min(MOST, Math.log((sides.length + 20) / ((seen.get(value) ?? 0) + 1)));
}

/** What it is worth that a name is in a text: 0 where it is not, undefined where nobody can tell. */
type NameFinder = (name: string, text: Signs) => number | undefined;

/** Looks for names of the other language by their first letters or their sound. */
function nameFinder(side: readonly Signs[]): NameFinder {
  const every = Math.ceil(side.length / SAMPLE);
  const sample = side.filter((_, at) => at % every === 0);
  const known = new Map<string, { readonly latin: string; readonly sound: string; readonly worth: number }>();
  const isIn = ({ latin, sound }: { latin: string; sound: string }, text: Signs) =>
    (latin.length > 2 && text.beginnings.has(latin)) || (sound.length > 2 && text.sounds.includes(sound));
  return (name, text) => {
    let key = known.get(name);
    if (key === undefined) {
      const [latin, sound] = [latinForm(name).slice(0, BEGINNING), soundOf(name).slice(0, BEGINNING)];
      const holding = sample.filter((one) => isIn({ latin, sound }, one)).length;
      key = { latin, sound, worth: Math.min(MOST, Math.log((sample.length + 20) / (holding + 1))) };
      known.set(name, key);
    }
    // Too short to be known again in another script.
    if (key.latin.length < 3 && key.sound.length < 3) return undefined;
    return isIn(key, text) ? key.worth : 0;
  };
}
