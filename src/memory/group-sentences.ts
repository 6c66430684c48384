/** Which sentences of an edition's block say which recorded segments, after a person has merged, split, added or deleted some. */

import { fingerprint, words } from '../text.ts';
import { likeness } from './likeness.ts';
import type { RecordedSegment } from './record.ts';
import { between, commonPairs } from './sequence.ts';
import { isAsWritten, joined, looseShape, type Sentence, sameButCuts, shownText } from './shown-text.ts';

export interface Group {
  /** Indexes into the recorded segments; empty for sentences of the person's own. */
  readonly recorded: readonly number[];
  /** Indexes into the block's sentences; empty for a deleted segment. */
  readonly present: readonly number[];
  /** Whether the sentences are the segments as they were written. */
  readonly same: boolean;
}

/** Recorded and present sentences in one group. One target may be read as three sentences, and three targets as one. */
const SIZES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;
/** Characters that a merge or a split must explain beyond those that pairs one by one explain. */
const PENALTY = 4;

/** Above this many combinations sentences are taken one for one: a paragraph of hundreds that was rewritten as a whole. */
const MOST_CELLS = 10_000;

/** The groups in order. Sentences that are as they were are its fixed points; only what lies between is compared. */
export function groupSentences(recorded: readonly RecordedSegment[], present: readonly Sentence[]): Group[] {
  const pairs = commonPairs(
    recorded.map((segment) => looseShape(shownText(segment))),
    present.map((sentence) => looseShape(sentence.recorded)),
  );
  const groups: Group[] = [];
  for (const { from, to, fromB, toB, paired } of between(pairs, recorded.length, present.length)) {
    for (const group of aroundWhole(recorded.slice(from, to), present.slice(fromB, toB)))
      groups.push({ ...group, recorded: group.recorded.map((at) => at + from), present: group.present.map((at) => at + fromB) });
    if (paired) groups.push({ recorded: [to], present: [toB], same: true });
  }
  return groups;
}

/** A target that is read as several sentences, and holds all of them, is a fixed point too. */
function aroundWhole(recorded: readonly RecordedSegment[], present: readonly Sentence[]): Group[] {
  const texts = present.map((sentence) => looseShape(sentence.recorded));
  const groups: Group[] = [];
  let [row, column] = [0, 0];
  const upTo = (toRow: number, toColumn: number) => {
    for (const group of groupsBetween(recorded.slice(row, toRow), present.slice(column, toColumn)))
      groups.push({ ...group, recorded: group.recorded.map((at) => at + row), present: group.present.map((at) => at + column) });
  };
  for (const [at, segment] of recorded.entries()) {
    const text = looseShape(shownText(segment));
    for (let from = column; from < present.length && text !== ''; from++) {
      let rest = text;
      let to = from;
      while (to < present.length && texts[to] !== '' && rest.startsWith(texts[to] as string))
        rest = rest.slice((texts[to++] as string).length).replace(/^ /, '');
      if (rest !== '' || to - from < 2 || present.slice(from + 1, to).some(({ gap }) => gap !== '' && gap !== ' ')) continue;
      upTo(at, from);
      groups.push({ recorded: [at], present: Array.from({ length: to - from }, (_, nth) => from + nth), same: true });
      [row, column] = [at + 1, to];
      break;
    }
  }
  upTo(recorded.length, present.length);
  return groups;
}

/** The grouping in order that explains most characters: each group counts for its length, as far as its two sides are alike. */
function groupsBetween(recorded: readonly RecordedSegment[], present: readonly Sentence[]): Group[] {
  if (recorded.length * present.length > MOST_CELLS) return oneForOne(recorded, present);
  const width = present.length + 1;
  const best: Step[] = [{ value: 0 }];
  const indexes = (end: number, count: number) => Array.from({ length: count }, (_, index) => end - count + index);
  for (let cell = 1; cell < (recorded.length + 1) * width; cell++) {
    const [row, column] = [Math.floor(cell / width), cell % width];
    let top: Step = { value: Number.NEGATIVE_INFINITY };
    const offer = (tall: number, wide: number, value: number, same: boolean) => {
      const total = (best[cell - tall * width - wide] as Step).value + value;
      if (total > top.value) top = { value: total, group: { recorded: indexes(row, tall), present: indexes(column, wide), same } };
    };
    for (const [tall, wide] of SIZES) {
      if (row < tall || column < wide) continue;
      const { value, same } = worth(recorded.slice(row - tall, row), present.slice(column - wide, column));
      offer(tall, wide, value, same);
    }
    if (row > 0) offer(1, 0, 0, false);
    if (column > 0) offer(0, 1, 0, false);
    best[cell] = top;
  }
  const groups: Group[] = [];
  for (let cell = best.length - 1; cell > 0; ) {
    const group = best[cell]?.group as Group;
    groups.unshift(group);
    cell -= group.recorded.length * width + group.present.length;
  }
  return groups;
}

function oneForOne(recorded: readonly RecordedSegment[], present: readonly Sentence[]): Group[] {
  return Array.from({ length: Math.max(recorded.length, present.length) }, (_, at) => {
    const [segment, sentence] = [recorded[at], present[at]];
    const same = segment !== undefined && sentence !== undefined && isAsWritten(segment, sentence.recorded);
    return { recorded: segment === undefined ? [] : [at], present: sentence === undefined ? [] : [at], same };
  });
}

interface Step {
  readonly value: number;
  readonly group?: Group;
}

function worth(recorded: readonly RecordedSegment[], present: readonly Sentence[]): { value: number; same: boolean } {
  const text = joined(present, 'recorded');
  const before = recorded.flatMap((segment) => [...shownText(segment), ' ']);
  const length = words(text).length + words(before).length;
  const [first, ...rest] = recorded as readonly [RecordedSegment, ...RecordedSegment[]];
  const same =
    rest.length === 0
      ? isAsWritten(first, text)
      : sameButCuts(
          recorded.map(shownText),
          present.map(({ recorded: text }) => text),
        ) ||
        (first.written === fingerprint(text) && rest.every((segment) => segment.written === fingerprint([])));
  if (same) return { value: length + 1, same };
  const share = likeness(words(before), words(text));
  return { value: share * length - PENALTY * (recorded.length + present.length - 2), same };
}
