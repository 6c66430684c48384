/** Which block of an edition's file is which recorded block. Both are of one language, so what was not rewritten is alike. */

import type { Block, BlockKind, Text } from '../article.ts';
import { isRemoved, words } from '../text.ts';
import { likeness } from './likeness.ts';
import type { RecordedBlock } from './record.ts';
import { between, commonPairs, range } from './sequence.ts';
import { shownText, spacelessShape } from './shown-text.ts';

export interface BlockPairs {
  /** By index of the recorded block. */
  readonly pairs: ReadonlyMap<number, Block>;
}

/** Below this two paragraphs are taken for each other only where nothing else can be. */
const ALIKE = 0.3;
/** A paragraph that was both moved and changed must be plainly the same one. */
const ALIKE_ELSEWHERE = 0.7;
/** In a stretch with more comparisons than these, a block is only looked for so many places up and down. */
const MOST_COMPARISONS = 4_000;
const NEARBY = 20;
/** Kinds that are known by their key. */
const KEYED: ReadonlySet<BlockKind> = new Set(['frontMatter', 'string']);
/** Kinds that are inside another block or in the front matter: their absence says nothing, their presence adds no paragraph. */
const INSIDE: ReadonlySet<BlockKind> = new Set(['frontMatter', 'alt', 'title', 'label', 'attribute', 'string']);

/** Whether a block that is missing from the file was deleted by a person. */
export function canVanish(block: Pick<RecordedBlock, 'kind'>): boolean {
  return !INSIDE.has(block.kind);
}

/**
 * @param recordMarks gives a text the marks that records have
 */
export function pairBlocks(recorded: readonly RecordedBlock[], present: readonly Block[], recordMarks: (text: Text) => Text): BlockPairs {
  const pairs = new Map<number, Block>();
  const taken = new Set<Block>();
  const pair = (index: number, block: Block) => {
    pairs.set(index, block);
    taken.add(block);
  };
  // Several values of the front matter may share a key (a list), in their order.
  for (const [index, { kind, path }] of recorded.entries()) {
    const block = KEYED.has(kind) ? present.find((one) => one.kind === kind && one.path === path && !taken.has(one)) : undefined;
    if (block !== undefined) pair(index, block);
  }
  const left = [...recorded.entries()].flatMap(([index, { kind, segments }]) =>
    KEYED.has(kind) || segments.every(({ target }) => isRemoved(target)) ? [] : [index],
  );
  const right = present.filter((block) => !KEYED.has(block.kind));
  const recordedAt = (at: number) => recorded[left[at] as number] as RecordedBlock;
  const recordedText = (at: number): Text => recordedAt(at).segments.flatMap(shownText);
  const presentText = (at: number): Text => (right[at] as Block).segments.flatMap((segment) => recordMarks(segment.text));
  const keys = left.map((_, at) => `${recordedAt(at).kind} ${spacelessShape(recordedText(at))}`);
  const presentKeys = right.map((block, at) => `${block.kind} ${spacelessShape(presentText(at))}`);
  const common = commonPairs(keys, presentKeys);
  for (const [at, atPresent] of common) pair(left[at] as number, right[atPresent] as Block);
  // What a person moved and left as it was.
  const elsewhere = Map.groupBy(
    [...right.keys()].filter((at) => !taken.has(right[at] as Block)),
    (at) => presentKeys[at] as string,
  );
  for (const [at, index] of left.entries()) {
    const block = pairs.has(index) ? undefined : right[elsewhere.get(keys[at] as string)?.shift() ?? -1];
    if (block !== undefined) pair(index, block);
  }
  const isOneKind = (row: number, column: number) => recordedAt(row).kind === right[column]?.kind;
  const pairLikely = (
    rows: readonly number[],
    columnsFor: (row: number) => readonly number[],
    least: number,
    isMeant: (row: number, column: number) => boolean,
  ) => {
    const likely = rows.flatMap((row) =>
      pairs.has(left[row] as number)
        ? []
        : columnsFor(row)
            .filter((column) => !taken.has(right[column] as Block) && isMeant(row, column))
            .map((column) => ({ row, column, share: likeness(words(recordedText(row)), words(presentText(column))) })),
    );
    for (const { row, column, share } of likely.sort((a, b) => b.share - a.share))
      if (share >= least && !pairs.has(left[row] as number) && !taken.has(right[column] as Block))
        pair(left[row] as number, right[column] as Block);
  };
  for (const { from, to, fromB, toB } of between(common, left.length, right.length)) {
    const rows = range(from, to);
    const columns = range(fromB, toB);
    const isMuch = rows.length * columns.length > MOST_COMPARISONS;
    const nearby = (row: number) => columns.slice(Math.max(0, row - from - NEARBY), row - from + NEARBY + 1);
    pairLikely(rows, isMuch ? nearby : () => columns, ALIKE, isOneKind);
    const rewritten = rows.filter((row) => !pairs.has(left[row] as number));
    const unknown = columns.filter((column) => !taken.has(right[column] as Block));
    if (rewritten.length === unknown.length && rewritten.every((row, n) => recordedAt(row).kind === right[unknown[n] as number]?.kind))
      for (const [n, row] of rewritten.entries()) pair(left[row] as number, right[unknown[n] as number] as Block);
  }
  const rows = range(0, left.length).filter((row) => !pairs.has(left[row] as number));
  const columns = range(0, right.length).filter((column) => !taken.has(right[column] as Block));
  if (rows.length * columns.length <= MOST_COMPARISONS) {
    pairLikely(rows, () => columns, ALIKE_ELSEWHERE, isOneKind);
    // A person may have made a heading of a paragraph.
    pairLikely(
      rows,
      () => columns,
      ALIKE_ELSEWHERE,
      (row, column) => canVanish(recordedAt(row)) && canVanish(right[column] as Block),
    );
  }
  return { pairs };
}

/**
 * Runs of blocks that a person added, each with the index of the recorded block that it follows. Neighbouring new blocks are one run:
 * all lines between them are the person's too.
 * @param indexOf the recorded block that a block of the file is of
 */
export function addedRuns(
  recorded: readonly RecordedBlock[],
  present: readonly Block[],
  indexOf: ReadonlyMap<Block, number>,
): { readonly after: number | null; readonly blocks: readonly Block[] }[] {
  const added: { after: number | null; blocks: Block[] }[] = [];
  let after: number | null = null;
  let run: Block[] | undefined;
  for (const block of present) {
    const index = indexOf.get(block);
    if (index !== undefined && !KEYED.has(recorded[index]?.kind ?? block.kind)) {
      after = index;
      run = undefined;
    }
    if (index !== undefined || INSIDE.has(block.kind)) continue;
    if (run === undefined) {
      run = [];
      added.push({ after, blocks: run });
    }
    run.push(block);
  }
  return added;
}
