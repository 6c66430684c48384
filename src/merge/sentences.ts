/** Changed sentences over those that an edition's file has, in the edition's own bytes around them. */

import type { Article, Block, Edition, Segment, Target, Text } from '../article.ts';
import { editsOf, type WriteOptions } from '../markdown/write.ts';
import { recordMarksIn } from '../memory/mark-ids.ts';
import type { Matching } from '../memory/match-segments.ts';
import type { EditionRecord, RecordedSegment } from '../memory/record.ts';
import { between, range } from '../memory/sequence.ts';
import type { Shown } from '../memory/shown.ts';
import type { Edit } from '../splice.ts';
import { shape } from '../text.ts';
import { withFileMarks } from './file-marks.ts';
import { inOrder } from './items.ts';

export interface Given {
  /** The edition to be written, of the source now. */
  readonly edition: Edition;
  /** Of the file as it is, with what people changed in it taken in. */
  readonly record: EditionRecord;
  /** The file, read as an article of its own locale. */
  readonly present: Article;
  readonly shown: Shown;
  readonly matching: Matching;
  /** The block of the source now that continues a recorded one, by the recorded one's index. */
  readonly blocks: ReadonlyMap<number, Block>;
  /** What the locale writes between two sentences. */
  readonly gap: '' | ' ';
  readonly options: WriteOptions;
}

/** Segments of the source now whose target is another than the one that the file shows, as the record has it. */
export function changedSegments(edition: Edition, record: EditionRecord, matching: Matching): Set<string> {
  const recordMarks = recordMarksIn(edition.article);
  const inFile = new Set(record.blocks.flatMap(({ segments }) => segments));
  // A sentence that is there once more has its words from the first one, and no place of its own in the file.
  const holders = new Map([...matching.same].toReversed().map(([id, was]) => [was, id]));
  const isShown = (id: string): boolean => {
    const was = matching.same.get(id) ?? matching.before.get(id);
    const target = edition.targets.get(id);
    if (was === undefined || !inFile.has(was) || was.replaced !== undefined || (holders.get(was) ?? id) !== id) return false;
    if (target === undefined || was.target === undefined) return target === was.target && matching.same.has(id);
    return shape(recordMarks(target.text)) === shape(was.target.text);
  };
  return new Set(edition.article.blocks.flatMap(({ segments }) => segments.flatMap(({ id }) => (isShown(id) ? [] : [id]))));
}

export interface SentenceEdits {
  /** Of the file. */
  readonly edits: readonly Edit[];
  /** Blocks of the file in which a sentence goes on; the others with words go with what they were made from. */
  readonly stays: ReadonlySet<Block>;
  /** Blocks of the file of which no sentence goes on, although what they are part of does. */
  readonly emptied: ReadonlySet<Block>;
}

export function sentenceEdits(given: Given, changed: ReadonlySet<string>): SentenceEdits {
  const { present, shown, record, gap } = given;
  const blockOf = new Map(present.blocks.flatMap((block) => block.segments.map((segment) => [segment, block] as const)));
  const saidOf = (index: number) =>
    (record.blocks[index]?.segments ?? []).flatMap((segment) => shown.readings.get(segment)?.said ?? []).map(({ segment }) => segment);
  const over = new Map<Segment, Text>();
  const insertions: Insertion[] = [];
  const stays = new Set<Block>();
  const first = new Map([
    ...[...shown.hosts].toReversed().flatMap(([block, all]) => all.map((index) => [index, block] as const)),
    ...shown.pairs,
  ]);
  for (const [index, block] of given.blocks) {
    if (!first.has(index)) continue;
    const plan = planBlock(given, record.blocks[index]?.segments ?? [], block, changed);
    for (const [segment, text] of plan.over) over.set(segment, text);
    const own = saidOf(index).sort((a, b) => a.span.start - b.span.start);
    for (const { after, text } of plan.insertions) {
      const before = after === undefined ? own[0] : undefined;
      const there = after ?? before;
      insertions.push({ after, before, block: there === undefined ? first.get(index) : blockOf.get(there), text });
    }
    for (const segment of own) if (over.get(segment)?.length !== 0) stays.add(blockOf.get(segment) as Block);
  }
  for (const { block } of insertions) if (block !== undefined) stays.add(block);
  for (const index of record.blocks.keys())
    if (!given.blocks.has(index)) for (const segment of saidOf(index)) if (stays.has(blockOf.get(segment) as Block)) over.set(segment, []);
  const emptied = new Set(
    present.blocks.filter(
      (block) => !stays.has(block) && block.segments.length > 0 && block.segments.every((segment) => over.get(segment)?.length === 0),
    ),
  );
  const targets = new Map(
    [...over].flatMap(([segment, text]) => (emptied.has(blockOf.get(segment) as Block) ? [] : [[segment.id, asTarget(text)] as const])),
  );
  const blocks = present.blocks.map((block): Block => {
    const own = insertions.filter((one) => one.block === block);
    if (own.length === 0) return block;
    const put = (isMeant: (one: Insertion) => boolean, at: number): Segment[] =>
      own.filter(isMeant).map(({ after, text }) => {
        const id = `inserted ${targets.size}`;
        targets.set(id, asTarget(after === undefined ? [...text, gap] : [gap, ...text]));
        return { id, span: { start: at, end: at }, text: [] };
      });
    const segments = block.segments.flatMap((segment) => [
      ...put(({ before }) => before === segment, segment.span.start),
      segment,
      ...put(({ after }) => after === segment, segment.span.end),
    ]);
    return { ...block, segments: [...put(({ after, before }) => (after ?? before) === undefined, block.span.start), ...segments] };
  });
  if (targets.size === 0) return { edits: [], stays, emptied };
  const article = { ...present, blocks };
  const { set: _, anchors: __, ...options } = given.options;
  return { edits: editsOf({ article, locale: record.locale, targets }, options), stays, emptied };
}

