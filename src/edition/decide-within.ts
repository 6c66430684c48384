/**
 * Targets that a person has decided, put into the parts of an edition's file that they are in: some lines are read, merged and recorded
 * where the whole file would be, by the same functions and with the same bytes. An article of thousands of sentences takes as long as a
 * short one. Where the parts do not tell all, there is no answer, and the whole file is taken.
 */

import type { Addition, Article, Block, Edition, Target, Text } from '../article.ts';
import { findFrontMatter } from '../frontmatter/fence.ts';
import { layoutOf } from '../markdown/layout.ts';
import { type Outline, outlineOf } from '../markdown/outline.ts';
import type { WriteOptions } from '../markdown/write.ts';
import type { EditionRecord, RecordedBlock } from '../memory/record.ts';
import { type Read, recordWith, takeIn, writeOver } from '../merge/edition-file.ts';
import { isMadeFrom } from '../merge/merge.ts';
import { partitionPoint } from '../ranges/partition-point.ts';
import { type Edit, splice } from '../splice.ts';
import { sameText, toFragment } from '../text.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { readPart } from './reading.ts';
import { writeOptions } from './writing.ts';

/** The files as they will be, and the edition's as edits of its source. */
export interface DecidedWithin {
  readonly record: EditionRecord;
  readonly text: string;
  readonly spliced: readonly Edit[];
}

/**
 * @param decided by segment id
 * @returns undefined where the whole file has to be looked at
 */
export function decideWithin(open: OpenEdition, decided: ReadonlyMap<string, Target>, desk: Desk): DecidedWithin | undefined {
  const { article } = open.edition;
  const { spliced } = open.taken;
  const outline = outlineOf(article);
  if (spliced === undefined || outline === undefined || decided.size === 0) return undefined;
  const options = writeOptions(desk.settings, open.edition);
  if (!isSound(open, decided, options)) return undefined;
  const parts = partsOf(article, outline, decided);
  if (parts === undefined) return undefined;
  const blocks = [...open.record.blocks];
  let edits = [...spliced];
  for (const part of parts) {
    const made = decidePart(open, part, edits, { decided, outline, options, desk });
    if (made === undefined) return undefined;
    for (const [nth, block] of made.blocks.entries()) blocks[part.first + nth] = block;
    edits = [...edits.filter(({ span }) => !isIn(span, part)), { span: { start: part.start, end: part.end }, text: made.text }];
  }
  const record = { ...open.record, blocks, retired: retiredWithout(open.record, blocks, parts) };
  return { record, text: splice(article.source, edits), spliced: edits };
}

/** Whether the file is whole, of the source as it is now, and nothing of it is to be told from other lines than its own. */
function isSound(
  { edition, record, pending, findings, replaces }: OpenEdition,
  decided: ReadonlyMap<string, Target>,
  options: WriteOptions,
) {
  if (pending.length > 0 || findings.length > 0 || replaces.length > 0 || record.editionHash !== undefined) return false;
  // Taken out, a sentence may leave its lines.
  if ([...decided.values()].some(({ text }) => text.length === 0)) return false;
  if (record.additions.some(({ markdown }) => markdown.includes(']:'))) return false;
  return isMadeFrom(edition, record, options);
}

/** Lines of the source that parse on their own, and the blocks in them. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** Index of the first block. */
  readonly first: number;
  readonly blocks: readonly Block[];
}

const isIn = ({ start, end }: { start: number; end: number }, part: Pick<Part, 'start' | 'end'>) => start >= part.start && end <= part.end;

/** @returns undefined where a sentence is in the front matter */
function partsOf({ source, blocks }: Article, { chunks }: Outline, decided: ReadonlyMap<string, Target>): Part[] | undefined {
  const parts = new Map<number, Part>();
  for (const block of blocks) {
    if (!block.segments.some(({ id }) => decided.has(id))) continue;
    const at = partitionPoint(chunks.length, (index) => (chunks[index] as number) <= block.span.start) - 1;
    if (block.kind === 'frontMatter' || at < 0) return undefined;
    if (parts.has(at)) continue;
    const [start, end] = [chunks[at] as number, chunks[at + 1] ?? source.length];
    const first = blocks.findIndex(({ kind, span }) => kind !== 'frontMatter' && span.start >= start);
    const own = blocks.slice(first).filter(({ span }) => span.start < end);
    parts.set(at, { start, end, first, blocks: own });
  }
  return [...parts.values()];
}

