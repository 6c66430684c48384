/** Documents aligned in passes: what one pass pairs teaches the next which words translate each other, so the more at once, the better. */

import { type CohortText, comparerWithStrangers } from './cohort.ts';
import { type Document, type EditionSentence, positionRatio, type SourceSentence, signsTogether } from './document.ts';
import { type Comparer, comparer, corpusOf, type Evidence, evidenceOf } from './evidence.ts';
import { termFinder } from './known-terms.ts';
import { type Alignment, alignTexts, type Bead, type BeadShape, type Chances, USUAL } from './lattice.ts';
import { type Lesson, type Lexicon, learnLexicon } from './lexicon.ts';
import { samplesOf } from './samples.ts';
import { together } from './signs.ts';
import { bestSplit } from './splits.ts';
import { type Match, trusted, type Weighed } from './trust.ts';
import { usualWeights } from './usual-weights.ts';
import { fitWeights, scoreOf } from './weights.ts';

/** Passes with a lexicon, after a first one that knows none. */
const PASSES = 2;
/** Most languages are some tenth longer than English; short texts say little of their own ratio. */
const LENGTH = { ratio: 1.1, weight: 500 };
/** Weight of what is usual against what the documents show, in sentences. */
const USUALLY = 20;
/** Fewer pairs teach no language. */
const LEAST_LESSONS = 50;
/** Pairs that are less sure teach nothing. */
const TEACHES = 0.5;
/** Below this likelihood of every part, the whole of two texts is not compared. */
const PROMISING = -4;
/** What of an edition is taken to have no source where its place alone speaks for one: other text in a sentence's place. */
const REPLACED = 0.1;
/** A cut in two has been chosen among some. */
const CHOICE = -1.5;

/**
 * @param articles the documents of each
 * @param seeds names and terms that are known to translate each other
 * @param known sentences that do
 * @returns the beads of each document, in order
 */
export function alignArticles(
  articles: readonly (readonly Document[])[],
  seeds: readonly Lesson[],
  known: readonly Lesson[],
): (readonly Match[])[][] {
  const all = articles.flat();
  const corpus = corpusOf(
    all.flatMap(({ source }) => source.map(({ signs }) => signs)),
    all.flatMap(({ edition }) => edition.map(({ signs }) => signs)),
  );
  const termsIn = termFinder(seeds);
  let ratio = LENGTH.ratio;
  let chances = USUAL;
  let lexicon: Lexicon | undefined;
  let weights = usualWeights(false);
  for (let pass = 0; ; pass++) {
    const featuresOf = comparer(corpus, ratio, lexicon, termsIn);
    const evidence = evidenceOf(featuresOf, weights);
    const found = articles.map((documents) => documents.map((document) => alignDocument(document, evidence, chances)));
    const flat = found.flat();
    if (pass === PASSES) return trusted(judged(articles, found, evidence, ratio));
    ratio = lengthRatio(all, flat);
    chances = chancesOf(flat);
    const samples = pass > 0 ? samplesOf(articles, found, () => featuresOf) : undefined;
    const taught = [...known, ...all.flatMap((document, at) => lessons(document, flat[at]?.beads ?? []))];
    if (taught.length < LEAST_LESSONS) continue;
    lexicon = learnLexicon([...seeds, ...taught]);
    weights = usualWeights(true);
    if (samples !== undefined) weights = fitWeights(weights, samples);
  }
}

/**
 * What evidence is worth beside what each text has with strangers. Of a logistic regression on the same news as the other weights: a pair's
 * evidence, by how many standard deviations it is more than that of its source and of its target with strangers, and the intercept.
 */
const WEIGHTS = [0.64, 0.52, 0.51, -2.37];

/** The last pass: the evidence of a pair is compared with that of each text with strangers, and two sentences said in one are taken apart. */
function judged(
  articles: readonly (readonly Document[])[],
  found: readonly (readonly Alignment[])[],
  evidence: Evidence,
  ratio: number,
): (readonly Weighed[])[][] {
  const members = (side: 'source' | 'edition'): CohortText[] =>
    articles
      .flatMap((documents, article) => documents.flatMap((document) => document[side].map(({ signs }) => ({ article, signs }))))
      .sort((a, b) => a.signs.length - b.signs.length);
  const [source, target] = [members('source'), members('edition')];
  const comparers = articles.map((_, at) => comparerWithStrangers(evidence, { source, target }, ratio, at));
  const samples = samplesOf(articles, found, (article) => comparers[article] as Comparer);
  // Without strangers enough, evidence counts as it is.
  const weights = samples === undefined ? [1, 0, 0, 0] : fitWeights(WEIGHTS, samples);
  const chances = chancesOf(found.flat());
  return articles.map((documents, article) => {
    const compare = comparers[article] as Comparer;
    const own: Evidence = (a, b) => {
      const values = compare(a, b);
      return values === undefined ? Number.NEGATIVE_INFINITY : scoreOf(values, weights);
    };
    return documents.map((document) => {
      const kinOf = kinship(document, own);
      return alignDocument(document, own, chances, true).beads.map((bead) => ({ ...bead, trust: bead.sure * kinOf(bead) }));
    });
  });
}

