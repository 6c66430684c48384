/** How an edition on disk stands against its source and its glossary, and why. */

import { type Glossary, type OpenEdition, writtenEdition } from './editions.ts';
import { type Reason, statusOf } from './memory/status.ts';
import type { Project } from './project.ts';
import { words } from './text.ts';

/** `hand-made`: a localized file without a record, which Dragoman never touches. */
export type EditionState = 'fresh' | 'stale' | 'missing' | 'hand-made';

export interface EditionStatus {
  readonly state: EditionState;
  /** Why it is not fresh: by segment, or `file` where the file is not what record and source give (a person's edit, a setting). */
  readonly reasons: readonly { readonly why: Reason | 'file' | 'no record'; readonly segment?: string; readonly source?: string }[];
  readonly segments: number;
  /** Segments whose target a person has reviewed. */
  readonly reviewed: number;
}

export function editionStatus(project: Project, open: OpenEdition, glossary: Glossary): EditionStatus {
  const { article } = open.edition;
  const { segments, reviewed, ...recorded } = statusOf(article, open.recorded, glossary.touching);
  const counts = { segments, reviewed };
  if (open.hand === 'person') return { state: 'hand-made', reasons: [{ why: 'no record' }], ...counts };
  if (open.text === undefined) return { state: 'missing', reasons: [{ why: 'file' }], ...counts };
  const reasons = recorded.reasons.map(({ segment, reason }) => ({ why: reason, segment: segment.id, source: words(segment.text) }));
  if (reasons.length > 0) return { state: recorded.state, reasons, ...counts };
  return writtenEdition(open.edition, project.config) === open.text
    ? { state: 'fresh', reasons: [], ...counts }
    : { state: 'stale', reasons: [{ why: 'file' }], ...counts };
}
