/** What a sentence's state asks of a person, and how the style sheet draws it. */

import type { SegmentView } from './contract.ts';

/** Whether a sentence waits for somebody: it has no target, its source changed, nobody has read it, or something was found in it. */
export function needsPerson({ state, was, findings }: SegmentView): boolean {
  if (state === 'missing' || state === 'needs-review') return true;
  return state === 'machine' || (was !== undefined && state !== 'reviewed') || findings.some(({ level }) => level === 'error');
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
