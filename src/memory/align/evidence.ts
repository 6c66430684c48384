/** How much two texts look like each other's translation. */

import type { TermFinder } from './known-terms.ts';
import type { Lexicon, Met } from './lexicon.ts';
import { BEGINNING, latinForm, type Signs } from './signs.ts';
import { soundOf } from './sounds.ts';
import { scoreOf } from './weights.ts';

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
 * `plain` is of a logistic regression on public news (five languages of NTREX-128): each sentence with its translation against others of
 * the same and of other articles; from `calls` to `termAlone` estimated. `learned` is the mean of what uk, ja and de editions with a third
 * of their sentences left out taught themselves. `sum` is the intercept, less the share of true pairs.
 */
const WEIGHTS: { readonly [knows in 'plain' | 'learned']: Partial<Record<FeatureName, number>> & { readonly sum: number } } = {
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
    calls: 1.5,
    callsAlone: -0.7,
    brackets: 1.5,
    bracketsAlone: -0.7,
    opens: 0.8,
    opensAlone: -0.6,
    closes: 0.8,
    closesAlone: -0.5,
    unended: 1.5,
    unendedAlone: -1.2,
    dash: 0.5,
    dashAlone: -0.2,
    percent: 1.5,
    percentAlone: -0.6,
    money: 1.5,
    moneyAlone: -0.8,
    commas: -0.4,
    stops: -1.5,
    nameBack: 0.1,
    term: 2,
    termAlone: -0.4,
    length: -0.76,
    sum: 3.34,
  },
  learned: {
    spread: -4.01,
    spreadSquared: -3.51,
    figure: 0.42,
    figureLost: -1.6,
    figureOwn: -0.94,
    name: 0.07,
    nameLost: -0.41,
    nameOwn: -0.46,
    beginning: 0.16,
    asks: 1.09,
    asksAlone: -0.86,
    quotes: 1.08,
    quotesAlone: -1.54,
    colon: 1.13,
    colonAlone: -1.15,
    calls: 1.53,
    callsAlone: -0.69,
    brackets: 1.51,
    bracketsAlone: -0.64,
    opens: 0.71,
    opensAlone: -0.71,
    closes: 0.81,
    closesAlone: -0.57,
    unended: 1.45,
    unendedAlone: -1.32,
    dash: 0.54,
    dashAlone: -0.23,
    percent: 1.5,
    percentAlone: -0.61,
    money: 1.5,
    moneyAlone: -0.78,
    commas: -0.32,
    stops: -1.19,
    nameBack: 0.11,
    term: 0.8,
    termAlone: -0.2,
    length: 0.18,
    thereLikelier: 0.55,
    thereUnlikelier: 0.63,
    thereRareLikelier: -0.76,
    thereRareUnlikelier: -0.34,
    thereMean: 2.2,
    thereKnown: -2.84,
    backLikelier: -0.6,
    backUnlikelier: 1.01,
    backRareLikelier: 0.54,
    backRareUnlikelier: 0.67,
    backMean: 1.19,
    backKnown: 1.2,
    sum: 7.6,
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

/** What two texts have in common, and what they do not: a number for each of `FEATURES`. */
type Features = ArrayLike<number>;
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
  'calls',
  'callsAlone',
  'brackets',
  'bracketsAlone',
  'opens',
  'opensAlone',
  'closes',
  'closesAlone',
  'unended',
  'unendedAlone',
  'dash',
  'dashAlone',
  'percent',
  'percentAlone',
  'money',
  'moneyAlone',
  'commas',
  'stops',
  'nameBack',
  'term',
  'termAlone',
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

/** The place of each feature. */
const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<FeatureName, number>;
/** Signs of punctuation with the places of their two features. */
const SHARED = (['asks', 'quotes', 'colon', 'calls', 'brackets', 'opens', 'closes', 'unended', 'dash', 'percent', 'money'] as const).map(
  (sign) => [sign, AT[sign], AT[`${sign}Alone`]] as const,
);

/** A weight for each feature in order, and the intercept. */
export function usualWeights(knowsWords: boolean): number[] {
  const weights = knowsWords ? WEIGHTS.learned : WEIGHTS.plain;
  return [...FEATURES.map((name) => weights[name] ?? 0), weights.sum];
}

/** @param weights as `usualWeights` has them */
export function evidenceOf(featuresOf: Comparer, weights: readonly number[]): Evidence {
  return (a, b) => {
    const features = featuresOf(a, b);
    if (features === undefined) return Number.NEGATIVE_INFINITY;
    let sum = scoreOf(features, weights);
    for (const source of a.marks) sum += b.marks.has(source) ? MARK.shared : MARK.lost;
    return sum;
  };
}

/** What two texts have in common; undefined where their lengths speak against a translation beyond doubt. */
export type Comparer = (source: Signs, target: Signs) => Features | undefined;

/** @param ratio letters of target for one of source */
export function comparer(
  { worthOfFigure, worthOfBeginning, inTarget, inSource }: Corpus,
  ratio: number,
  lexicon: Lexicon | undefined,
  termsIn: TermFinder,
): Comparer {
  return (a, b) => {
    const spread = Math.abs(Math.log((b.length + 8) / (a.length * ratio + 8)));
    if (spread > MOST_SPREAD) return undefined;
    const all = new Float64Array(FEATURES.length);
    const add = (at: number, value: number) => {
      all[at] = (all[at] as number) + value;
    };
    all[AT.spread] = spread;
    all[AT.length] = Math.min(3, Math.log(1 + Math.min(a.length, b.length) / 20));
    all[AT.spreadSquared] = spread * spread;
    for (const value of a.figures)
      if (b.figures.has(value)) add(AT.figure, worthOfFigure(value));
      else if (b.says(value)) add(AT.figure, 1);
      else add(AT.figureLost, 1);
    for (const value of b.figures)
      if (!a.figures.has(value)) {
        if (a.says(value)) add(AT.figure, 1);
        else add(AT.figureOwn, 1);
      }
    for (const beginning of a.beginnings) if (b.beginnings.has(beginning)) add(AT.beginning, Math.min(5, worthOfBeginning(beginning)));
    for (const name of a.names) {
      const found = inTarget(name, b);
      if (found === 0) add(AT.nameLost, 1);
      else if (found !== undefined) add(AT.name, found);
    }
    for (const name of b.names) {
      const found = inSource(name, a);
      if (found === 0) add(AT.nameOwn, 1);
      else if (found !== undefined) add(AT.nameBack, found);
    }
    all[AT.commas] = Math.abs(Math.log((a.commas + 1) / (b.commas + 1)));
    all[AT.stops] = Math.min(2, Math.abs(a.stops - b.stops));
    for (const [sign, both, alone] of SHARED) {
      const [own, theirs] = [a.punctuation.has(sign), b.punctuation.has(sign)];
      if (own && theirs) all[both] = 1;
      else if (own || theirs) all[alone] = 1;
    }
    const [shared, alone] = termsIn(a, b);
    all[AT.term] = shared;
    all[AT.termAlone] = alone;
    if (lexicon === undefined) return all;
    addMet(all, AT.thereLikelier, lexicon.fromSource(a, b), b.stems.length);
    addMet(all, AT.backLikelier, lexicon.fromTarget(b, a), a.stems.length);
    return all;
  };
}

/** @param first of six neighbours among the features */
function addMet(all: Float64Array, first: number, met: Met, size: number): void {
  const root = Math.sqrt(Math.max(1, size));
  all[first] = met.likelier / root;
  all[first + 1] = met.unlikelier / root;
  all[first + 2] = met.rareLikelier / root;
  all[first + 3] = met.rareUnlikelier / root;
  all[first + 4] = (met.likelier + met.unlikelier) / Math.max(1, met.known);
  all[first + 5] = met.known / Math.max(1, size);
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