/** How sure it is that texts belong together wherever they are; of two sentences said in one, that each of them is said. */
function kinship({ source, edition }: Document, evidence: Evidence): (bead: Bead) => number {
  const kin = (value: number) => 1 / (1 + (REPLACED / (1 - REPLACED)) * Math.exp(-value));
  return (bead) => {
    const own = bead.source.map((at) => source[at] as SourceSentence);
    const theirs = bead.target.map((at) => edition[at] as EditionSentence);
    if (own.length === 0 || theirs.length === 0) return 0;
    const whole = kin(evidence(together(own.map(({ signs }) => signs)), together(theirs.map(({ signs }) => signs))));
    if (own.length !== 2 || theirs.length !== 1) return whole;
    const [first, second] = bestSplit(evidence, own, theirs[0] as EditionSentence) ?? [];
    return first === undefined || second === undefined ? 0 : whole * kin(first) * kin(second);
  };
}

/** @param isLast whether two sentences said in one are taken apart */
function alignDocument({ source, edition }: Document, evidence: Evidence, chances: Chances, isLast = false): Alignment {
  const [own, theirs] = [signsTogether(source), signsTogether(edition)];
  const known = new Map<number, number>();
  const ratio = (at: number, tall: number, to: number, wide: number): number => {
    const key = ((at * edition.length + to) * 4 + tall) * 4 + wide;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [own(at, tall), theirs(to, wide)];
    const parts = Array.from({ length: tall * wide }, (_, part) => [at + (part % tall), to + Math.floor(part / tall)] as const);
    const possible = a !== undefined && b !== undefined && (parts.length === 1 || parts.some(([x, y]) => ratio(x, 1, y, 1) > PROMISING));
    let value = possible ? evidence(a, b) : Number.NEGATIVE_INFINITY;
    if (isLast && tall === 2 && wide === 1 && value > PROMISING) {
      const halves = bestSplit(evidence, source.slice(at, at + 2), edition[to] as EditionSentence);
      value = halves === undefined ? Number.NEGATIVE_INFINITY : Math.min(value, CHOICE + halves[0] + halves[1]);
    }
    value += positionRatio(source.slice(at, at + tall), edition.slice(to, to + wide));
    known.set(key, value);
    return value;
  };
  return alignTexts({ source: source.length, target: edition.length }, ratio, chances);
}

/** What a document's pairs teach a lexicon. */
function lessons({ source, edition }: Document, beads: readonly Bead[]): Lesson[] {
  const signs = (places: Document['source'] | Document['edition'], at: readonly number[]) =>
    together(at.flatMap((one) => places[one]?.signs ?? []));
  return beads
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0 && bead.sure >= TEACHES)
    .map((bead) => ({ source: signs(source, bead.source), target: signs(edition, bead.target), weight: bead.sure }));
}

/** Letters of target for one of source, over all pairs. */
function lengthRatio(documents: readonly Document[], found: readonly Alignment[]): number {
  let [from, to] = [LENGTH.weight, LENGTH.ratio * LENGTH.weight];
  for (const [at, { source, edition }] of documents.entries())
    for (const bead of (found[at] as Alignment).beads) {
      if (bead.source.length === 0 || bead.target.length === 0) continue;
      for (const one of bead.source) from += bead.sure * (source[one]?.signs.length ?? 0);
      for (const one of bead.target) to += bead.sure * (edition[one]?.signs.length ?? 0);
    }
  return to / from;
}

/** What in an edition has no source, and what of a source is not said, is taken to be no rarer than this. */
const LEAST: Partial<Chances> = { '1-0': 0.07, '0-1': 0.07 };

function chancesOf(found: readonly Alignment[]): Chances {
  const counts = Object.entries(USUAL).map(
    ([shape, usual]) =>
      [shape as BeadShape, USUALLY * usual + found.reduce((sum, { expected }) => sum + expected[shape as BeadShape], 0)] as const,
  );
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(counts.map(([shape, count]) => [shape, Math.max(count / all, LEAST[shape] ?? 0)])) as Chances;
}
