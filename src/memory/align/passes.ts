/** Documents aligned in passes: what one pass pairs teaches the next which words translate each other, so the more at once, the better. */

import { type Document, positionRatio, signsTogether } from './document.ts';
import { comparer, corpusOf, type Evidence, evidenceOf, type Features, featuresInOrder, usualWeights } from './evidence.ts';
import { type Alignment, alignTexts, type Bead, type BeadShape, type Chances, USUAL } from './lattice.ts';
import { type Lexicon, learnLexicon, type StemPair } from './lexicon.ts';
import type { Signs } from './signs.ts';
import { fitWeights, type Sample } from './weights.ts';

/** Passes with a lexicon, after a first one that knows none. */
const PASSES = 2;
/** Most languages are some tenth longer than English; short texts say little of their own ratio. */
const LENGTH = { ratio: 1.1, weight: 500 };
/** Weight of what is usual against what the documents show, in sentences. */
const USUALLY = 20;
/** Pairs that are less sure teach nothing. */
const TEACHES = 0.5;
/** Below this likelihood of every part, the whole of two texts is not compared. */
const PROMISING = -4;

/**
 * Articles that are learned from in turn: each is aligned by what the others teach, so that no pair, and no mistake, confirms itself.
 */
const FOLDS = 8;

/** A bead, and whether its texts belong together wherever they are. */
export interface Match extends Bead {
  /** 0 to 1: that the edition's text is no stranger, by what both say, and by how many strangers the editions hold. 0 where a side is empty. */
  readonly kin: number;
}

/**
 * @param articles the documents of each
 * @param seeds names and terms that are known to translate each other
 * @returns the beads of each document, in order
 */
export function alignArticles(articles: readonly (readonly Document[])[], seeds: readonly StemPair[]): (readonly Match[])[][] {
  const all = articles.flat();
  const corpus = corpusOf(
    all.flatMap(({ source }) => source.map(({ signs }) => signs)),
    all.flatMap(({ edition }) => edition.map(({ signs }) => signs)),
  );
  const folds = Math.min(FOLDS, articles.length);
  let ratio = LENGTH.ratio;
  let chances = USUAL;
  let lexica: (Lexicon | undefined)[] = [seeds.length > 0 ? learnLexicon(seeds) : undefined];
  let weights: number[] | undefined;
  let found: Alignment[][] = [];
  for (let pass = 0; pass <= PASSES; pass++) {
    const comparers = lexica.map((lexicon) => comparer(corpus, ratio, lexicon));
    const evidence = comparers.map((featuresOf) => evidenceOf(featuresOf, weights ?? usualWeights(lexica[0] !== undefined)));
    found = articles.map((documents, at) =>
      documents.map((document) => alignDocument(document, evidence[at % evidence.length] as Evidence, chances)),
    );
    if (pass === PASSES) {
      const strangers = strangersIn(chancesOf(found.flat()));
      return articles.map((documents, at) =>
        documents.map((document, nth) => {
          const kinOf = kinship(document, evidence[at % evidence.length] as Evidence, strangers);
          return (found[at]?.[nth]?.beads ?? []).map((bead) => ({ ...bead, kin: kinOf(bead) }));
        }),
      );
    }
    if (pass > 0) weights = weightsOf(articles, found, comparers);
    ratio = lengthRatio(all, found.flat());
    chances = chancesOf(found.flat());
    const taught = articles.map((documents, at) => documents.flatMap((document, nth) => lessons(document, found[at]?.[nth]?.beads ?? [])));
    lexica = Array.from({ length: folds }, (_, fold) => {
      const pairs = [...seeds, ...taught.flatMap((pairs, at) => (at % folds === fold ? [] : pairs))];
      return pairs.length > 0 ? learnLexicon(pairs) : undefined;
    });
  }
  return [];
}

/** The share of an edition's texts that have no source. */
function strangersIn(chances: Chances): number {
  return chances['0-1'] / (1 - chances['1-0']);
}

