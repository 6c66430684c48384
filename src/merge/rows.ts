/** Rows of a table: cells that share a line, and the rule below its head. They stay together whatever their words are. */

import type { Article, Block } from '../article.ts';
import { type Item, layoutOf } from '../markdown/layout.ts';
import { canVanish } from '../memory/pair-blocks.ts';
import type { EditionRecord } from '../memory/record.ts';
import { type KnownItem, knownItems } from './items.ts';

/** How many sentences of a recorded block a block of the article holds. */
export interface Vote {
  /** Of the recorded block. */
  readonly index: number;
  readonly block: Block;
  readonly count: number;
}

/**
 * A row continues the one that most of its cells are of; a short cell may be in many.
 * @returns whether a block may continue a recorded one: their rows do, or they are in none that is known
 */
export function continuedRows(article: Article, record: EditionRecord, votes: readonly Vote[]): (index: number, block: Block) => boolean {
  const rowOf = new Map<Block, number>();
  for (const [row, { blocks }] of layoutOf(article).items.entries())
    for (const block of blocks) if (block.kind === 'cell') rowOf.set(block, row);
  const recordedRow = new Map<number, number>();
  for (const [row, { blocks }] of knownItems(record).entries())
    for (const index of blocks) if (record.blocks[index]?.kind === 'cell') recordedRow.set(index, row);
  const counts = new Map<string, { row: number; recorded: number; count: number }>();
  for (const { index, block, count } of votes) {
    const [row, recorded] = [rowOf.get(block), recordedRow.get(index)];
    if (row === undefined || recorded === undefined) continue;
    const name = `${row} ${recorded}`;
    counts.set(name, { row, recorded, count: (counts.get(name)?.count ?? 0) + count });
  }
  const rows = new Map<number, number>();
  const taken = new Set<number>();
  for (const { row, recorded } of [...counts.values()].sort((a, b) => b.count - a.count)) {
    if (rows.has(recorded) || taken.has(row)) continue;
    rows.set(recorded, row);
    taken.add(row);
  }
  return (index, block) => {
    const recorded = recordedRow.get(index);
    return recorded === undefined || rows.get(recorded) === rowOf.get(block);
  };
}

export function isRow(item: Item | undefined): boolean {
  return item?.blocks.some(({ kind }) => kind === 'cell') === true;
}

/** Whether two lines are the rule below a table's head with other numbers of columns: it is one only below a head of as many cells. */
export function isOtherRule(line: string, other: string): boolean {
  const [columns, others] = [line, other].map((one) => (/^[\s>|:-]*$/.test(one) ? (one.match(/:?-+:?/g)?.length ?? 0) : 0));
  return columns !== others && columns !== 0 && others !== 0;
}

/** Whether the blocks that share an item's lines are those that shared them, in their order: a row of equal bytes may have cells of others. */
export function isSameRow(was: KnownItem, { blocks }: Item, continued: ReadonlyMap<number, Block>): boolean {
  const row = blocks.filter(canVanish);
  const known = was.blocks.flatMap((index) => continued.get(index) ?? []).filter((block) => row.includes(block));
  return row.length < 2 || (known.length === row.length && row.every((block, at) => block === known[at]));
}
