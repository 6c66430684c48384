/** What a record keeps of the source that its edition is made from, so that the next run sees what its author has changed. */

import type { Article, Block, Edition } from '../article.ts';
import type { WriteOptions } from '../markdown/write.ts';
import type { OwnMarkdown } from '../memory/additions.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord, RecordedBlock, RecordedItem } from '../memory/record.ts';
import { type Shown, shownIn } from '../memory/shown.ts';
import { continuedBlocks, wordPairs } from './blocks.ts';
import { freshFront, frontSums } from './front.ts';
import { isSameLines, itemsKnownBy, type KnownItem, knownItems, pairItems } from './items.ts';

/**
 * A record whose blocks know the items of the source.
 * @param blockAt the block of the source by the recorded one's index; undefined for one that the source has no more
 * @param previous items of the record before: where the source has changed in white space alone, they are good as they are
 */
function withItems(
  record: EditionRecord,
  source: Article,
  blockAt: (index: number) => Block | undefined,
  previous: readonly KnownItem[] = [],
): EditionRecord {
  const indexOf = new Map<Block, number>();
  for (const index of record.blocks.keys()) {
    const block = blockAt(index);
    if (block !== undefined && !indexOf.has(block)) indexOf.set(block, index);
  }
  const first = new Map<number, { item: RecordedItem; before: RecordedItem[] }>();
  const covered = new Set<number>();
  let before: RecordedItem[] = [];
  const items = itemsKnownBy(source, previous);
  const isSame = isSameLines(items, previous);
  for (const [at, { plain, breaks, blocks }] of items.entries()) {
    const indexes = blocks.flatMap((block) => indexOf.get(block) ?? []);
    const known = isSame ? previous[at] : undefined;
    const item = { sum: known?.sum ?? plain, breaks: known?.breaks ?? breaks };
    if (indexes.length === 0) {
      if (blocks.length === 0) before.push(item);
      continue;
    }
    first.set(Math.min(...indexes), { item, before });
    for (const index of indexes) covered.add(index);
    before = [];
  }
  const blocks = record.blocks.map((block, index): RecordedBlock => {
    const { item: _, before: __, ...rest } = block;
    const own = first.get(index);
    if (own !== undefined) return { ...rest, item: own.item, ...(own.before.length > 0 && { before: own.before }) };
    return covered.has(index) || block.kind === 'frontMatter' ? rest : { ...rest, item: GONE };
  });
  const { after: _, ...rest } = record;
  return { ...rest, blocks, ...(before.length > 0 && { after: before }) };
}

/** For a block whose lines are not known. */
const GONE: RecordedItem = { sum: '0', breaks: 2 };

/**
 * @param record of an edition of the article; its blocks are the article's
 * @param previous the record before
 */
export function withSource(
  record: EditionRecord,
  { article, locale }: Pick<Edition, 'article' | 'locale'>,
  options: WriteOptions,
  previous?: EditionRecord,
): EditionRecord {
  const front = freshFront({ article, locale, targets: new Map() }, options, previous?.front).sums;
  const known = previous === undefined ? [] : knownItems(previous);
  return { ...withItems(record, article, (index) => article.blocks[index], known), front };
}

/**
 * The record with the sums that lines have in the edition where Dragoman wrote them otherwise than the source has them.
 * @param output the edition as written
 * @param pairs its blocks by the index of the recorded one
 * @param previous the record before; undefined where the edition is new
 * @param rendered indexes of the source's items that were written anew; undefined where all were
 */
export function withShown(
  record: EditionRecord,
  output: Article,
  pairs: Shown['pairs'],
  previous: EditionRecord | undefined,
  rendered: ReadonlySet<number> | undefined,
): EditionRecord {
  const known = knownItems(record);
  const earlier = previous === undefined ? [] : knownItems(previous);
  const items = itemsKnownBy(output, [...known, ...earlier.filter(({ shown }) => shown !== undefined)]);
  const before = new Set(earlier.flatMap(({ shown }) => shown ?? []));
  const shown = new Map<number, string>();
  for (const [index, at] of wordPairs(known, items, pairs)) {
    const [is, was] = [items[at]?.sum ?? '', known[index]?.sum];
    const block = known[index]?.blocks[0];
    if (block !== undefined && is !== was && (rendered === undefined || rendered.has(index) || before.has(is))) shown.set(block, is);
  }
  if (shown.size === 0) return record;
  const blocks = record.blocks.map((block, index) => {
    const sum = shown.get(index);
    return sum === undefined || block.item === undefined ? block : { ...block, item: { ...block.item, shown: sum } };
  });
  return { ...record, blocks };
}

/**
 * A record of Dragoman 0.1 does not know the lines of its source. They are taken from the file where nobody has touched it, else from
 * the present source: then every line that the file has of its own is its person's.
 * @param untouched whether the file is as Dragoman wrote it
 * @param front the sums that the source's front matter has now
 */
export function withAssumedSource(
  record: EditionRecord,
  { article }: Edition,
  present: Article,
  untouched: boolean,
  front: () => ReadonlyMap<string, string>,
): EditionRecord {
  if (record.front !== undefined) return record;
  if (untouched) {
    const { pairs } = shownIn(present, record);
    return { ...withItems(record, present, (index) => pairs.get(index)), front: frontSums(present) };
  }
  const continued = continuedBlocks(article, record, matchRecord(article, record));
  return { ...withItems(record, article, (index) => continued.get(index)), front: front() };
}

/** Lines without words that the file has and its source had not; undefined where the record does not know its source. */
export function ownLines(record: EditionRecord, present: Article): OwnMarkdown[] | undefined {
  if (record.front === undefined) return undefined;
  const known = knownItems(record);
  const items = itemsKnownBy(present, known);
  const taken = new Set(pairItems(known, items, wordPairs(known, items, shownIn(present, record).pairs)).values());
  return items.flatMap(({ start, end, blocks }, at) =>
    blocks.length > 0 || taken.has(at) ? [] : [{ span: { start, end }, markdown: present.source.slice(start, end) }],
  );
}
