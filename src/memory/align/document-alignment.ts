/** One document aligned by what its texts share and by where they are. */

import { type Document, type EditionSentence, positionRatio, type SourceSentence, signsTogether } from './document.ts';
import type { Evidence } from './evidence.ts';
import { type Alignment, alignTexts, type BeadShape, type Chances, USUAL } from './lattice.ts';
import { bestSplit, saysMore } from './splits.ts';

/** Below this likelihood of every part, the whole of two texts is not compared. */
const PROMISING = -8;
/** A text that says two, of which a cut is chosen among some, must be likelier so than not. */
const CUT = { from: 0, choice: -0.4 };

/** What the texts by themselves do not say. */
export interface Expectations {
  readonly chances: Chances;
  /** What it costs where one side starts a block and the other does not: a natural logarithm of a likelihood ratio. */
  readonly within: number;
  /** How much likelier a text of the edition is as one that translates nothing, as a natural logarithm; else as likely as any. */
  readonly alone?: (sentence: EditionSentence) => number;
}

/**
 * @param chosenBy where two sentences said in one are taken apart, what says where; else they are not
 * @returns aligns it; with an alignment by other evidence little is looked for beside what that one held possible
 */
export function aligner(
  { source, edition }: Document,
  evidence: Evidence,
  chosenBy?: Evidence,
): (around: Expectations, before?: Alignment) => Alignment {
  const [own, theirs] = [signsTogether(source), signsTogether(edition)];
  const known = new Map<number, number>();
  const ratio = (at: number, tall: number, to: number, wide: number): number => {
    const key = ((at * edition.length + to) * 4 + tall) * 4 + wide;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [own(at, tall), theirs(to, wide)];
    const possible = a !== undefined && b !== undefined && (tall * wide === 1 || hasPromise(at, tall, to, wide));
    let value = possible ? evidence(a, b) : Number.NEGATIVE_INFINITY;
    if (chosenBy !== undefined && tall === 2 && wide === 1 && value > CUT.from) {
      const halves = bestSplit(evidence, chosenBy, source.slice(at, at + 2), edition[to] as EditionSentence);
      value = halves === undefined ? Number.NEGATIVE_INFINITY : Math.min(value, CUT.choice + halves[0] + halves[1]);
    }
    if (chosenBy !== undefined && tall === 1 && wide === 1 && value > PROMISING)
      value += saysMore(chosenBy, (source[at] as SourceSentence).signs, edition[to] as EditionSentence);
    if (value !== Number.NEGATIVE_INFINITY) value += positionRatio(source, at, tall, edition, to, wide);
    known.set(key, value);
    return value;
  };
  const hasPromise = (at: number, tall: number, to: number, wide: number): boolean => {
    for (let x = at; x < at + tall; x++) for (let y = to; y < to + wide; y++) if (ratio(x, 1, y, 1) > PROMISING) return true;
    return false;
  };
  return ({ chances, within, alone = () => 0 }, before) => {
    return alignTexts(
      { source: source.length, target: edition.length },
      (at, tall, to, wide) => (tall > 0 && wide > 0 ? ratio(at, tall, to, wide) : wide > 0 ? alone(edition[to] as EditionSentence) : 0),
      chances,
      { source: source.map((one) => one.isFirst), target: edition.map((one) => one.isFirst), alone: within },
      before?.reach,
    );
  };
}

/** Of the places where a block starts on one side, the share within a block of the other: at first, and for how many that counts. */
const WITHIN = { usual: 0.2, weight: 10, least: 0.02, sure: 0.9 };

/** What alignments show of that. */
export function withinOf(documents: readonly Document[], found: readonly Alignment[]): number {
  let [within, all] = [WITHIN.usual * WITHIN.weight, WITHIN.weight];
  for (const [nth, { source, edition }] of documents.entries()) {
    const sure = (found[nth] as Alignment).beads.filter(
      (bead) => bead.sure >= WITHIN.sure && bead.source.length > 0 && bead.target.length > 0,
    );
    for (const [at, bead] of sure.entries()) {
      const before = sure[at - 1];
      if (before === undefined) continue;
      const isOne = (places: Document['source'] | Document['edition'], from: number | undefined, to: number | undefined) =>
        places[from ?? -1]?.block === places[to ?? -1]?.block;
      const [own, theirs] = [isOne(source, before.source.at(-1), bead.source[0]), isOne(edition, before.target.at(-1), bead.target[0])];
      if (own && theirs) continue;
      all++;
      if (own !== theirs) within++;
    }
  }
  const share = Math.max(WITHIN.least, within / all);
  return Math.min(0, Math.log(share / (1 - share)));
}

/** Weight of what is usual against what the documents show, in sentences. */
const USUALLY = 20;
/** What in an edition has no source, and what of a source is not said, is taken to be no rarer than this. */
const LEAST: Partial<Chances> = { '1-0': 0.07, '0-1': 0.07 };

/** How often each shape is, as these alignments show. */
export function chancesOf(found: readonly Alignment[]): Chances {
  const counts = Object.entries(USUAL).map(
    ([shape, usual]) =>
      [shape as BeadShape, USUALLY * usual + found.reduce((sum, { expected }) => sum + expected[shape as BeadShape], 0)] as const,
  );
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(counts.map(([shape, count]) => [shape, Math.max(count / all, LEAST[shape] ?? 0)])) as Chances;
}
