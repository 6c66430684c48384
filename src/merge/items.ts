/** Which lines of one file are which of another: the source then, the source now, and the edition. */

import type { Article } from '../article.ts';
import { type Item, layoutOf } from '../markdown/layout.ts';
import type { EditionRecord, RecordedItem } from '../memory/record.ts';
import { between, commonPairs, range } from '../memory/sequence.ts';
import { partitionPoint } from '../ranges/partition-point.ts';

/** An item of the source that an edition was made from, as its record knows it. */
export interface KnownItem extends RecordedItem {
  /** Indexes of its blocks in the record; empty where it holds no words. */
  readonly blocks: readonly number[];
}

/** The items of a record, in the order of their source. */
export function knownItems(record: EditionRecord): KnownItem[] {
  const items: KnownItem[] = [];
  for (const [index, { kind, item, before = [] }] of record.blocks.entries()) {
    for (const one of before) items.push({ ...one, blocks: [] });
    const last = items.at(-1);
    if (item !== undefined) items.push({ ...item, blocks: [index] });
    else if (kind !== 'frontMatter' && last !== undefined) items[items.length - 1] = { ...last, blocks: [...last.blocks, index] };
  }
  for (const one of record.after ?? []) items.push({ ...one, blocks: [] });
  return items;
}

/**
 * An article's items with the sums by which a record knows them: of their plain lines, or of all bytes where the record is of a version
 * that knew these alone. A record has sums of one kind, which is the one that more of the items have.
 */
export function itemsKnownBy(article: Article, known: readonly KnownItem[]): Item[] {
  const sums = new Set(known.flatMap(({ sum, shown }) => (shown === undefined ? [sum] : [sum, shown])));
  const { items } = layoutOf(article);
  const count = (name: 'sum' | 'plain') => items.filter((item) => sums.has(item[name])).length;
  const isOld = count('sum') > count('plain');
  return items.map((item) => (isOld && (sums.has(item.sum) || !sums.has(item.plain)) ? item : { ...item, sum: item.plain }));
}

/** Whether as many line ends are between two items; more than one blank line says no more than one. */
export function isSameGap(breaks: number | undefined, other: number | undefined): boolean {
  return breaks !== undefined && other !== undefined && Math.min(breaks, 2) === Math.min(other, 2);
}

/** Whether the items of a source are those that a record knows. */
export function isSameLines(items: readonly Item[], known: readonly KnownItem[]): boolean {
  return (
    known.length === items.length &&
    items.every(({ sum, breaks }, at) => sum === known[at]?.sum && (at === 0 || isSameGap(breaks, known[at]?.breaks)))
  );
}

interface Summed {
  readonly sum: string;
  readonly blocks: readonly unknown[];
}

/**
 * Adds the pairs of items without words to those with words: first in order, then moved ones of the same bytes, then as many as are
 * left between the same two pairs on either side, which are taken for two versions of each other.
 * @param words pairs of items with words, by index
 */
export function pairItems(ours: readonly Summed[], theirs: readonly Summed[], words: ReadonlyMap<number, number>): Map<number, number> {
  const pairs = new Map(words);
  const taken = new Set(words.values());
  const back = new Map([...words].map(([at, other]) => [other, at]));
  const nameOf = (item: Summed, side: string, at: number, pair: number | undefined) =>
    item.blocks.length === 0 ? `lines ${item.sum}` : pair === undefined ? `${side} ${at}` : `pair ${pair}`;
  const anchors = commonPairs(
    ours.map((item, at) => nameOf(item, 'ours', at, pairs.has(at) ? at : undefined)),
    theirs.map((item, at) => nameOf(item, 'theirs', at, back.get(at))),
  );
  const pair = (at: number, other: number) => {
    pairs.set(at, other);
    taken.add(other);
  };
  for (const [at, other] of anchors) pair(at, other);
  const isFree = (at: number) => ours[at]?.blocks.length === 0 && !pairs.has(at);
  const isFreeThere = (at: number) => theirs[at]?.blocks.length === 0 && !taken.has(at);
  for (const at of ours.keys()) {
    if (!isFree(at)) continue;
    const other = theirs.findIndex((item, there) => isFreeThere(there) && item.sum === ours[at]?.sum);
    if (other >= 0) pair(at, other);
  }
  for (const { from, to, fromB, toB } of between(anchors, ours.length, theirs.length)) {
    const left = range(from, to).filter(isFree);
    const right = range(fromB, toB).filter(isFreeThere);
    if (left.length === right.length) for (const [nth, at] of left.entries()) pair(at, right[nth] as number);
  }
  return pairs;
}

/**
 * Which of a sequence keep their order in another: the members of a longest run that rises.
 * @param places where each member is in the other sequence, all different
 * @returns their indexes
 */
export function inOrder(places: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, place] of places.entries()) {
    const low = partitionPoint(ends.length, (nth) => (places[ends[nth] as number] as number) < place);
    before.push(low === 0 ? -1 : (ends[low - 1] as number));
    ends[low] = at;
  }
  const members = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) members.add(at);
  return members;
}
