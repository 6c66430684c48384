/** Blocks that an edition has elsewhere than its source: an alignment in order has to leave them out on both sides. */

import type { Block } from '../../article.ts';
import { type AlignableSentence, type Document, type EditionSentence, isInside, type SourceSentence } from './document.ts';
import type { Bead } from './lattice.ts';

/** A pair is in its place where it is as sure as this. */
const IN_PLACE = 0.5;
/** That a block without a partner has been moved, and not left out; and that the next one has been moved with it. */
const MOVED = { chance: 0.1, withNext: 0.5 };
/** Surer than in its place: the order of the blocks speaks against it. */
const SURE = 0.99;
/** With more comparisons than these, an edition is another text. */
const MOST_COMPARISONS = 2500;

/**
 * @param beads of the document in order, with how sure each is
 * @param likeness of such blocks: a natural logarithm of a likelihood ratio
 * @returns the blocks that are surely the same, those that follow each other on both sides together
 */
export function movedBlocks(
  { source, edition }: Document,
  beads: readonly (Bead & { readonly trust: number })[],
  likeness: (one: Document) => number,
): Document[] {
  const placed = beads.filter(({ trust }) => trust >= IN_PLACE);
  const [own, theirs] = [
    freeBlocks(
      source,
      placed.flatMap((bead) => bead.source),
    ),
    freeBlocks(
      edition,
      placed.flatMap((bead) => bead.target),
    ),
  ];
  const comparisons = own.length * theirs.length;
  if (comparisons === 0 || comparisons > MOST_COMPARISONS) return [];
  const values = own.map((a) => theirs.map((b) => (isAlike(a, b) ? likeness({ source: a.sentences, edition: b.sentences }) : -Infinity)));
  const worthOf = (at: number, to: number) => values[at]?.[to] ?? Number.NEGATIVE_INFINITY;
  const partner = new Map<number, number>();
  const take = (at: number, to: number, least: number) => {
    const others = [...own.keys()].filter((one) => one !== at).map((one) => worthOf(one, to));
    const elsewhere = [...theirs.keys()].filter((one) => one !== to).map((one) => worthOf(at, one));
    const next = Math.max(0, ...others, ...elsewhere);
    if (worthOf(at, to) - next < least || partner.has(at) || [...partner.values()].includes(to)) return false;
    partner.set(at, to);
    return true;
  };
  const odds = (chance: number) => Math.log(SURE / (1 - SURE)) - Math.log(chance / (1 - chance));
  for (const at of own.keys()) for (const to of theirs.keys()) take(at, to, odds(MOVED.chance) + Math.log(comparisons));
  // What follows a moved block on both sides has been moved with it, if it is the same at all.
  for (let grown = true; grown; ) {
    grown = false;
    for (const [at, to] of [...partner])
      for (const step of [1, -1])
        if (isNext(own, at, at + step) && isNext(theirs, to, to + step)) grown = take(at + step, to + step, odds(MOVED.withNext)) || grown;
  }
  return runs(partner, own, theirs);
}

interface FreeBlock<Sentence> {
  readonly block: Block;
  /** Its place among all blocks of the sequence. */
  readonly at: number;
  readonly sentences: readonly Sentence[];
}

/** Blocks of which no sentence is in its place. */
function freeBlocks<Sentence extends AlignableSentence>(all: readonly Sentence[], placed: readonly number[]): FreeBlock<Sentence>[] {
  const taken = new Set(placed.map((at) => all[at]?.block));
  return [...Map.groupBy(all, ({ block }) => block)].flatMap(([block, sentences], at) =>
    taken.has(block) || isInside(block) ? [] : [{ block, at, sentences }],
  );
}

function isAlike({ block: a }: FreeBlock<unknown>, { block: b }: FreeBlock<unknown>): boolean {
  return a.kind === b.kind && a.depth === b.depth;
}

function isNext(all: readonly FreeBlock<unknown>[], at: number, next: number): boolean {
  const [one, other] = [all[at], all[next]];
  return one !== undefined && other !== undefined && Math.abs(one.at - other.at) === 1;
}

/** Pairs that follow each other on both sides, as one. */
function runs(
  partner: ReadonlyMap<number, number>,
  own: readonly FreeBlock<SourceSentence>[],
  theirs: readonly FreeBlock<EditionSentence>[],
): Document[] {
  const found: { source: SourceSentence[]; edition: EditionSentence[] }[] = [];
  let last: readonly [number, number] | undefined;
  for (const [at, to] of [...partner].sort(([a], [b]) => a - b)) {
    const follows =
      last !== undefined && at === last[0] + 1 && to === last[1] + 1 && isNext(own, last[0], at) && isNext(theirs, last[1], to);
    if (!follows) found.push({ source: [], edition: [] });
    found.at(-1)?.source.push(...(own[at]?.sentences ?? []));
    found.at(-1)?.edition.push(...(theirs[to]?.sentences ?? []));
    last = [at, to];
  }
  return found;
}
