/**
 * Machine text of before, which comes back when somebody checks out an older edition, reverts a branch or takes one side of a merge,
 * is no person's edit, although it is not what the record has.
 */

import type { EditionRecord, RecordedSegment } from './record.ts';
import { looseShape } from './shown-text.ts';

/** A record as it was, with its edition. */
export interface EarlierEdition {
  readonly record: EditionRecord;
  readonly localized: string | undefined;
}

/** The revision whose edition the file is, whatever line ends the checkout has. */
export function sameEdition(localized: string, earlier: readonly EarlierEdition[]): EarlierEdition | undefined {
  const file = unix(localized);
  return earlier.find((one) => one.localized !== undefined && unix(one.localized) === file);
}

function unix(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Whether a person is taken to have changed something. @param absorbed the record with what the file says */
export function isEdited(record: EditionRecord, absorbed: EditionRecord): boolean {
  return edited(record, absorbed).size > 0 || record.additions.length !== absorbed.additions.length;
}

export interface Explained {
  /** With what a person has changed. */
  readonly record: EditionRecord;
  /** With what the file says, machine text of before as a machine's. */
  readonly shown: EditionRecord;
}

/**
 * What a person is taken to have changed, without the sentences that an earlier revision has as a machine's targets, and none as a
 * reviewed one.
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

/** The record without what people have written, so that it counts as written since. */
export function withoutReviewed(record: EditionRecord): EditionRecord {
  const machine = ({ target, ...rest }: RecordedSegment): RecordedSegment =>
    target === undefined || target.state === 'reviewed' ? rest : { ...rest, target };
  return { ...record, blocks: record.blocks.map((block) => ({ ...block, segments: block.segments.map(machine) })) };
}

function asMachines(segment: RecordedSegment, was: RecordedSegment): RecordedSegment {
  if (segment.target === undefined) return segment;
  return { ...segment, target: { ...segment.target, state: 'machine', origin: was.target?.origin ?? { by: 'engine' } } };
}

/** Segments whose target the file has otherwise, with what the record has. */
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