interface Given {
  readonly decided: ReadonlyMap<string, Target>;
  readonly outline: Outline;
  readonly options: WriteOptions;
  readonly desk: Desk;
}

/** @returns the part's lines in the file, and its recorded blocks */
function decidePart(
  open: OpenEdition,
  part: Part,
  edits: readonly Edit[],
  { decided, outline, options: whole, desk }: Given,
): { readonly text: string; readonly blocks: readonly RecordedBlock[] } | undefined {
  const { edition, source, locale, file } = open;
  const { article } = edition;
  const lines = article.source.slice(part.start, part.end);
  const own = edits.filter(({ span }) => span.start <= part.end && span.end >= part.start);
  const touchesEdge = ({ start, end }: Edit['span']) =>
    (start === end && (start === part.start || start === part.end)) || start < part.start;
  const inside = own.filter(({ span }) => isIn(span, part));
  if (
    inside.some(({ span }) => touchesEdge(span)) ||
    own.some(({ span }) => span.start < part.end && span.end > part.start && !isIn(span, part))
  )
    return undefined;
  const there = splice(lines, inside, part.start);
  // Which anchor a heading gets is told by all headings.
  const options = { anchors: whole.anchors ?? ('none' as const), set: {} };
  if (options.anchors !== 'none' && part.blocks.some(({ kind }) => kind === 'heading')) return undefined;
  const small = smallArticle(article, lines, part, { outline, desk, open });
  const recorded = smallRecord(open, part, small);
  if (small === undefined || recorded === undefined) return undefined;
  const read: Read = (text, recut) => readPart(desk.settings, source, { text, locale, file, defined: outline.defined }, recut);
  const taken = takeIn({ article: small, record: recorded, text: there, read, file, options });
  if (taken.present === undefined || taken.edits > 0 || taken.findings.length > 0) return undefined;
  const ids = new Set(part.blocks.flatMap(({ segments }) => segments.map(({ id }) => id)));
  const after = (additions: readonly Addition[] | undefined) => (additions ?? []).filter((one) => one.after !== null && ids.has(one.after));
  const targets = new Map<string, Target>();
  for (const id of ids) {
    const target = decided.get(id) ?? edition.targets.get(id);
    if (target !== undefined) targets.set(id, { ...target, text: movedMarks(target.text, part.start) });
  }
  const made: Edition = { article: small, locale, targets, additions: after(edition.additions) };
  const merged = writeOver(made, taken, options);
  if (merged.findings.length > 0 || !isAlike(small, read(merged.text), there, merged.text)) return undefined;
  const record = recordWith(made, taken, merged, read, options);
  const blocks = withLines(recorded, record, open.record.blocks, part.first);
  return blocks === undefined || !isSame(record.additions, recorded.additions) ? undefined : { text: merged.text, blocks };
}

/** The part as an article of its own; undefined where it reads otherwise without what is around it. */
function smallArticle(
  { id, locale, blocks: _, ...article }: Article,
  lines: string,
  { start, blocks }: Part,
  { outline, desk, open }: { readonly outline: Outline; readonly desk: Desk; readonly open: OpenEdition },
): Article | undefined {
  if (findFrontMatter(lines) !== undefined || article.source === '') return undefined;
  const { defined } = outline;
  const read = readPart(desk.settings, open.source, { text: lines, locale, file: open.source.file, defined });
  const moved = blocks.map((block): Block => {
    const segments = block.segments.map(({ id: own, span, text }) => ({
      id: own,
      span: shifted(span, start),
      text: movedMarks(text, start),
    }));
    return { ...block, span: shifted(block.span, start), segments };
  });
  const isRead =
    read.blocks.length === moved.length &&
    moved.every((block, at) => {
      const other = read.blocks[at] as Block;
      return (
        block.kind === other.kind &&
        block.span.start === other.span.start &&
        block.span.end === other.span.end &&
        isSame(
          block.segments.map(({ text }) => toFragment(text)),
          other.segments.map(({ text }) => toFragment(text)),
        )
      );
    });
  return isRead ? { ...read, id, blocks: moved } : undefined;
}

