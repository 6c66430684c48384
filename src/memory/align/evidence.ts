/** How much two texts look like each other's translation. */

import { type NameFinder, nameFinder } from './heard-names.ts';
import type { TermFinder } from './known-terms.ts';
import type { Lexicon, Met } from './lexicon.ts';
import { SIGNS, type Signs } from './signs.ts';
import { AT, FEATURE_COUNT } from './usual-weights.ts';
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

/** The same destination, code or image. */
const MARK = { shared: 2, lost: -0.5 };
/** Nothing that two texts share speaks for more than this. */
const MOST = 6;
/** One text so many times as long as the other, as a natural logarithm, is no translation of it. */
const MOST_SPREAD = 1.5;

/** What two texts have in common, and what they do not: a number for each feature. */
type Features = ArrayLike<number>;

/** Of the signs of punctuation the places of both features, in the order of their bits. */
const SHARED = { both: SIGNS.map((sign) => AT[sign]), alone: SIGNS.map((sign) => AT[`${sign}Alone`]) };

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

/**
 * What two texts have in common; undefined where their lengths speak against a translation beyond doubt. It may be the same array each time:
 * who keeps it copies it.
 */
export type Comparer = (source: Signs, target: Signs) => Features | undefined;

/** What two texts have in common whatever their languages' words: told into the places of those features, of which the others are left at 0. */
export function plainComparer({ worthOfFigure, worthOfBeginning, inTarget, inSource }: Corpus, termsIn: TermFinder): PlainComparer {
  return (a, b, all) => {
    all.fill(0);
    if (a.figures.size > 0 || b.figures.size > 0) addFigures(all, a, b, worthOfFigure);
    let begun = 0;
    for (const beginning of a.beginnings) if (b.beginnings.has(beginning)) begun += Math.min(5, worthOfBeginning(beginning));
    all[AT.beginning] = begun;
    const [there, back] = [inTarget(a, b), inSource(b, a)];
    all[AT.name] = there.worth;
    all[AT.nameLost] = there.lost;
    all[AT.nameBack] = back.worth;
    all[AT.nameOwn] = back.lost;
    all[AT.commas] = Math.abs(Math.log((a.commas + 1) / (b.commas + 1)));
    all[AT.stops] = Math.min(2, Math.abs(a.stops - b.stops));
    const [both, one] = [a.punctuation & b.punctuation, a.punctuation ^ b.punctuation];
    for (let bit = 0; bit < SIGNS.length; bit++) {
      all[SHARED.both[bit] as number] = (both >> bit) & 1;
      all[SHARED.alone[bit] as number] = (one >> bit) & 1;
    }
    const [shared, alone] = termsIn(a, b);
    all[AT.term] = shared;
    all[AT.termAlone] = alone;
  };
}

function addFigures(all: Float64Array, a: Signs, b: Signs, worthOfFigure: (value: number) => number): void {
  const [saidThere, saidBack] = [saidOtherwise(a, b), saidOtherwise(b, a)];
  const isPartOf = (said: ReadonlyMap<number, readonly number[]>, value: number) =>
    said.size > 0 && said.values().some((reading) => reading.includes(value));
  let [found, lost, more] = [0, 0, 0];
  for (const value of a.figures)
    if (b.figures.has(value)) found += worthOfFigure(value);
    else if (b.says(value) || saidThere.has(value)) found++;
    else if (!isPartOf(saidBack, value)) lost++;
  for (const value of b.figures)
    if (!a.figures.has(value)) {
      if (a.says(value) || saidBack.has(value)) found++;
      else if (!isPartOf(saidThere, value)) more++;
    }
  all[AT.figure] = found;
  all[AT.figureLost] = lost;
  all[AT.figureOwn] = more;
}

/** Values of a text that the other one has not, with the figures by which it says them all the same. */
function saidOtherwise({ figures, otherFigures }: Signs, other: Signs): ReadonlyMap<number, readonly number[]> {
  if (otherFigures.size === 0 || other.figures.size === 0) return NOTHING;
  const said = new Map<number, readonly number[]>();
  for (const value of figures) {
    if (other.figures.has(value)) continue;
    const reading = otherFigures.get(value)?.find((all) => all.every((one) => other.figures.has(one)));
    if (reading !== undefined) said.set(value, reading);
  }
  return said;
}

const NOTHING: ReadonlyMap<number, readonly number[]> = new Map();

type PlainComparer = (source: Signs, target: Signs, features: Float64Array) => void;

/** @param ratio letters of target for one of source */
export function comparer(plain: PlainComparer, ratio: number, lexicon: Lexicon | undefined): Comparer {
  // A pair's features are asked for some million times, and looked at once: an array for each would be most of the work.
  const all = new Float64Array(FEATURE_COUNT);
  return (a, b) => {
    const spread = Math.abs(Math.log((b.length + 8) / (a.length * ratio + 8)));
    if (spread > MOST_SPREAD) return undefined;
    plain(a, b, all);
    all[AT.spread] = spread;
    all[AT.length] = Math.min(3, Math.log(1 + Math.min(a.length, b.length) / 20));
    all[AT.spreadSquared] = spread * spread;
    if (lexicon === undefined) return all;
    addMet(all, AT.thereLikelier, lexicon.fromSource.met(a, b), b.stems.length);
    addMet(all, AT.backLikelier, lexicon.fromTarget.met(b, a), a.stems.length);
    return all;
  };
}

/** The same texts are compared again and again: with strangers, and as parts of longer ones. */
export function rememberedPairs<Value>(of: (source: Signs, target: Signs) => Value): (source: Signs, target: Signs) => Value {
  const known = new Map<Signs, Map<Signs, Value>>();
  return (source, target) => {
    let own = known.get(source);
    if (own === undefined) {
      own = new Map();
      known.set(source, own);
    }
    const before = own.get(target);
    if (before !== undefined) return before;
    const value = of(source, target);
    own.set(target, value);
    return value;
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
