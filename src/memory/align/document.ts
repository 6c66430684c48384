/** The running text of an article and of its edition, as two sequences of sentences. */

import type { Article, Block, BlockKind, Segment } from '../../article.ts';
import { recordMarksIn } from '../mark-ids.ts';
import { type Sentence, sentencesOf } from '../shown-text.ts';
import { type Signs, signsOf, together } from './signs.ts';

/** A sentence and its position. */
export interface AlignableSentence {
  readonly block: Block;
  readonly signs: Signs;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether it is the first of the whole sequence. */
  readonly opens: boolean;
}

export interface SourceSentence extends AlignableSentence {
  readonly segment: Segment;
}

export interface EditionSentence extends AlignableSentence {
  readonly locale: string;
  readonly sentence: Sentence;
}

/** Two sequences that follow each other, more or less. */
export interface Document {
  readonly source: readonly SourceSentence[];
  readonly edition: readonly EditionSentence[];
}

/** Blocks inside another one, or in the front matter, are known by kind and key, not by their position. */
const INSIDE: ReadonlySet<BlockKind> = new Set(['alt', 'title', 'label', 'attribute', 'string', 'frontMatter']);

export function isInside({ kind }: Block): boolean {
  return INSIDE.has(kind);
}

/** The body first, then what is inside of it: the values of a key, and the blocks of a kind in their order. */
export function documentsOf(article: Article, edition: Article): Document[] {
  const groups = (blocks: readonly Block[]) =>
    Map.groupBy(blocks, (block) => (isInside(block) ? `${block.kind} ${block.kind === 'frontMatter' ? block.path : ''}` : ''));
  const [own, theirs] = [groups(article.blocks), groups(edition.blocks)];
  const recordMarks = recordMarksIn(edition);
  const names = new Set(['', ...own.keys(), ...theirs.keys()]);
  return [...names].map((name) => ({
    source: (own.get(name) ?? []).flatMap((block, _, all) =>
      block.segments.map((segment, at) => ({ ...placeOf(all, block, at, signsOf(segment.text, article.locale)), segment })),
    ),
    edition: (theirs.get(name) ?? []).flatMap((block, _, all) =>
      sentencesOf(block, edition, recordMarks).map((sentence, at) => ({
        ...placeOf(all, block, at, signsOf(sentence.recorded, edition.locale)),
        sentence,
        locale: edition.locale,
      })),
    ),
  }));
}

function placeOf(blocks: readonly Block[], block: Block, at: number, signs: Signs): AlignableSentence {
  const isFirst = at === 0;
  return { block, signs, isFirst, isLast: at === block.segments.length - 1, opens: isFirst && block === blocks[0] };
}

/**
 * What the positions of two sentences say, as a natural logarithm of a likelihood ratio. Authors add at the end and translators leave out
 * there, so starts say more.
 */
const WHERE = {
  otherKind: -6,
  sameKind: 1,
  otherDepth: -1,
  bothOpen: 1,
  first: { both: 0.6, one: -0.3 },
  last: { both: 0.3, one: -0.2 },
};

/** Whether two blocks are of a kind, and whether the sentences open or close theirs: `tall` from `at`, and `wide` from `to`. */
export function positionRatio(
  source: readonly AlignableSentence[],
  at: number,
  tall: number,
  target: readonly AlignableSentence[],
  to: number,
  wide: number,
): number {
  const [a, b] = [source[at] as AlignableSentence, target[to] as AlignableSentence];
  const [ownEnd, theirEnd] = [source[at + tall - 1] as AlignableSentence, target[to + wide - 1] as AlignableSentence];
  const running = (block: Block) => block.kind === 'paragraph' || block.kind === 'html';
  let sum = 0;
  if (a.block.kind !== b.block.kind) sum += running(a.block) && running(b.block) ? 0 : WHERE.otherKind;
  else if (!running(a.block)) sum += a.block.depth === b.block.depth ? WHERE.sameKind : WHERE.otherDepth;
  if (a.isFirst || b.isFirst) sum += a.isFirst && b.isFirst ? WHERE.first.both : WHERE.first.one;
  if (ownEnd.isLast || theirEnd.isLast) sum += ownEnd.isLast && theirEnd.isLast ? WHERE.last.both : WHERE.last.one;
  return a.opens && b.opens ? sum + WHERE.bothOpen : sum;
}

/** Signs of neighbours of one block as of one sentence; undefined where they are in several. */
export function signsTogether(places: readonly AlignableSentence[]): (at: number, count: number) => Signs | undefined {
  const known = new Map<number, Signs | undefined>();
  return (at, count) => {
    const key = at * 4 + count;
    if (known.has(key)) return known.get(key);
    const own = places.slice(at, at + count);
    const signs = own.every(({ block }) => block === own[0]?.block) ? together(own.map((one) => one.signs)) : undefined;
    known.set(key, signs);
    return signs;
  };
}
