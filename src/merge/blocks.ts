/** Which block of the source now, and which item of a file, is which recorded block. */

import type { Article, Block } from '../article.ts';
import type { Item } from '../markdown/layout.ts';
import type { Matching } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { between, range } from '../memory/sequence.ts';
import { inOrder, type KnownItem } from './items.ts';
import { continuedRows, type Vote } from './rows.ts';

/** The block of the article that holds most sentences of a recorded block now; no block continues two, and a row's cells none of two rows. */
export function continuedBlocks(article: Article, record: EditionRecord, { same, before }: Matching): Map<number, Block> {
  const indexes = new Map(record.blocks.flatMap(({ segments }, index) => segments.map((segment) => [segment, index] as const)));
  const votes: Vote[] = [];
  for (const block of article.blocks) {
    const counts = new Map<number, number>();
    for (const { id } of block.segments) {
      const was = same.get(id) ?? before.get(id);
      const index = was === undefined ? undefined : indexes.get(was);
      if (index !== undefined && record.blocks[index]?.kind === block.kind)
        counts.set(index, (counts.get(index) ?? 0) + (same.has(id) ? 2 : 1));
    }
    for (const [index, count] of counts) votes.push({ index, block, count });
  }
  const continued = new Map<number, Block>();
  const taken = new Set<Block>();
  const isInRow = continuedRows(article, record, votes);
  for (const { index, block } of votes.sort((a, b) => b.count - a.count)) {
    if (continued.has(index) || taken.has(block) || !isInRow(index, block)) continue;
    continued.set(index, block);
    taken.add(block);
  }
  for (const [index, block] of rewritten(article, record, continued, taken, isInRow)) continued.set(index, block);
  return continued;
}

/** Between two continued blocks, as many blocks of the same kinds as there were: their words are rewritten. */
function rewritten(
  { blocks }: Article,
  record: EditionRecord,
  continued: ReadonlyMap<number, Block>,
  taken: ReadonlySet<Block>,
  isInRow: (index: number, block: Block) => boolean,
): (readonly [number, Block])[] {
  const places = new Map(blocks.map((block, at) => [block, at]));
  const anchors = [...continued].map(([index, block]) => [index, places.get(block) as number] as const).sort((a, b) => a[0] - b[0]);
  const stay = inOrder(anchors.map(([, at]) => at));
  const inBoth = anchors.filter((_, at) => stay.has(at));
  const pairs: (readonly [number, Block])[] = [];
  for (const { from, to, fromB, toB } of between(inBoth, record.blocks.length, blocks.length)) {
    const left = range(from, to).filter((index) => !continued.has(index));
    const right = range(fromB, toB).filter((at) => !taken.has(blocks[at] as Block));
    const isForm = (index: number, nth: number) => {
      const block = blocks[right[nth] as number];
      return record.blocks[index]?.kind === block?.kind && isInRow(index, block as Block);
    };
    if (left.length === right.length && left.every(isForm))
      for (const [nth, index] of left.entries()) pairs.push([index, blocks[right[nth] as number] as Block]);
  }
  return pairs;
}

/** Pairs of items by pairs of their blocks; of several that meet in one, the first. */
export function wordPairs(known: readonly KnownItem[], items: readonly Item[], pairs: ReadonlyMap<number, Block>): Map<number, number> {
  const itemOf = new Map(items.flatMap(({ blocks }, at) => blocks.map((block) => [block, at] as const)));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [index, { blocks }] of known.entries()) {
    const at = blocks.map((one) => pairs.get(one)).flatMap((block) => (block === undefined ? [] : (itemOf.get(block) ?? [])))[0];
    if (at === undefined || taken.has(at)) continue;
    taken.add(at);
    found.set(index, at);
  }
  return found;
}
