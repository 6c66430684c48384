/** Documents aligned in passes: what one pass pairs teaches the next which words translate each other, so the more at once, the better. */

import type { Document } from './document.ts';
import { aligner, chancesOf, type Expectations, withinOf } from './document-alignment.ts';
import { comparer, corpusOf, evidenceOf, plainComparer, rememberedPairs } from './evidence.ts';
import { judged } from './judged.ts';
import { termFinder } from './known-terms.ts';
import { type Alignment, type Bead, USUAL } from './lattice.ts';
import { lengthRatio, usualRatio } from './length-ratio.ts';
import { type Lesson, type Lexicon, learnLexicon } from './lexicon.ts';
import { samplesOf } from './samples.ts';
import { together } from './signs.ts';
import { type Match, trusted } from './trust.ts';
import { usualWeights } from './usual-weights.ts';
import { fitWeights } from './weights.ts';

/** Passes with a lexicon, after a first one that knows none. */
const PASSES = 2;
/** Fewer pairs teach no language. */
const LEAST_LESSONS = 50;
/** Pairs that are less sure teach nothing. */
const TEACHES = 0.5;

export interface AlignedDocument {
  readonly document: Document;
  readonly beads: readonly Match[];
}

/** What is known of two languages beforehand. */
export interface Seeds {
  /** Names and terms, which are looked for as such too. */
  readonly terms: readonly Lesson[];
  /** Words that may mean something else beside. */
  readonly words: readonly Lesson[];
}

/**
 * @param articles the documents of each
 * @param known sentences that do
 * @returns what each article's documents are, blocks that were moved apart, with their beads in order
 */
export function alignArticles(articles: readonly (readonly Document[])[], seeds: Seeds, known: readonly Lesson[]): AlignedDocument[][] {
  const all = articles.flat();
  const corpus = corpusOf(
    all.flatMap(({ source }) => source.map(({ signs }) => signs)),
    all.flatMap(({ edition }) => edition.map(({ signs }) => signs)),
  );
  const plain = plainComparer(corpus, termFinder(seeds.terms));
  let ratio = usualRatio(all);
  let around: Expectations = { chances: USUAL, within: withinOf([], []) };
  let lexicon: Lexicon | undefined;
  let weights = usualWeights(false);
  let before: readonly (readonly Alignment[])[] = [];
  for (let pass = 0; ; pass++) {
    const featuresOf = comparer(plain, ratio, lexicon);
    const evidence = rememberedPairs(evidenceOf(featuresOf, weights));
    const found = articles.map((documents, article) =>
      documents.map((document, at) => aligner(document, evidence)(around, before[article]?.[at])),
    );
    before = found;
    const flat = found.flat();
    if (pass === PASSES) {
      const all = judged(articles, found, evidence, ratio, lexicon);
      const matches = trusted(
        all.map((own) => own.map(({ beads }) => beads)),
        lexicon !== undefined,
      );
      return all.map((own, article) => own.map(({ document }, at) => ({ document, beads: matches[article]?.[at] ?? [] })));
    }
    ratio = lengthRatio(all, flat);
    around = { chances: chancesOf(flat), within: withinOf(all, flat) };
    const samples = pass > 0 ? samplesOf(articles, found, () => featuresOf) : undefined;
    const taught = [...known, ...all.flatMap((document, at) => lessons(document, flat[at]?.beads ?? []))];
    if (taught.length < LEAST_LESSONS) continue;
    lexicon = learnLexicon([...seeds.terms, ...seeds.words, ...taught]);
    weights = usualWeights(true);
    if (samples !== undefined) weights = fitWeights(weights, samples);
  }
}

/** What a document's pairs teach a lexicon. */
function lessons({ source, edition }: Document, beads: readonly Bead[]): Lesson[] {
  const signs = (places: Document['source'] | Document['edition'], at: readonly number[]) =>
    together(at.flatMap((one) => places[one]?.signs ?? []));
  return beads
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0 && bead.sure >= TEACHES)
    .map((bead) => ({ source: signs(source, bead.source), target: signs(edition, bead.target), weight: bead.sure }));
}
