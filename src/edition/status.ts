/** Whether an edition is derived from its present source and the present glossary, and if not, why. */

import type { Article, Segment, TermUse } from '../article.ts';
import { matchRecord } from '../memory/match.ts';
import { sameTerms } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { isBlank, shape } from '../text.ts';

export type Reason = 'new' | 'changed' | 'terms' | 'untranslated' | 'outdated';

export interface RecordStatus {
  /** `missing`: no segment has a target. `stale`: some segment has none that is made from its present source and glossary. */
  readonly state: 'fresh' | 'stale' | 'missing';
  readonly segments: number;
  readonly reviewed: number;
  readonly reasons: readonly SegmentReason[];
}

/**
 * `new`: never seen. `changed`: its source was another. `terms`: made with other glossary entries. `untranslated`: recorded without a
 * target. `outdated`: a person's text for an earlier source stands in its place (`memory.outdated: "keep"`).
 */
interface SegmentReason {
  readonly segment: Segment;
  readonly reason: Reason;
}

/**
 * Judged from the record alone, without memory or engine: what another run would find elsewhere is stale all the same.
 * @param terms the glossary entries that touch a segment at present
 */
export function statusOf(
  article: Article,
  record: EditionRecord | undefined,
  terms: (segment: Segment) => readonly TermUse[],
): RecordStatus {
  const segments = article.blocks.flatMap((block) => block.segments).filter((segment) => !isBlank(segment.text));
  if (record === undefined)
    return { state: 'missing', segments: segments.length, reviewed: 0, reasons: segments.map((segment) => ({ segment, reason: 'new' })) };
  const { same, before } = matchRecord(article, record);
  let reviewed = 0;
  const reasonFor = (segment: Segment): Reason | undefined => {
    const recorded = same.get(segment.id);
    if (recorded === undefined) return before.has(segment.id) ? 'changed' : 'new';
    const { target, outdated } = recorded;
    if (target === undefined) return 'untranslated';
    if (outdated !== undefined && shape(outdated.target.text) === shape(target.text)) return 'outdated';
    if (target.state === 'machine') return sameTerms(target.terms, terms(segment)) ? undefined : 'terms';
    reviewed++;
    return undefined;
  };
  const reasons = segments.flatMap((segment) => {
    const reason = reasonFor(segment);
    return reason === undefined ? [] : [{ segment, reason }];
  });
  const missing = segments.length > 0 && !segments.some((segment) => same.get(segment.id)?.target !== undefined);
  return { state: missing ? 'missing' : reasons.length > 0 ? 'stale' : 'fresh', segments: segments.length, reviewed, reasons };
}
