/** The last pass: which of the pairs that were found are texts that belong together, beside what else they may be. */

import { belonging } from './belonging.ts';
import { type CohortText, comparerWithStrangers } from './cohort.ts';
import type { Document, EditionSentence, SourceSentence } from './document.ts';
import { aligner, chancesOf, type Expectations, withinOf } from './document-alignment.ts';
import type { Comparer, Evidence } from './evidence.ts';
import type { Alignment, Bead } from './lattice.ts';
import type { Lexicon } from './lexicon.ts';
import { movedBlocks } from './moved.ts';
import { rivalFinder } from './rivals.ts';
import { samplesOf } from './samples.ts';
import { type Signs, together } from './signs.ts';
import { bestSplit, saysAgain } from './splits.ts';
import { type StrayKinds, type StrayShares, strayRatio, strayShares } from './strays.ts';
import type { Weighed } from './trust.ts';
import { fitWeights, scoreOf } from './weights.ts';

/** What of an edition is taken to have no source where its place alone speaks for one: other text in a sentence's place. */
const REPLACED = 0.1;
/**
 * A text that fits a sentence of another article by so much better than its own is for somebody to look at, whatever its place says: of
 * pairs in editions without a third of their sentences, four of seven wrong ones were such, and three of 1,700 right ones (es, zh, ru). As
 * natural logarithms.
 */
const ELSEWHERE = { better: 2, most: 0.5 };
/** What it is worth that two texts are the only one of the same key in the front matter: a title is that article's, however freely it is put. */
const SAME_KEY = 5;
/** Below this evidence two texts are not compared with strangers. */
const HOPELESS = -5;
/** Alignments after which the shares of what translates nothing change no more. */
const ROUNDS = 2;
/**
 * What evidence is worth beside what each text has with strangers. Of a logistic regression on the same news as the other weights: a pair's
 * evidence, by how many standard deviations it is more than that of its source and of its target with strangers, and the intercept.
 */
const WEIGHTS = [0.64, 0.52, 0.51, -2.37];

/** Blocks that were moved are documents of their own. */
export interface JudgedDocument {
  readonly document: Document;
  readonly beads: readonly Weighed[];
}

/**
 * The evidence of a pair is compared with that of each text with strangers, a text of an edition with what it may translate elsewhere, and
 * two sentences said in one are taken apart.
 */
export function judged(
  articles: readonly (readonly Document[])[],
  found: readonly (readonly Alignment[])[],
  evidence: Evidence,
  ratio: number,
  lexicon: Lexicon | undefined,
): JudgedDocument[][] {
  const members = (side: 'source' | 'edition'): CohortText[] =>
    articles
      .flatMap((documents, article) => documents.flatMap((document) => document[side].map(({ signs }) => ({ article, signs }))))
      .sort((a, b) => a.signs.length - b.signs.length);
  const [source, target] = [members('source'), members('edition')];
  const comparers = articles.map((_, at) => comparerWithStrangers(evidence, { source, target }, ratio, at));
  const samples = samplesOf(articles, found, (article) => comparers[article] as Comparer);
  // Without strangers enough, evidence counts as it is.
  const weights = samples === undefined ? [1, 0, 0, 0] : fitWeights(WEIGHTS, samples);
  const evidences = comparers.map(
    (compare): Evidence =>
      (a, b) => {
        const value = evidence(a, b);
        // What strangers have would say no less.
        if (value < HOPELESS) return value;
        const values = compare(a, b);
        return values === undefined ? Number.NEGATIVE_INFINITY : scoreOf(values, weights);
      },
  );
  const rivals = lexicon === undefined ? undefined : rivalFinder(source, lexicon.fromTarget.likelier);
  const belongs = belonging(articles);
  const kindsOf = ({ signs }: EditionSentence, article: number): Kinds => {
    const all = (rivals?.(signs, article) ?? []).map((rival) => (evidences[rival.article] as Evidence)(rival.signs, signs));
    const likelihood = all.reduce((sum, value) => sum + Math.exp(value), 0);
    const strange = Math.exp(-belongs(signs, article));
    return { borrowed: (strange * likelihood) / source.length, strange, elsewhere: Math.max(Number.NEGATIVE_INFINITY, ...all) };
  };
  const judgements = articles.flatMap((documents, article) =>
    documents.map((document, at): Judgement => {
      const own = evidences[article] as Evidence;
      const align = aligner(document, own, evidence);
      return {
        document,
        own,
        align: (around) => align(around, found[article]?.[at]),
        kinds: new Map(document.edition.map((one) => [one, kindsOf(one, article)])),
      };
    }),
  );
  let shares: StrayShares = { borrowed: 0, strange: 0 };
  const surroundings = { chances: chancesOf(found.flat()), within: withinOf(articles.flat(), found.flat()) };
  const around = ({ kinds }: Judgement): Required<Expectations> => ({
    ...surroundings,
    alone: (sentence) => Math.log(strayRatio(kinds.get(sentence) as Kinds, shares)),
  });
  for (let round = 0; round < ROUNDS; round++)
    shares = strayShares(
      judgements.flatMap((one) => {
        const { alone } = one.align(around(one));
        return one.document.edition.map((sentence, to) => ({ alone: alone[to] as number, kinds: one.kinds.get(sentence) as Kinds }));
      }),
    );
  const weigh = (one: Judgement): Weighed[] => {
    const elsewhere = (sentence: EditionSentence) => (one.kinds.get(sentence) as Kinds).elsewhere;
    const kinOf = kinship(one.document, one.own, evidence, around(one).alone, elsewhere);
    if (isOneOfKey(one.document)) return [{ source: [0], target: [0], sure: 1, trust: kinOf({ source: [0], target: [0], sure: 1 }) }];
    return one.align(around(one)).beads.map((bead) => ({ ...bead, trust: bead.sure * kinOf(bead) }));
  };
  const judged = judgements.map((one) => {
    const beads = weigh(one);
    const moved = movedBlocks(one.document, beads, (blocks) => likeness(blocks, one.own, surroundings));
    if (moved.length === 0) return [{ document: one.document, beads }];
    const documents = [without(one.document, moved), ...moved];
    return documents.map((document) => ({ document, beads: weigh({ ...one, document, align: aligner(document, one.own, evidence) }) }));
  });
  return articles.map((documents) => judged.splice(0, documents.length).flat());
}

