/**
 * Text that a machine wrote for an earlier version of an edition. It comes back when somebody checks out an older edition, reverts a
 * branch or takes one side of a merge. Although the record has another text, it is no person's edit.
 */

import { memoryKey } from '../text/white-space.ts';
import { isRemoved, sameText, shape } from '../text.ts';
import type { EditionRecord, RecordedSegment } from './record.ts';
import { spacelessShape } from './shown-text.ts';

/** A record as it was, with its edition. */
export interface EarlierEdition {
  readonly record: EditionRecord;
  readonly localized: string | undefined;
  /** Whether git has it; else a run of this checkout wrote it. */
  readonly isCommitted: boolean;
}

/**
 * The revisions whose edition is the same text (line ends do not count), and whose record is another than the present one. A commit of a
 * half-merged tree may hold an edition that is not its record's.
 */
export function sameEditions(localized: string, record: EditionRecord, earlier: readonly EarlierEdition[]): EarlierEdition[] {
  const file = unix(localized);
  return earlier.filter((one) => one.localized !== undefined && unix(one.localized) === file && !isSameRecord(record, one.record));
}

/**
 * Whether a file that is a committed edition of before is its person's after all: where the present record is committed too, and the
 * file lacks only what that has gained, they have taken it out. Where no commit has the present record, git has brought the file back.
 * @param absorbed the present record with what the file says
 * @param same the revision whose edition the file is
 */
export function isTakenOut(
  record: EditionRecord,
  absorbed: EditionRecord,
  same: EarlierEdition,
  earlier: readonly EarlierEdition[],
): boolean {
  return (
    same.isCommitted &&
    [...edited(record, absorbed).keys()].every(({ target }) => isRemoved(target)) &&
    earlier.some((one) => one.isCommitted && isSameRecord(record, one.record))
  );
}

/** What this checkout wrote last, where the record is another by now: git may have brought back that of before. */
export function lastWritten(record: EditionRecord, earlier: readonly EarlierEdition[]): EarlierEdition[] {
  const last = earlier.find(({ isCommitted }) => !isCommitted);
  return last === undefined || isSameRecord(record, last.record) ? [] : [last];
}

function isSameRecord(one: EditionRecord, other: EditionRecord): boolean {
  const said = (record: EditionRecord) => segmentsOf(record).map(({ id, target }) => `${id} ${target?.state} ${shape(target?.text ?? [])}`);
  return said(one).join('\n') === said(other).join('\n');
}

