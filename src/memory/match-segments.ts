/** Which recorded segment each segment of the present article was. */

import type { Block, Segment, Text } from '../article.ts';
import { memoryKey } from '../text/white-space.ts';
import { words } from '../text.ts';
import { isOtherStyle } from './letter-case.ts';
import { likeness } from './likeness.ts';
import type { EditionRecord, RecordedBlock, RecordedSegment } from './record.ts';
import { between, commonPairs, range } from './sequence.ts';

/** An article, or as much of it as a record knows. */
export interface Sentences {
  readonly blocks: readonly (Pick<Block, 'kind' | 'path'> & { readonly segments: readonly Sentence[] })[];
}

type Sentence = Pick<Segment, 'id' | 'text'>;

export interface Matching {
  /** By the present segment's id: the recorded segment of the same words and marks; a reviewed headline's also where capitals changed. */
  readonly same: ReadonlyMap<string, RecordedSegment>;
  /** By the present segment's id, where no recorded one is the same: the one that it seems to have been before its author changed it. */
  readonly before: ReadonlyMap<string, RecordedSegment>;
  /** Recorded segments that no present one continues. */
  readonly gone: readonly RecordedSegment[];
}

/** Below this two sentences share little more than articles and commas: one was not made of the other. */
const ALIKE = 0.35;
/** A sentence that was both moved and changed must be plainly the same one. */
const ALIKE_ELSEWHERE = 0.7;
/** In a stretch with more comparisons than these, a sentence is only looked for so many places up and down. */
const MOST_COMPARISONS = 10_000;
const NEARBY = 20;

/** Both sides are never changed: several steps of one opening ask for the same pair. */
const known = new WeakMap<Sentences, WeakMap<EditionRecord, Matching>>();

/** Which recorded segment each segment of the article was; kept for as long as both are. */
export function matchRecord(article: Sentences, record: EditionRecord): Matching {
  const ofArticle = known.get(article) ?? new WeakMap<EditionRecord, Matching>();
  known.set(article, ofArticle);
  const matching = ofArticle.get(record) ?? matchSentences(article, record);
  ofArticle.set(record, matching);
  return matching;
}

/**
 * Equal sentences in an article may have different targets, so the order of the whole article decides first which is
 * which; a segment that has left the order takes the one whose neighbours are the same, then a reviewed one.
 */
function matchSentences(article: Sentences, record: EditionRecord): Matching {
  const present = article.blocks.flatMap((block) => block.segments);
  const recorded = record.blocks.flatMap((block) => block.segments);
  const keys = present.map((segment) => memoryKey(segment.text));
  const recordedKeys = recorded.map((segment) => memoryKey(segment.source));
  const same = new Map<string, RecordedSegment>();
  const used = new Set<RecordedSegment>();
  const take = (segment: Sentence, one: RecordedSegment) => {
    same.set(segment.id, one);
    used.add(one);
  };
  const inOrder = (pairs: readonly (readonly [number, number])[]) => {
    for (const [at, atRecorded] of pairs) take(present[at] as Sentence, recorded[atRecorded] as RecordedSegment);
  };
  // Equal sentences are told apart by their blocks: a block that is unchanged as a whole is surest, in its order or moved.
  const blocks = runs(article.blocks, keys);
  const recordedBlocks = runs(record.blocks, recordedKeys);
  const kept = commonPairs(
    blocks.map(({ key }) => key),
    recordedBlocks.map(({ key }) => key),
  ).map(([at, atRecorded]) => [blocks[at] as Run, recordedBlocks[atRecorded] as Run] as const);
  const anchors = kept.flatMap(([block, other]) => segmentPairs(block, other));
  inOrder(anchors);
  const stayed = new Set(kept.flat());
  const left = Map.groupBy(
    recordedBlocks.filter((block) => !stayed.has(block)),
    ({ key }) => key,
  );
  for (const block of blocks) {
    const moved = stayed.has(block) ? undefined : left.get(block.key)?.shift();
    if (moved !== undefined) inOrder(segmentPairs(block, moved));
  }
  const pairs = [...between(anchors, present.length, recorded.length)].flatMap(({ from, to, fromB, toB, paired }) => {
    const own = range(from, to).filter((at) => !same.has((present[at] as Sentence).id));
    const others = range(fromB, toB).filter((at) => !used.has(recorded[at] as RecordedSegment));
    const inside = commonPairs(
      own.map((at) => keys[at] as string),
      others.map((at) => recordedKeys[at] as string),
    ).map(([at, atRecorded]) => [own[at] as number, others[atRecorded] as number] as const);
    return paired ? [...inside, [to, toB] as const] : inside;
  });
  inOrder(pairs.filter(([at]) => !same.has((present[at] as Sentence).id)));

  const elsewhere = Map.groupBy(
    [...recorded.keys()].map((at) => ({ at, segment: recorded[at] as RecordedSegment })),
    ({ at }) => recordedKeys[at] as string,
  );
  const retired = Map.groupBy(record.retired, (segment) => memoryKey(segment.source));
  const superseded = Map.groupBy(
    recorded.filter((segment) => segment.outdated !== undefined),
    supersededKey,
  );
  for (const [at, segment] of present.entries()) {
    if (same.has(segment.id)) continue;
    const key = keys[at] as string;
    const score = ({ at: atRecorded, segment: one }: { at: number; segment: RecordedSegment }) =>
      (used.has(one) ? 0 : 8) +
      (recordedKeys[atRecorded - 1] === keys[at - 1] ? 2 : 0) +
      (recordedKeys[atRecorded + 1] === keys[at + 1] ? 2 : 0) +
      (one.target?.state === 'reviewed' ? 1 : 0);
    const best = elsewhere.get(key)?.reduce((a, b) => (score(b) > score(a) ? b : a)).segment ?? retired.get(key)?.[0];
    if (best !== undefined) {
      take(segment, best);
      continue;
    }
    // Its author has taken a change back: what a person wrote for it before is theirs again.
    const holder = superseded.get(key)?.find((one) => !used.has(one));
    if (holder?.outdated === undefined) continue;
    same.set(segment.id, { id: segment.id, ...holder.outdated });
    used.add(holder);
  }
  for (const [segment, was] of inOtherStyle(article, record, (one) => !used.has(one))) if (!same.has(segment.id)) take(segment, was);
  const before = new Map<string, RecordedSegment>();
  for (const [segment, was] of sameKeys(article, record)) {
    if (same.has(segment.id) || used.has(was)) continue;
    before.set(segment.id, was);
    used.add(was);
  }
  changed(present, recorded, pairs, { same, before, used });
  const gone = [...recorded, ...record.retired].filter((one) => !used.has(one));
  return { same, before, gone };
}