/** As a person's target: the writer takes the bytes of its marks as they are, and an empty text for a deleted one. */
export function asTarget(text: Text): Target {
  return { text, state: 'reviewed', origin: { by: 'person' }, terms: [] };
}

/** The recorded sentence that each of the block's is the present form of, in one order; what is new between two is taken for another form of what was there. */
function pairSentences(
  recorded: readonly RecordedSegment[],
  { segments }: Block,
  { same, before }: Matching,
): Map<Segment, RecordedSegment> {
  const order = new Map(recorded.map((segment, at) => [segment, at]));
  const own = segments.flatMap((segment, at) => {
    const was = same.get(segment.id) ?? before.get(segment.id);
    const place = was === undefined ? undefined : order.get(was);
    return place === undefined ? [] : [[at, place] as const];
  });
  const stay = inOrder(own.map(([, place]) => place));
  const inBoth = own.filter((_, at) => stay.has(at));
  const known = new Set(own.map(([at]) => at));
  const used = new Set(own.map(([, place]) => place));
  const replaced = [...between(inBoth, segments.length, recorded.length)].flatMap(({ from, to, fromB, toB }) => {
    const left = range(from, to).filter((at) => !known.has(at));
    const right = range(fromB, toB).filter((place) => !used.has(place));
    return left.slice(0, right.length).map((at, nth) => [at, right[nth] as number] as const);
  });
  return new Map([...inBoth, ...replaced].map(([at, place]) => [segments[at] as Segment, recorded[place] as RecordedSegment]));
}

/** A new sentence, with its place: after one of the file, before one, or first in its block. */
interface Insertion {
  readonly after: Segment | undefined;
  readonly before: Segment | undefined;
  readonly block: Block | undefined;
  readonly text: Text;
}

interface Plan {
  /** New texts of sentences of the file; an empty one deletes its sentence. */
  readonly over: ReadonlyMap<Segment, Text>;
  /** New sentences, each with the one that it follows. */
  readonly insertions: readonly Pick<Insertion, 'after' | 'text'>[];
}

function planBlock(
  { edition, shown, matching }: Given,
  recorded: readonly RecordedSegment[],
  block: Block,
  changed: ReadonlySet<string>,
): Plan {
  const inPlace = pairSentences(recorded, block, matching);
  const over = new Map<Segment, Text>();
  const insertions: Pick<Insertion, 'after' | 'text'>[] = [];
  const takeOut = (was: RecordedSegment) => {
    for (const { segment } of shown.readings.get(was)?.said ?? []) over.set(segment, []);
  };
  let last: Segment | undefined;
  for (const segment of block.segments) {
    const was = inPlace.get(segment);
    const reading = was === undefined ? undefined : shown.readings.get(was);
    const first = reading?.said[0]?.segment;
    const isChanged = changed.has(segment.id);
    const text = edition.targets.get(segment.id)?.text ?? segment.text;
    // A sentence that a person deleted, or merged into the one before, stays so until its source changes.
    if (first === undefined && (was === undefined || isChanged) && text.length > 0)
      insertions.push({ after: last, text: withFileMarks(edition, segment, text, undefined) });
    if (was !== undefined && first !== undefined && isChanged) {
      takeOut(was);
      over.set(first, withFileMarks(edition, segment, text, reading));
    }
    last = reading?.said.at(-1)?.segment ?? last;
  }
  const stays = new Set(inPlace.values());
  for (const was of recorded) if (!stays.has(was)) takeOut(was);
  return { over, insertions };
}