function isOneOfKey({ source, edition }: Document): boolean {
  return source.length === 1 && edition.length === 1 && source[0]?.block.kind === 'frontMatter';
}

/** A document on its way to be judged. */
interface Judgement {
  readonly document: Document;
  readonly own: Evidence;
  readonly align: (around: Expectations) => Alignment;
  /** What each text of the edition may be that translates nothing. */
  readonly kinds: ReadonlyMap<EditionSentence, Kinds>;
}

interface Kinds extends StrayKinds {
  /** The evidence that it is a translation of what fits it best in other articles. */
  readonly elsewhere: number;
}

function without({ source, edition }: Document, moved: readonly Document[]): Document {
  const gone = new Set<unknown>(moved.flatMap((one) => [...one.source, ...one.edition]));
  return { source: source.filter((one) => !gone.has(one)), edition: edition.filter((one) => !gone.has(one)) };
}

/** What the sentences of two blocks have in common, each with that which it is paired with. */
function likeness(blocks: Document, evidence: Evidence, around: Expectations): number {
  let sum = 0;
  for (const { source, target } of aligner(blocks, evidence)(around).beads)
    if (source.length > 0 && target.length > 0)
      sum += evidence(signsIn(source.map((at) => blocks.source[at])), signsIn(target.map((at) => blocks.edition[at])));
  return sum;
}

function signsIn(places: readonly ({ readonly signs: Signs } | undefined)[]): Signs {
  return together(places.flatMap((place) => place?.signs ?? []));
}

/**
 * How sure it is that texts belong together wherever they are; of two sentences said in one, that each of them is said.
 * @param alone how much likelier a text of the edition is as one that translates nothing
 * @param elsewhere the evidence that it translates a sentence of another article
 */
function kinship(
  { source, edition }: Document,
  evidence: Evidence,
  chosenBy: Evidence,
  alone: (sentence: EditionSentence) => number,
  elsewhere: (sentence: EditionSentence) => number,
): (bead: Bead) => number {
  const kin = (value: number) => 1 / (1 + (REPLACED / (1 - REPLACED)) * Math.exp(-value));
  return (bead) => {
    const own = bead.source.map((at) => source[at] as SourceSentence);
    const theirs = bead.target.map((at) => edition[at] as EditionSentence);
    if (own.length === 0 || theirs.length === 0) return 0;
    const value = evidence(signsIn(own), signsIn(theirs)) + (isOneOfKey({ source, edition }) ? SAME_KEY : 0);
    const isElsewhere = theirs.some((one) => elsewhere(one) > value + ELSEWHERE.better);
    const whole = Math.min(isElsewhere ? ELSEWHERE.most : 1, kin(value - Math.max(...theirs.map(alone))));
    if (own.length !== 2 || theirs.length !== 1) return whole;
    // Of a headline and a first sentence that says it again the text says one.
    if (saysAgain(own)) return Math.min(whole, ELSEWHERE.most);
    const [first, second] = bestSplit(evidence, chosenBy, own, theirs[0] as EditionSentence) ?? [];
    return first === undefined || second === undefined ? 0 : whole * kin(first) * kin(second);
  };
}
