/** What an edition's file shows of its record. */

import type { Article, Block } from '../article.ts';
import { fingerprint, isRemoved } from '../text.ts';
import { type FoundAdditions, findAdditions } from './additions.ts';
import { groupSentences } from './group-sentences.ts';
import { recordMarksIn } from './mark-ids.ts';
import { addedRuns, type BlockPairs, pairBlocks } from './pair-blocks.ts';
import type { EditionRecord, RecordedBlock, RecordedSegment } from './record.ts';
import { sentenceHomes } from './sentence-homes.ts';
import { commonPairs } from './sequence.ts';
import { joined, looseShape, type Sentence, shownText, spacelessShape } from './shown-text.ts';

export interface ShownSegment {
  readonly segment: RecordedSegment;
  /** The sentences of the file that translate the segment. */
  readonly said: Sentence[];
  changed: boolean;
}

export interface Shown extends Pick<BlockPairs, 'pairs'> {
  /** A person's own paragraphs that are as they were. */
  readonly found: FoundAdditions['found'];
  /** Blocks of the file that hold sentences of recorded blocks whose pair they are not, with the indexes of those. */
  readonly hosts: ReadonlyMap<Block, readonly number[]>;
  /** Runs of blocks that a person added, each with the index of the recorded block that it follows. */
  readonly added: readonly { readonly after: number | null; readonly blocks: readonly Block[] }[];
  /** Of the segments of every block that the file shows, but those that a person removed before. */
  readonly readings: ReadonlyMap<RecordedSegment, ShownSegment>;
}

export function shownIn(edition: Article, { blocks, additions }: EditionRecord): Shown {
  const { found, rest } = findAdditions(additions, edition);
  const recordMarks = recordMarksIn(edition);
  const { pairs } = pairBlocks(blocks, rest, recordMarks);
  const { sentences, hosts } = sentenceHomes(blocks, rest, pairs, edition, recordMarks);
  const readings = [...sentences].flatMap(([index, said]) =>
    readBlock(blocks[index] as RecordedBlock, said).map((reading) => [reading.segment, reading] as const),
  );
  const indexOf = new Map([
    ...[...hosts].map(([block, [index = 0]]) => [block, index] as const),
    ...[...pairs].map(([index, block]) => [block, index] as const),
  ]);
  return { found, pairs, hosts, added: addedRuns(blocks, rest, indexOf), readings: new Map(readings) };
}

/** What the file says for each segment of a block. */
function readBlock({ segments }: RecordedBlock, sentences: readonly Sentence[]): ShownSegment[] {
  const readings = segments
    .filter((segment) => !isRemoved(segment.target))
    .map((segment): ShownSegment => ({ segment, said: [], changed: false }));
  const { moved, stay } = movedSentences(readings, sentences);
  let last: ShownSegment | undefined;
  let leading: Sentence[] = [];
  const inOrder = readings.filter((reading) => !moved.has(reading));
  for (const { recorded, present, same } of groupSentences(
    inOrder.map(({ segment }) => segment),
    stay,
  )) {
    const own = present.map((at) => stay[at] as Sentence);
    const group = recorded.map((at) => inOrder[at] as ShownSegment);
    // A sentence of the person's own goes with the one before it, or the first.
    const first = group[0] ?? last;
    if (first === undefined) {
      leading.push(...own);
      continue;
    }
    first.said.push(...leading, ...own);
    if (!same || leading.length > 0) for (const reading of [first, ...group]) reading.changed = true;
    leading = [];
    if (own.length > 0) last = first;
  }
  for (const [reading, said] of moved) reading.said.push(...said);
  // What a file was written with is as it was written, in whatever groups its sentences are found.
  for (const reading of readings)
    if (reading.changed && fingerprint(joined(reading.said, 'recorded')) === reading.segment.written) reading.changed = false;
  return readings;
}

/** A shorter text may be the same by chance. */
const LONG = 10;

/** Sentences that are as they were written, but not in their order. */
function movedSentences(
  readings: readonly ShownSegment[],
  sentences: readonly Sentence[],
): { moved: ReadonlyMap<ShownSegment, readonly Sentence[]>; stay: readonly Sentence[] } {
  const moved = new Map<ShownSegment, readonly Sentence[]>();
  const pairs = commonPairs(
    readings.map(({ segment }) => looseShape(shownText(segment))),
    sentences.map(({ recorded }) => looseShape(recorded)),
  );
  if (pairs.length === readings.length || pairs.length === sentences.length) return { moved, stay: sentences };
  const [paired, taken] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  const texts = sentences.map(({ recorded }) => spacelessShape(recorded));
  // A target that is read as several sentences is in its order where it lies between the same neighbours.
  const places = (at: number): [number, number] => [
    pairs.findLast(([one]) => one < at)?.[1] ?? -1,
    pairs.find(([one]) => one > at)?.[1] ?? sentences.length,
  ];
  for (const [at, reading] of readings.entries()) {
    const key = spacelessShape(shownText(reading.segment));
    if (paired.has(at) || key.length < LONG) continue;
    for (let from = 0; from < sentences.length; from++) {
      let to = from;
      let text = '';
      while (to < sentences.length && !taken.has(to) && key.startsWith(text + texts[to]) && text !== key) text += texts[to++];
      const [low, high] = places(at);
      if (text !== key || (from > low && to <= high)) continue;
      for (let one = from; one < to; one++) taken.add(one);
      moved.set(reading, sentences.slice(from, to));
      break;
    }
  }
  const gone = new Set([...moved.values()].flat());
  return { moved, stay: gone.size === 0 ? sentences : sentences.filter((one) => !gone.has(one)) };
}
