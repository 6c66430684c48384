/** How an edition stands against its source and its glossary, and why. */

import type { Edition, Segment } from './article.ts';
import { type Glossary, type OpenEdition, writtenEdition } from './editions.ts';
import type { Project } from './project.ts';
import { words } from './text.ts';
import { withoutEngine } from './translate/segment.ts';

export type EditionState = 'fresh' | 'stale' | 'missing' | 'hand-made';

/** Why an edition is not what its source and its glossary give. */
export interface Reason {
  readonly why: 'no edition' | 'no record' | 'no target' | 'glossary changed' | 'source changed' | 'file changed';
  /** Id of the segment, where it is about one. */
  readonly segment?: string;
  /** The segment's words. */
  readonly source?: string;
}

export interface EditionStatus {
  readonly state: EditionState;
  readonly reasons: readonly Reason[];
  readonly segments: number;
  /** Segments whose target a person has reviewed. */
  readonly reviewed: number;
}

export function statusOf(project: Project, open: OpenEdition, glossary: Glossary): EditionStatus {
  const { article } = open.edition;
  const all = article.blocks.flatMap((block) => block.segments);
  const counts = {
    segments: all.length,
    reviewed: [...open.edition.targets.values()].filter((target) => target.state === 'reviewed').length,
  };
  if (open.hand === 'person') return { state: 'hand-made', reasons: [{ why: 'no record' }], ...counts };
  if (open.text === undefined) return { state: 'missing', reasons: [{ why: 'no edition' }], ...counts };
  const { targets, rest } = withoutEngine(open, glossary);
  const reasons = rest.map((segment) => reasonFor(segment, open));
  // What needs no engine is written by the next run all the same, so the file must already be what it would be.
  if (reasons.length === 0 && writtenEdition({ ...open.edition, targets } satisfies Edition, project.config) !== open.text)
    reasons.push({ why: 'file changed' });
  return { state: reasons.length === 0 ? 'fresh' : 'stale', reasons, ...counts };
}

function reasonFor(segment: Segment, open: OpenEdition): Reason {
  const recorded = open.record.blocks.flatMap((block) => block.segments).find((one) => one.id === segment.id);
  const why = recorded === undefined ? 'source changed' : recorded.target === undefined ? 'no target' : 'glossary changed';
  return { why, segment: segment.id, source: words(segment.text) };
}