function unix(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Whether the file differs from the record, which is taken for a person's edit. @param absorbed the record with the file's text */
export function isEdited(record: EditionRecord, absorbed: EditionRecord): boolean {
  return edited(record, absorbed).size > 0 || record.additions.length !== absorbed.additions.length;
}

export interface Explained {
  /** With a person's changes. */
  readonly record: EditionRecord;
  /** With all that the file says; earlier machine text is a machine's in it too. */
  readonly shown: EditionRecord;
}

/**
 * Tells a person's changes from earlier machine text. A changed sentence is no person's where an earlier revision has it as a machine's
 * target, and none has it as a reviewed one: for the same source, or for one that the article no longer has. The same text elsewhere in
 * the article is no reason: a person may have put it here. Where such a sentence shows that the file is of an earlier revision, a person
 * has not removed the sentences that this revision does not have yet.
 * @param record the record before the file's edits were taken in
 * @param absorbed the same with them
 */
export function withoutEarlierText(record: EditionRecord, absorbed: EditionRecord, earlier: readonly EarlierEdition[]): Explained {
  const present = sourcesOf(record);
  const revisions = earlier.map((one) => ({ said: machineTexts(one.record, present), sources: sourcesOf(one.record) }));
  const reviewed = new Set(
    earlier.flatMap((one) =>
      segmentsOf(one.record).flatMap(({ target }) => (target?.state === 'reviewed' ? spacelessShape(target.text) : [])),
    ),
  );
  const changes = edited(record, absorbed);
  const old = new Map<RecordedSegment, RecordedSegment>();
  const shown = new Set<(typeof revisions)[number]>();
  for (const [segment, was] of changes) {
    const text = spacelessShape(segment.target?.text ?? []);
    if (text === '' || reviewed.has(text)) continue;
    const source = memoryKey(segment.source);
    const revision = revisions.find(({ said }) => said.get(text)?.some((own) => own === undefined || own === source));
    if (revision === undefined) continue;
    shown.add(revision);
    old.set(segment, was);
  }
  for (const [segment, was] of changes)
    if (isRemoved(segment.target) && [...shown].some(({ sources }) => !sources.has(memoryKey(segment.source)))) old.set(segment, was);
  if (old.size === 0) return { record: absorbed, shown: absorbed };
  const replaced = (put: (segment: RecordedSegment, was: RecordedSegment) => RecordedSegment): EditionRecord => ({
    ...absorbed,
    blocks: absorbed.blocks.map((block) => ({
      ...block,
      segments: block.segments.map((segment) => {
        const was = old.get(segment);
        return was === undefined ? segment : put(segment, was);
      }),
    })),
  });
  return { record: replaced((_, was) => was), shown: replaced(asMachines) };
}

function sourcesOf(record: EditionRecord): Set<string> {
  return new Set(segmentsOf(record).map(({ source }) => memoryKey(source)));
}

/** A person who moves the end of a sentence joins two, seldom more. */
const LONGEST_RUN = 6;

/**
 * The texts that a record has as a machine's: sentences, and runs of them in a block, which a record that has one sentence for them
 * takes for one. For each the source that the article has of it still, and no more than one: undefined where it has none.
 */
function machineTexts(record: EditionRecord, present: ReadonlySet<string>): Map<string, (string | undefined)[]> {
  const texts = new Map<string, (string | undefined)[]>();
  for (const { segments } of record.blocks)
    for (const from of segments.keys()) {
      let text = '';
      let own: string | undefined;
      for (const { source, target } of segments.slice(from, from + LONGEST_RUN)) {
        if (target?.state !== 'machine') break;
        const key = memoryKey(source);
        if (present.has(key)) {
          if (own !== undefined) break;
          own = key;
        }
        text += spacelessShape(target.text);
        const known = texts.get(text);
        if (known === undefined) texts.set(text, [own]);
        else known.push(own);
      }
    }
  return texts;
}

/**
 * What an earlier revision and the present record have in common, for a merge of both: without what people have written, so that it
 * counts as written since, and without what the present record lacks, so that it counts as added. Either may be the newer.
 */
export function commonGround(earlier: EditionRecord, record: EditionRecord): EditionRecord {
  const known = new Set(segmentsOf(record).map(({ id }) => id));
  const machine = ({ target, ...rest }: RecordedSegment): RecordedSegment =>
    target === undefined || target.state === 'reviewed' ? rest : { ...rest, target };
  return {
    ...earlier,
    blocks: earlier.blocks.map((block) => ({ ...block, segments: block.segments.filter(({ id }) => known.has(id)).map(machine) })),
    additions: earlier.additions.filter(({ markdown }) => record.additions.some((one) => one.markdown === markdown)),
  };
}

/** Where the file says what a record has beside a sentence, of another branch, that has been taken: the one that it replaced is not beside it now. */
export function withoutTaken(record: EditionRecord, recorded: EditionRecord): EditionRecord {
  const besides = new Map(segmentsOf(recorded).map(({ id, outdated }) => [id, outdated?.target.text]));
  const blocks = record.blocks.map((block) => ({
    ...block,
    segments: block.segments.map((segment): RecordedSegment => {
      const { outdated: _, ...rest } = segment;
      const beside = besides.get(segment.id);
      return beside !== undefined && segment.target !== undefined && sameText(beside, segment.target.text) ? rest : segment;
    }),
  }));
  return { ...record, blocks };
}

function asMachines(segment: RecordedSegment, was: RecordedSegment): RecordedSegment {
  if (segment.target === undefined) return segment;
  return { ...segment, target: { ...segment.target, state: 'machine', origin: was.target?.origin ?? { by: 'engine' } } };
}

/** Segments whose target differs between file and record, each with the record's. */
function edited(record: EditionRecord, absorbed: EditionRecord): Map<RecordedSegment, RecordedSegment> {
  const before = segmentsOf(record);
  return new Map(
    segmentsOf(absorbed).flatMap((segment, at) => {
      const was = before[at];
      return was?.id === segment.id && segment.target !== was.target ? [[segment, was] as const] : [];
    }),
  );
}

function segmentsOf({ blocks }: EditionRecord): RecordedSegment[] {
  return blocks.flatMap((block) => block.segments);
}
