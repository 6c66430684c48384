/**
 * Text that a machine wrote for an earlier version of an edition. It comes back when somebody checks out an older edition, reverts a
 * branch or takes one side of a merge. Although the record has another text, it is no person's edit.
 */

import type { EditionRecord, RecordedSegment } from './record.ts';
import { looseShape } from './shown-text.ts';

/** A record as it was, with its edition. */
export interface EarlierEdition {
  readonly record: EditionRecord;
  readonly localized: string | undefined;
}

/** The earlier revision whose edition is the same text; line ends do not count. */
export function sameEdition(localized: string, earlier: readonly EarlierEdition[]): EarlierEdition | undefined {
  const file = unix(localized);
  return earlier.find((one) => one.localized !== undefined && unix(one.localized) === file);
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
 * target, and none has it as a reviewed one.
 * @param record the record before the file's edits were taken in
 * @param absorbed the same with them
 */
export function withoutEarlierText(record: EditionRecord, absorbed: EditionRecord, earlier: readonly EarlierEdition[]): Explained {
  const said = (state: string) =>
    new Set(
      earlier.flatMap((one) => segmentsOf(one.record).flatMap(({ target }) => (target?.state === state ? [looseShape(target.text)] : []))),
    );
  const [machine, reviewed] = [said('machine'), said('reviewed')];
  const old = new Map(
    [...edited(record, absorbed)].filter(([{ target }]) => {
      const text = looseShape(target?.text ?? []);
      return text !== '' && machine.has(text) && !reviewed.has(text);
    }),
  );
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

/** The record without reviewed targets, so that what people have written counts as their change since. */
export function withoutReviewed(record: EditionRecord): EditionRecord {
  const machine = ({ target, ...rest }: RecordedSegment): RecordedSegment =>
    target === undefined || target.state === 'reviewed' ? rest : { ...rest, target };
  return { ...record, blocks: record.blocks.map((block) => ({ ...block, segments: block.segments.map(machine) })) };
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
