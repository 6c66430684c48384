/** Two branches' records of one edition become one. */

import type { Target } from '../article.ts';
import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { fingerprint, shape, words } from '../text.ts';
import { matchRecord, type Sentences } from './match-segments.ts';
import type { EditionRecord, RecordedBlock, RecordedItem, RecordedSegment } from './record.ts';
import { isPersons } from './shown-text.ts';

export interface Merged {
  readonly record: EditionRecord;
  /** Sentences that people changed on both branches, to different texts. */
  readonly findings: readonly Finding[];
}

/**
 * What only one branch changed is taken; of what both changed, the reviewed target; of two reviewed ones, ours, and theirs stays
 * beside it as outdated, so that every later run still tells of it. No reviewed target is lost.
 * @param base the record that both branches started from; undefined where both made it anew
 */
export function mergeRecords(base: EditionRecord | undefined, ours: EditionRecord, theirs: EditionRecord): Merged {
  const [was, our, their] = [base, ours, theirs].map((record) => byId(record?.blocks ?? [])) as [Segments, Segments, Segments];
  const findings: Finding[] = [];
  const lost: RecordedSegment[] = [];
  const settle = (id: string): RecordedSegment[] => {
    const [before, mine, yours] = [was.get(id), our.get(id), their.get(id)];
    if (mine !== undefined && yours !== undefined) {
      const merged = mergeSegment(before, mine, yours);
      if (merged.conflict) findings.push(conflict(ours, merged.segment, yours));
      for (const { outdated } of [mine, yours])
        if (outdated !== undefined && ![before, merged.segment].some((one) => name(one?.outdated?.target) === name(outdated.target)))
          lost.push({ id, ...outdated });
      return [merged.segment];
    }
    const only = mine ?? yours;
    if (only === undefined) return [];
    if (before === undefined) return [only];
    // One branch's source has it no more.
    lost.push(only);
    return [];
  };
  const [wasAround, theirsAround] = [base, theirs].map((record) => blockById(record?.blocks ?? [])) as [Blocks, Blocks];
  const blocks = interleaved(ours.blocks, theirs.blocks, our).map((block) => {
    const around = (known: Blocks) => block.segments.map(({ id }) => known.get(id)).find((one) => one !== undefined);
    return { ...withLines(block, around(wasAround), around(theirsAround)), segments: block.segments.flatMap(({ id }) => settle(id)) };
  });
  const kept = withEarlierReviews(blocks, lost, [base, ours, theirs]);
  const { editionHash, after: _, front: __, ...rest } = ours;
  const after = mergeLists(base?.after ?? [], ours.after ?? [], theirs.after ?? [], itemName);
  const front = mergeFronts(base?.front, ours.front, theirs.front);
  return {
    record: {
      ...rest,
      blocks: kept.filter((block) => block.segments.length > 0),
      additions: mergeLists(base?.additions ?? [], ours.additions, theirs.additions, ({ markdown }) => markdown),
      retired: retired([...ours.retired, ...theirs.retired, ...lost]),
      ...(after.length > 0 && { after }),
      ...(front !== undefined && { front }),
    },
    findings,
  };
}

/** What only one branch changed is taken; of what both changed, ours. */
function changedOf<Value>(base: Value, ours: Value, theirs: Value, nameOf: (value: Value) => string | undefined): Value {
  return nameOf(ours) === nameOf(base) ? theirs : ours;
}

/**
 * What a person reviewed on one branch while the author changed its source on the other is told of beside the present form of its
 * sentence, as it is where the one follows the other.
 */
function withEarlierReviews(
  blocks: readonly RecordedBlock[],
  lost: readonly RecordedSegment[],
  [base, ours, theirs]: readonly [EditionRecord | undefined, EditionRecord, EditionRecord],
): readonly RecordedBlock[] {
  const reviewed = new Map(lost.flatMap((one) => (isPersons(one.target) ? [[one.id, { source: one.source, target: one.target }]] : [])));
  if (base === undefined || reviewed.size === 0) return blocks;
  const forms = [ours, theirs].flatMap((record) => [...matchRecord(sourceOf(record), base).before]);
  const earlier = new Map(forms.flatMap(([id, { id: was }]) => (reviewed.has(was) ? [[id, reviewed.get(was)] as const] : [])));
  const withEarlier = (segment: RecordedSegment): RecordedSegment => {
    const outdated = segment.outdated ?? (segment.target?.state === 'reviewed' ? undefined : earlier.get(segment.id));
    return outdated === undefined ? segment : { ...segment, outdated };
  };
  return blocks.map((block) => ({ ...block, segments: block.segments.map(withEarlier) }));
}

/** The source that a record's targets are of. */
function sourceOf({ blocks }: EditionRecord): Sentences {
  const asSource = ({ id, source: text }: RecordedSegment) => ({ id, text });
  return { blocks: blocks.map((block) => ({ ...block, segments: block.segments.map(asSource) })) };
}

type Segments = Map<string, RecordedSegment>;
type Blocks = Map<string, RecordedBlock>;

function byId(blocks: readonly RecordedBlock[]): Segments {
  return new Map(blocks.flatMap((block) => block.segments).map((segment) => [segment.id, segment]));
}

function blockById(blocks: readonly RecordedBlock[]): Blocks {
  return new Map(blocks.flatMap((block) => block.segments.map(({ id }) => [id, block] as const)));
}

/** A block with the lines that the merged source has around it. */
function withLines(block: RecordedBlock, was: RecordedBlock | undefined, theirs: RecordedBlock | undefined): RecordedBlock {
  if (theirs === undefined) return block;
  const { item: own, before: ownBefore, ...rest } = block;
  const item = changedOf(was?.item, own, theirs.item, (one) => one && itemName(one));
  const before = mergeLists(was?.before ?? [], ownBefore ?? [], theirs.before ?? [], itemName);
  return { ...rest, ...(item !== undefined && { item }), ...(before.length > 0 && { before }) };
}