const shifted = ({ start, end }: { start: number; end: number }, by: number) => ({ start: start - by, end: end - by });

/** Marks know where they are in the source. */
const movedMarks = (text: Text, by: number): Text =>
  text.map((piece) => (typeof piece === 'string' || piece.start === undefined ? piece : { ...piece, start: piece.start - by }));

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The part's blocks of the record, with the lines that are between and after them in the part. */
function smallRecord({ record }: OpenEdition, { first, blocks }: Part, small: Article | undefined): EditionRecord | undefined {
  if (small === undefined) return undefined;
  const { items } = layoutOf(small);
  const isBare = items.map((item) => item.blocks.length === 0);
  const [leading, trailing] = [isBare.indexOf(false), items.length - 1 - isBare.lastIndexOf(false)];
  const own = record.blocks.slice(first, first + blocks.length);
  const next = record.blocks[first + blocks.length];
  const after = ((next === undefined ? record.after : next.before) ?? []).slice(0, trailing);
  const before = (own[0]?.before ?? []).slice((own[0]?.before?.length ?? 0) - leading);
  if (before.length !== leading || after.length !== trailing || own[0]?.item === undefined) return undefined;
  const ids = new Set(own.flatMap(({ segments }) => segments.map(({ id }) => id)));
  const { before: _, ...start } = own[0];
  const { slug, sourceLocale, locale } = record;
  return {
    ...{ slug, sourceLocale, locale, retired: [], front: new Map() },
    blocks: [{ ...start, ...(before.length > 0 && { before }) }, ...own.slice(1)],
    additions: record.additions.filter((one) => one.after !== null && ids.has(one.after)),
    ...(after.length > 0 && { after }),
  };
}

/** The part's blocks with their places among all lines; undefined where their own lines are no longer the source's. */
function withLines(
  was: EditionRecord,
  { blocks }: EditionRecord,
  all: readonly RecordedBlock[],
  first: number,
): RecordedBlock[] | undefined {
  const sums = ({ item, before = [] }: RecordedBlock) => [item?.sum, ...before.map(({ sum }) => sum)];
  const isLike =
    blocks.length === was.blocks.length && blocks.every((block, at) => isSame(sums(block), sums(was.blocks[at] as RecordedBlock)));
  if (!isLike) return undefined;
  return blocks.map(({ item: made, before: _, ...block }, at) => {
    const { item, before } = all[first + at] as RecordedBlock;
    if (item === undefined) return block;
    const { sum, breaks } = item;
    const shown = made?.shown;
    return { ...block, item: { sum, breaks, ...(shown !== undefined && { shown }) }, ...(before !== undefined && { before }) };
  });
}

/** Whether the lines as they will be have the blocks that they have in the source, and nothing in them reaches below. */
function isAlike(small: Article, made: Article, there: string, text: string): boolean {
  const { items, open } = layoutOf(made);
  const kinds = ({ blocks }: Article) => blocks.map(({ kind, depth, segments }) => [kind, depth, segments.length > 0]);
  const space = (of: string) => /^\s*/.exec(of)?.[0] + (/\s*$/.exec(of)?.[0] ?? '');
  return isSame(kinds(small), kinds(made)) && open === items.length && space(there) === space(text) && findFrontMatter(text) === undefined;
}

/** What a person wrote for a sentence that was gone is no longer kept beside it where it is the sentence's again. */
function retiredWithout({ retired }: EditionRecord, blocks: readonly RecordedBlock[], parts: readonly Part[]): EditionRecord['retired'] {
  if (retired.length === 0) return retired;
  const present = parts.flatMap(({ first, blocks: own }) => blocks.slice(first, first + own.length).flatMap(({ segments }) => segments));
  return retired.filter(
    ({ source, target }) =>
      target === undefined ||
      !present.some((one) => one.target !== undefined && sameText(one.source, source) && sameText(one.target.text, target.text)),
  );
}