function kinship({ source, edition }: Document, evidence: Evidence, strangers: number): (bead: Bead) => number {
  const [own, theirs] = [signsTogether(source), signsTogether(edition)];
  return (bead) => {
    const [a, b] = [own(bead.source[0] ?? -1, bead.source.length), theirs(bead.target[0] ?? -1, bead.target.length)];
    if (bead.source.length === 0 || bead.target.length === 0 || a === undefined || b === undefined) return 0;
    return 1 / (1 + (strangers / (1 - strangers)) * Math.exp(-evidence(a, b)));
  };
}

function alignDocument({ source, edition }: Document, evidence: Evidence, chances: Chances): Alignment {
  const [own, theirs] = [signsTogether(source), signsTogether(edition)];
  const known = new Map<string, number>();
  const ratio = (at: number, tall: number, to: number, wide: number): number => {
    const key = keyOf(at, tall, to, wide);
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [own(at, tall), theirs(to, wide)];
    const parts = Array.from({ length: tall * wide }, (_, part) => [at + (part % tall), to + Math.floor(part / tall)] as const);
    const possible = a !== undefined && b !== undefined && (parts.length === 1 || parts.some(([x, y]) => ratio(x, 1, y, 1) > PROMISING));
    const value = possible
      ? evidence(a, b) + positionRatio(source.slice(at, at + tall), edition.slice(to, to + wide))
      : Number.NEGATIVE_INFINITY;
    known.set(key, value);
    return value;
  };
  return alignTexts({ source: source.length, target: edition.length }, ratio, chances);
}

function keyOf(at: number, tall: number, to: number, wide: number): string {
  return `${at} ${tall} ${to} ${wide}`;
}

/** Fewer pairs say nothing of a language. */
const LEAST_PAIRS = 50;
/** So many texts of other articles are compared with each that has a pair. */
const STRANGERS = 4;

/** What features are worth, by the pairs that were found and by texts of different articles; undefined where there are too few. */
function weightsOf(
  articles: readonly (readonly Document[])[],
  found: readonly (readonly Alignment[])[],
  comparers: readonly ((a: Signs, b: Signs) => Features)[],
): number[] | undefined {
  const texts = articles.flatMap((documents, article) =>
    documents.flatMap(({ edition }) => edition.map(({ signs }) => ({ article, signs }))),
  );
  const samples: Sample[] = [];
  let [pairs, next] = [0, 0];
  for (const [article, documents] of articles.entries()) {
    const featuresOf = comparers[article % comparers.length] as (typeof comparers)[number];
    for (const [nth, { source, edition }] of documents.entries())
      for (const bead of found[article]?.[nth]?.beads ?? []) {
        const [own, theirs] = [source[bead.source[0] ?? -1], edition[bead.target[0] ?? -1]];
        if (own === undefined || theirs === undefined || bead.source.length + bead.target.length !== 2) continue;
        pairs++;
        const add = (signs: Signs, isPair: boolean, weight: number) => {
          const features = featuresInOrder(featuresOf(own.signs, signs));
          if (features !== undefined) samples.push({ features, isPair, weight });
        };
        add(theirs.signs, true, bead.sure);
        for (let one = 0; one < STRANGERS; one++) {
          // A stride that no number of texts is likely to be a multiple of.
          next = (next + 7919) % texts.length;
          const stranger = texts[next] as (typeof texts)[number];
          if (stranger.article !== article) add(stranger.signs, false, 1);
        }
      }
  }
  const isEnough = pairs >= LEAST_PAIRS && samples.some(({ isPair }) => !isPair);
  return isEnough ? fitWeights(usualWeights(true), samples) : undefined;
}

/** What a document's pairs teach a lexicon. */
function lessons({ source, edition }: Document, beads: readonly Bead[]): StemPair[] {
  const stems = (places: Document['source'] | Document['edition'], at: readonly number[]) => [
    ...new Set(at.flatMap((one) => places[one]?.signs.stems ?? [])),
  ];
  return beads
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0 && bead.sure >= TEACHES)
    .map((bead) => ({ source: stems(source, bead.source), target: stems(edition, bead.target), weight: bead.sure }));
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

function chancesOf(found: readonly Alignment[]): Chances {
  const counts = Object.entries(USUAL).map(
    ([shape, usual]) =>
      [shape as BeadShape, USUALLY * usual + found.reduce((sum, { expected }) => sum + expected[shape as BeadShape], 0)] as const,
  );
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(counts.map(([shape, count]) => [shape, count / all])) as Chances;
}