/** Headlines that a person has translated, and whose author has changed their capitals: other languages have their own rules for these. */
function inOtherStyle(
  article: Sentences,
  record: EditionRecord,
  isFree: (one: RecordedSegment) => boolean,
): (readonly [Sentence, RecordedSegment])[] {
  const headlines = <One>(blocks: readonly { readonly kind: Block['kind']; readonly segments: readonly One[] }[]) =>
    blocks.flatMap(({ kind, segments }) => (kind === 'heading' || kind === 'frontMatter' ? segments : []));
  const lower = (text: Text) => memoryKey(text).toLowerCase();
  const reviewed = headlines(record.blocks).filter((one) => one.target?.state === 'reviewed' && isFree(one));
  const known = Map.groupBy(reviewed, ({ source }) => lower(source));
  if (known.size === 0) return [];
  return headlines(article.blocks).flatMap((segment) => {
    const all = known.get(lower(segment.text)) ?? [];
    const at = all.findIndex(({ source }) => isOtherStyle(memoryKey(source), memoryKey(segment.text)));
    return at < 0 ? [] : all.splice(at, 1).map((was) => [segment, was] as const);
  });
}

/** The source that a reviewed target was made for, before its author changed it. */
function supersededKey({ outdated }: RecordedSegment): string {
  return outdated === undefined ? '' : memoryKey(outdated.source);
}

/** A block's segments, by index in the whole article. */
interface Run {
  readonly key: string;
  readonly start: number;
  readonly count: number;
}

function runs(
  blocks: readonly (Pick<RecordedBlock, 'kind' | 'path'> & { readonly segments: readonly unknown[] })[],
  keys: readonly string[],
): Run[] {
  let start = 0;
  return blocks.map(({ kind, path, segments }) => {
    const run = {
      key: [kind === 'string' ? `string ${path}` : kind, ...keys.slice(start, start + segments.length)].join('\u0000'),
      start,
      count: segments.length,
    };
    start += segments.length;
    return run;
  });
}

function segmentPairs(block: Run, other: Run): (readonly [number, number])[] {
  return range(0, block.count).map((at) => [block.start + at, other.start + at] as const);
}

/** A string of the same key is the same string, whatever it says. */
function sameKeys(article: Sentences, record: EditionRecord): (readonly [Sentence, RecordedSegment])[] {
  const byPath = new Map(record.blocks.flatMap(({ kind, path, segments }) => (kind === 'string' ? [[path, segments[0]] as const] : [])));
  return article.blocks.flatMap(({ kind, path, segments: [segment] }) => {
    const was = kind === 'string' ? byPath.get(path) : undefined;
    return segment === undefined || was === undefined ? [] : [[segment, was] as const];
  });
}

/** Pairs of what was changed, into `before`: first within the stretches between unchanged segments, then anywhere. */
function changed(
  present: readonly Sentence[],
  recorded: readonly RecordedSegment[],
  pairs: readonly (readonly [number, number])[],
  known: { same: ReadonlyMap<string, RecordedSegment>; before: Map<string, RecordedSegment>; used: Set<RecordedSegment> },
): void {
  const { same, before, used } = known;
  const pairUp = (segments: readonly Sentence[], candidates: readonly RecordedSegment[], least: number) => {
    const reach = segments.length * candidates.length > MOST_COMPARISONS ? NEARBY : Number.POSITIVE_INFINITY;
    const likely = segments.flatMap((segment, at) =>
      candidates
        .filter((_, other) => Math.abs(at - other) <= reach)
        .map((one) => ({ segment, one, share: likeness(words(segment.text), words(one.source)) })),
    );
    for (const { segment, one } of likely.filter(({ share }) => share >= least).sort((a, b) => b.share - a.share)) {
      if (before.has(segment.id) || used.has(one)) continue;
      before.set(segment.id, one);
      used.add(one);
    }
  };
  const open = (segment: Sentence) => !same.has(segment.id) && !before.has(segment.id);
  const free = (one: RecordedSegment) => !used.has(one);
  for (const { from, to, fromB, toB } of between(pairs, present.length, recorded.length))
    if (to > from && toB > fromB) pairUp(present.slice(from, to).filter(open), recorded.slice(fromB, toB).filter(free), ALIKE);
  pairUp(present.filter(open), recorded.filter(free), ALIKE_ELSEWHERE);
}
