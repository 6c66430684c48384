/** What a sentence's state asks of a person, and how the style sheet draws it. */

import type { SegmentView, WorkView } from './contract.ts';

/** In the place of a sentence that is said in the one before it: the sign that joins two on paper. */
export const JOINED = '‿';

/** Whether a sentence waits for somebody: it has no target, its source changed, nobody has read it, or something was found in it. */
export function needsPerson({ state, was, findings }: SegmentView): boolean {
  if (state === 'missing' || state === 'needs-review') return true;
  return state === 'machine' || (was !== undefined && state !== 'reviewed') || findings.some(({ level }) => level === 'error');
}

/** A machine's sentence that nobody has read. */
export const unread = ({ state }: SegmentView): boolean => state === 'machine' || state === 'needs-review';

/**
 * The sentences that are most probably wrong, the worst first: what cannot be published, what was said for another source, what somebody asked
 * to have looked at, then what a second engine says otherwise, by how much, and what the checks warn of.
 * @param most how many
 */
export function firstToSee(segments: readonly SegmentView[], most: number): SegmentView[] {
  return segments
    .map((segment) => ({ segment, weight: weightOf(segment) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ segment }) => segment);
}

function weightOf({ state, was, findings, doubt = 0 }: SegmentView): number {
  const errors = findings.filter(({ level }) => level === 'error').length;
  if (state === 'reviewed') return errors * 1000;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  // A doubt is 0 to 100; a warning is right about as often as half of it.
  return errors * 1000 + (was !== undefined ? 500 : 0) + (state === 'needs-review' ? 250 : 0) + doubt + warnings * 50;
}

/** Names of classes; the panel says the same in words. */
export function classesOf({ state, was, findings, drafts }: SegmentView): string[] {
  const has = (wanted: 'error' | 'warning') => findings.some(({ level }) => level === wanted);
  return [
    was !== undefined && state !== 'reviewed' ? 'stale' : state,
    ...(has('error') ? ['error'] : has('warning') ? ['warning'] : []),
    ...(drafts.length > 0 ? ['draft'] : []),
  ];
}

/** How the page's words name a state of the work list. */
export const workKey = ({ state }: Pick<WorkView, 'state'>): 'queued' | 'atWork' | 'parked' => (state === 'at work' ? 'atWork' : state);