function itemName({ sum, breaks, shown }: RecordedItem): string {
  return [sum, breaks, shown].join(' ');
}

/** Key by key; a record of Dragoman 0.1 knows nothing of them. */
function mergeFronts(base: EditionRecord['front'], ours: EditionRecord['front'], theirs: EditionRecord['front']): EditionRecord['front'] {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return new Map(
    [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) => {
      const sum = changedOf(base?.get(key), ours.get(key), theirs.get(key), (one) => one);
      return sum === undefined ? [] : [[key, sum] as const];
    }),
  );
}

/** Our blocks, with the segments that only theirs have, at their places there. */
function interleaved(ours: readonly RecordedBlock[], theirs: readonly RecordedBlock[], known: Segments): RecordedBlock[] {
  const blocks = ours.map((block) => ({ ...block, segments: [...block.segments] }));
  const blockOf = new Map(blocks.flatMap((block) => block.segments.map((segment) => [segment.id, block])));
  let last: (typeof blocks)[number] | undefined;
  for (const block of theirs) {
    const home = block.segments.map((segment) => blockOf.get(segment.id)).find((one) => one !== undefined);
    const fresh = block.segments.filter((segment) => !known.has(segment.id));
    if (home === undefined && fresh.length > 0) {
      const added = { ...block, segments: [...fresh] };
      blocks.splice(last === undefined ? 0 : blocks.indexOf(last) + 1, 0, added);
      last = added;
      continue;
    }
    last = home ?? last;
    for (const segment of home === undefined ? [] : fresh) {
      const before = block.segments[block.segments.indexOf(segment) - 1];
      const at = home?.segments.findIndex((one) => one.id === before?.id) ?? -1;
      home?.segments.splice(at + 1, 0, segment);
    }
  }
  return blocks;
}

function mergeSegment(
  base: RecordedSegment | undefined,
  ours: RecordedSegment,
  theirs: RecordedSegment,
): { segment: RecordedSegment; conflict: boolean } {
  const [before, mine, yours] = [base, ours, theirs].map((segment) => name(segment?.target));
  const outdated = changedOf(base?.outdated, ours.outdated, theirs.outdated, (one) => name(one?.target));
  const notes = mergeLists(base?.notes ?? [], ours.notes ?? [], theirs.notes ?? [], ({ text, from }) => `${from}: ${text}`);
  const taking = ({ outdated: _, notes: __, ...segment }: RecordedSegment): RecordedSegment => ({
    ...segment,
    ...(outdated !== undefined && { outdated }),
    ...(notes.length > 0 && { notes }),
  });
  if (mine === yours) return { segment: taking(withWaivers(base, ours, theirs)), conflict: false };
  if (yours === before) return { segment: taking(ours), conflict: false };
  if (mine === before) return { segment: taking(theirs), conflict: false };
  const [ourState, theirState] = [ours.target?.state, theirs.target?.state];
  if (theirState === 'reviewed' && ourState !== 'reviewed') return { segment: taking(theirs), conflict: false };
  if (theirState !== 'reviewed' || theirs.target === undefined)
    return { segment: taking(ours.target === undefined ? theirs : ours), conflict: false };
  return { segment: { ...taking(ours), outdated: { source: theirs.source, target: theirs.target } }, conflict: true };
}

/** Of one target on both branches; a waiver holds for the target that it was given for. */
function withWaivers(base: RecordedSegment | undefined, ours: RecordedSegment, theirs: RecordedSegment): RecordedSegment {
  const { waivers: own = [], ...segment } = ours;
  const waivers = mergeLists(base?.waivers ?? [], own, theirs.waivers ?? [], ({ check, reason }) => `${check} ${reason}`);
  return { ...segment, ...(waivers.length > 0 && { waivers }) };
}

function name(target: Target | undefined): string | undefined {
  return target === undefined ? undefined : `${target.state} ${shape(target.text)}`;
}

function conflict(record: EditionRecord, segment: RecordedSegment, theirs: RecordedSegment): Finding {
  return {
    check: 'merge',
    level: 'warning',
    ...worded`Two branches reviewed this sentence differently; ours is kept, theirs is beside it in the record. Put theirs into the edition, or settle it with "dragoman review ${record.slug} --to ${record.locale} --segment ${segment.id}".`,
    slug: record.slug,
    locale: record.locale,
    segment: segment.id,
    source: words(segment.source),
    target: words(segment.target?.text ?? []),
    got: [words(theirs.target?.text ?? [])],
  };
}

/** What one branch took out is out; what either put in is in. */
function mergeLists<Value>(
  base: readonly Value[],
  ours: readonly Value[],
  theirs: readonly Value[],
  nameOf: (value: Value) => string,
): Value[] {
  const [was, our, their] = [base, ours, theirs].map((list) => new Set(list.map(nameOf))) as [Set<string>, Set<string>, Set<string>];
  const kept = ours.filter((one) => their.has(nameOf(one)) || !was.has(nameOf(one)));
  return [...kept, ...theirs.filter((one) => !our.has(nameOf(one)) && !was.has(nameOf(one)))];
}

function retired(segments: readonly RecordedSegment[]): RecordedSegment[] {
  const known = new Set<string>();
  return segments.filter(({ source, target, notes }) => {
    const key = `${fingerprint(source)} ${fingerprint(target?.text ?? [])} ${JSON.stringify(notes)}`;
    if ((!isPersons(target) && notes === undefined) || known.has(key)) return false;
    known.add(key);
    return true;
  });
}
