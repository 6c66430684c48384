/** Two branches' records of one edition become one. */

import type { Addition, Target } from '../article.ts';
import type { Finding } from '../finding.ts';
import { fingerprint, shape, words } from '../text.ts';
import type { EditionRecord, RecordedBlock, RecordedSegment } from './record.ts';

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
      return [merged.segment];
    }
    const only = mine ?? yours;
    if (only === undefined) return [];
    if (before === undefined) return [only];
    // One branch's source has it no more.
    lost.push(only);
    return [];
  };
  const blocks = interleaved(ours.blocks, theirs.blocks, our).map((block) => ({
    ...block,
    segments: block.segments.flatMap(({ id }) => settle(id)),
  }));
  const { editionHash, ...rest } = ours;
  return {
    record: {
      ...rest,
      blocks: blocks.filter((block) => block.segments.length > 0),
      additions: mergeAdditions(base?.additions ?? [], ours.additions, theirs.additions),
      retired: retired([...ours.retired, ...theirs.retired, ...lost]),
    },
    findings,
  };
}

type Segments = Map<string, RecordedSegment>;

function byId(blocks: readonly RecordedBlock[]): Segments {
  return new Map(blocks.flatMap((block) => block.segments).map((segment) => [segment.id, segment]));
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
  const waivers = ours.waivers ?? theirs.waivers;
  const outdated = ours.outdated ?? theirs.outdated;
  const taking = (segment: RecordedSegment): RecordedSegment => ({
    ...segment,
    ...(outdated !== undefined && { outdated }),
    ...(waivers !== undefined && { waivers }),
  });
  if (mine === yours || yours === before) return { segment: taking(ours), conflict: false };
  if (mine === before) return { segment: taking(theirs), conflict: false };
  const [ourState, theirState] = [ours.target?.state, theirs.target?.state];
  if (theirState === 'reviewed' && ourState !== 'reviewed') return { segment: taking(theirs), conflict: false };
  if (theirState !== 'reviewed' || theirs.target === undefined)
    return { segment: taking(ours.target === undefined ? theirs : ours), conflict: false };
  return { segment: { ...ours, outdated: { source: theirs.source, target: theirs.target } }, conflict: true };
}

function name(target: Target | undefined): string | undefined {
  return target === undefined ? undefined : `${target.state} ${shape(target.text)}`;
}

function conflict(record: EditionRecord, segment: RecordedSegment, theirs: RecordedSegment): Finding {
  return {
    check: 'merge',
    level: 'warning',
    message: 'Two branches reviewed this sentence differently; ours is kept, theirs is beside it in the record.',
    slug: record.slug,
    locale: record.locale,
    segment: segment.id,
    source: words(segment.source),
    target: words(segment.target?.text ?? []),
    got: [words(theirs.target?.text ?? [])],
  };
}

/** A paragraph that one branch took out is out; what either put in is in. */
function mergeAdditions(base: readonly Addition[], ours: readonly Addition[], theirs: readonly Addition[]): Addition[] {
  const has = (list: readonly Addition[], addition: Addition) => list.some((one) => one.markdown === addition.markdown);
  const kept = ours.filter((addition) => has(theirs, addition) || !has(base, addition));
  return [...kept, ...theirs.filter((addition) => !has(ours, addition) && !has(base, addition))];
}

function retired(segments: readonly RecordedSegment[]): RecordedSegment[] {
  const known = new Set<string>();
  return segments.filter(({ source, target }) => {
    const key = `${fingerprint(source)} ${fingerprint(target?.text ?? [])}`;
    if (target?.state !== 'reviewed' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}
