/** Single targets that a person has decided, put into the edition's files at once, whether or not the rest of it is translated. */

import type { Article, Edition, Target, Text } from '../article.ts';
import { editsOf } from '../markdown/write.ts';
import { cutAsRecorded } from '../memory/known-sentences.ts';
import { recordMarksIn } from '../memory/mark-ids.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord, RecordedSegment } from '../memory/record.ts';
import { recordAhead } from '../memory/renew.ts';
import { shownIn } from '../memory/shown.ts';
import { shownStrings } from '../memory/shown-strings.ts';
import { overSentences } from '../merge/over-sentences.ts';
import { stringEdits } from '../strings/write.ts';
import { sameText, shape } from '../text.ts';
import { decideWithin } from './decide-within.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { withRecord, writeFiles } from './outcome.ts';
import { readLocalized } from './reading.ts';
import { writeOptions } from './writing.ts';

/** The files as they will be. */
export type Decided = ReturnType<typeof writeFiles> & {
  /** The edition as it is opened from these files, where that is known without opening it. */
  readonly next?: OpenEdition;
};

/**
 * The edition's files with some targets of a person's.
 *
 * Where every segment has a target then, they are what `translate` would write. Where sentences still wait for an engine, the file
 * changes as if the person had changed it by hand, and what it has no sentence for is kept in the record until the edition is whole.
 * @param decided by segment id
 */
export function decide(opened: OpenEdition, decided: ReadonlyMap<string, Target>, desk: Desk): Decided {
  const open = lookedAt(opened, decided);
  const edition: Edition = { ...open.edition, targets: new Map([...open.edition.targets, ...decided]) };
  const { before } = matchRecord(edition.article, opened.record);
  // What a changed source brings beside the words, as an address, goes into the file with the whole of it.
  const isOfBefore = [...decided.keys()].some((id) => before.has(id));
  const within = isOfBefore ? undefined : decidedWithin(open, decided, desk);
  if (within !== undefined) return within;
  const isWhole = open.pending.every(({ id }) => decided.has(id));
  const present = isWhole ? undefined : open.taken.present?.();
  if (present === undefined) return writeFiles(open, edition, isWhole, desk);
  const recordMarks = recordMarksIn(edition.article);
  const changed = new Set(
    [...decided].flatMap(([id, target]) => {
      const [was, inFile] = [open.edition.targets.get(id), before.get(id)?.target];
      const isOther = inFile !== undefined && shape(recordMarks(target.text)) !== shape(inFile.text);
      return was !== undefined && sameText(was.text, target.text) && !isOther ? [] : [id];
    }),
  );
  const over = { record: open.taken.record, present, settled: undecided(opened), ...fileOf(open, edition, present, desk) };
  const { text, placed } = overSentences(edition, changed, over);
  const shown = new Map([...decided].filter(([id]) => placed.has(id) || !changed.has(id)));
  const record = recordAhead(edition, withDecided(open.record, edition, shown, changed));
  return withRecord(open, record, { text, findings: [], rendered: undefined }, desk);
}

/** How the edition's file is read beside its record, and written over: by its format. */
function fileOf({ source, taken: { record } }: OpenEdition, edition: Edition, present: Article, { settings }: Desk) {
  if (source.format === 'strings') return { shown: shownStrings(present, record), editsOf: stringEdits };
  const { set: _, anchors: __, ...words } = writeOptions(settings, edition);
  return { shown: shownIn(present, record), editsOf: (file: Edition) => editsOf(file, words) };
}

/**
 * Segments with a text of a person's for another source than the present one, or of another branch, until somebody decides: as the record
 * says, and those whose source has changed since it was written.
 */
export function undecided({ edition, record }: OpenEdition): Set<string> {
  const { same, before } = matchRecord(edition.article, record);
  return new Set([
    ...[...same].flatMap(([id, { outdated }]) => (outdated === undefined ? [] : [id])),
    ...[...before].flatMap(([id, { target }]) => (target?.state === 'reviewed' ? [id] : [])),
  ]);
}

/**
 * A target that a person decides is made for the present source, and what was beside it has been looked at. What the file was made from
 * stays in the record that it is merged by.
 */
function lookedAt(open: OpenEdition, decided: ReadonlyMap<string, Target>): OpenEdition {
  const ids = undecided(open).intersection(new Set(decided.keys()));
  if (ids.size === 0) return open;
  const { article } = open.edition;
  const recordMarks = recordMarksIn(article);
  const texts = new Map(article.blocks.flatMap(({ segments }) => segments.map(({ id, text }) => [id, text] as const)));
  const { same, before } = matchRecord(article, open.record);
  const looked = new Map([...ids].map((id) => [(same.get(id) ?? before.get(id))?.id, recordMarks(texts.get(id) ?? [])]));
  const settled = (record: EditionRecord, sourceOf: (segment: RecordedSegment) => Text): EditionRecord => ({
    ...record,
    blocks: record.blocks.map((block) => ({
      ...block,
      segments: block.segments.map((segment): RecordedSegment => {
        if (!looked.has(segment.id)) return segment;
        const { outdated, ...rest } = segment;
        return { ...rest, source: sourceOf(segment) };
      }),
    })),
  });
  return {
    ...open,
    record: settled(open.record, ({ id, source }) => looked.get(id) ?? source),
    taken: { ...open.taken, record: settled(open.taken.record, ({ source }) => source) },
  };
}

/** @returns undefined where the whole file has to be looked at (`decide-within.ts`) */
export function decidedWithin(open: OpenEdition, decided: ReadonlyMap<string, Target>, desk: Desk): Decided | undefined {
  const within = decideWithin(open, decided, desk);
  if (within === undefined) return undefined;
  const { record, text, spliced } = within;
  const files = withRecord(open, record, { text, findings: [], rendered: undefined }, desk);
  const texts = { record: files.record.text, localized: text };
  const taken = { ...open.taken, record, spliced, present: presentOf(open, record, text, desk) };
  const edition: Edition = { ...open.edition, targets: new Map([...open.edition.targets, ...decided]) };
  return { ...files, next: { ...open, texts, edition, record, taken } };
}

function presentOf({ source, locale, file }: OpenEdition, record: EditionRecord, text: string, { settings }: Desk): () => Article {
  let known: Article | undefined;
  return () => {
    known ??= readLocalized(settings, source, { text, locale, file }, cutAsRecorded(record));
    return known;
  };
}

/** The record with targets in the places of their segments: what the file shows from now on. */
function withDecided(
  record: EditionRecord,
  { article }: Edition,
  decided: ReadonlyMap<string, Target>,
  changed: ReadonlySet<string>,
): EditionRecord {
  const { same } = matchRecord(article, record);
  const recordMarks = recordMarksIn(article);
  const targets = new Map<RecordedSegment, { readonly target: Target; readonly isOther: boolean }>();
  for (const [id, target] of decided) {
    const was = same.get(id);
    if (was !== undefined) targets.set(was, { target: { ...target, text: recordMarks(target.text) }, isOther: changed.has(id) });
  }
  const blocks = record.blocks.map((block) => ({
    ...block,
    segments: block.segments.map((segment): RecordedSegment => {
      const one = targets.get(segment);
      if (one === undefined) return segment;
      // What was noted of another text is not true of this one.
      const { written, confidence, waivers, outdated, ...kept } = segment;
      return one.isOther ? { ...kept, target: one.target } : { ...segment, target: one.target };
    }),
  }));
  return { ...record, blocks };
}
