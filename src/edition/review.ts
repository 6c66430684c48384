/** What a person decides of an edition without changing its text: that they have read it, or that a finding is right as it is. */

import type { Target } from '../article.ts';
import type { FindingName } from '../finding.ts';
import type { Waiver } from '../memory/record.ts';
import { waiversIn } from './check-edition.ts';
import { type Decided, decide, decidedWithin, undecided } from './decide.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { writeFiles } from './outcome.ts';

export interface Reviewing {
  /** Segments, by id; all of the edition where it is undefined. */
  readonly segments?: ReadonlySet<string> | undefined;
  /** Takes the review back from texts that an engine made; a text that a person wrote stays theirs. */
  readonly undo?: boolean;
}

/**
 * The edition's files with what a person has read marked as reviewed; a text of an earlier source or of another branch beside it is
 * settled with that. Who and when is told by git.
 * @returns also how many targets change
 */
export function review(
  open: OpenEdition,
  { segments, undo = false }: Reviewing,
  desk: Desk,
): { readonly files: Decided; readonly changed: number } {
  const decided = new Map<string, Target>();
  const besides = undecided(open);
  for (const [id, target] of open.edition.targets) {
    if (segments?.has(id) === false) continue;
    const next = undo ? unread(target) : asRead(target);
    if (next !== target || (!undo && besides.has(id))) decided.set(id, next);
  }
  return { files: decide(open, decided, desk), changed: decided.size };
}

/** A text keeps who made it: what an engine made and a person has read can be taken back. */
export function asRead(target: Target): Target {
  return target.state === 'machine' || target.state === 'needs-review' ? { ...target, state: 'reviewed' } : target;
}

function unread(target: Target): Target {
  return target.state === 'reviewed' && target.origin.by !== 'person' ? { ...target, state: 'machine' } : target;
}

/**
 * The edition's files with a waiver in its record: a finding that is right as it is, for as long as source and target are unchanged.
 * @returns undefined where the edition has no such segment
 */
export function waive(
  open: OpenEdition,
  { segment, check, reason }: { readonly segment: string; readonly check: FindingName | 'all'; readonly reason: string },
  desk: Desk,
): Decided | undefined {
  const others = (waiversIn(open).get(segment) ?? []).filter((one) => one.check !== check);
  return withWaivers(open, new Map([[segment, [...others, { check, reason }]]]), desk);
}

/**
 * The edition's files with these waivers of some segments and no others.
 * @param waivers by segment id
 * @returns undefined where the edition has none of the segments
 */
export function withWaivers(open: OpenEdition, waivers: ReadonlyMap<string, readonly Waiver[]>, desk: Desk): Decided | undefined {
  const changed = new Map([...open.edition.targets].filter(([id]) => waivers.has(id)));
  if (changed.size === 0) return undefined;
  const blocks = open.record.blocks.map((block) => ({
    ...block,
    segments: block.segments.map(({ waivers: before, ...segment }) => {
      const own = changed.has(segment.id) ? waivers.get(segment.id) : before;
      return own === undefined || own.length === 0 ? segment : { ...segment, waivers: own };
    }),
  }));
  const record = { ...open.record, blocks };
  const waived = { ...open, record, taken: { ...open.taken, record } };
  return decidedWithin(waived, changed, desk) ?? writeFiles(waived, open.edition, open.pending.length === 0, desk);
}
