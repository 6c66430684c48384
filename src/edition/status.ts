/** Whether an edition is derived from its present source and the present glossary, and if not, why. Nothing else judges this. */

import type { Article, Segment, TargetState, TermUse } from '../article.ts';
import { matchRecord } from '../memory/match-segments.ts';
import { sameTerms } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { isBlank, shape, words } from '../text.ts';
import type { Desk } from './desk.ts';
import { type OpenEdition, segmentsOf } from './open.ts';
import { outputOf } from './outcome.ts';

/**
 * `missing`: there is no localized file, or no segment has a target. `stale`: translating again would change it. `hand-made`: a
 * localized file without a record, which has to be adopted first.
 */
export type EditionState = 'fresh' | 'stale' | 'missing' | 'hand-made';

/**
 * By segment. `new`: never seen. `changed`: its source was another. `correction`: it belongs to a correction of the source that
 * the edition does not have yet. `terms`: made with other glossary entries. `untranslated`: recorded without a target. `outdated`: a
 * person's text for an earlier source is in its place (`memory.outdated: "keep"`). By edition. `file`: the file is not what record
 * and source give (a person's edit that cannot be kept, a setting). `no record`: nothing is known of it.
 */
export type Reason = 'new' | 'changed' | 'correction' | 'terms' | 'untranslated' | 'outdated' | 'file' | 'no record';

export interface EditionStatus {
  readonly state: EditionState;
  /** Why it is not fresh. */
  readonly reasons: readonly { readonly why: Reason; readonly segment?: string; readonly source?: string }[];
  /** Segments that hold words, and those of them whose target a person has reviewed. */
  readonly segments: number;
  readonly reviewed: number;
  /** Segments that an adopted edition leaves out, and those whose target may not be theirs. */
  readonly leftOut: number;
  readonly doubtful: number;
}

/**
 * Judged from the edition's own files with people's edits taken in, without memory or engine: a segment that the memory could fill is
 * stale all the same.
 */
export function statusOf(open: OpenEdition, { settings, glossary }: Pick<Desk, 'settings' | 'glossary'>): EditionStatus {
  const { article } = open.edition;
  const { reasons, hasTargets, ...counts } = judgeSegments(article, open.record, glossary.touching);
  const { record, localized } = open.texts;
  if (record === undefined && localized !== undefined) return { state: 'hand-made', reasons: [{ why: 'no record' }], ...counts };
  if (localized === undefined) return { state: 'missing', reasons: [{ why: 'file' }], ...counts };
  const corrections = new Set(article.blocks.filter(({ path }) => /^corrections?\b/.test(path ?? '')).flatMap((block) => block.segments));
  if (reasons.length > 0)
    return {
      state: hasTargets ? 'stale' : 'missing',
      reasons: reasons.map(({ segment, why }) => ({
        why: corrections.has(segment) ? 'correction' : why,
        segment: segment.id,
        source: words(segment.text),
      })),
      ...counts,
    };
  return outputOf(open, open.edition, { settings }).text === localized
    ? { state: 'fresh', reasons: [], ...counts }
    : { state: 'stale', reasons: [{ why: 'file' }], ...counts };
}

/**
 * The state as readers of a published edition are told it: `reviewed` where a person has read all of it. A term that was corrected
 * since is no change of the original.
 */
export function readersState({ reasons, segments, reviewed }: EditionStatus): 'machine' | 'reviewed' | 'stale' {
  if (reasons.some(({ why }) => why !== 'terms')) return 'stale';
  return reviewed === segments ? 'reviewed' : 'machine';
}

function judgeSegments(article: Article, record: EditionRecord, terms: (segment: Segment) => readonly TermUse[]) {
  const segments = segmentsOf(article).filter((segment) => !isBlank(segment.text));
  const { same, before } = matchRecord(article, record);
  let reviewed = 0;
  const reasonFor = (segment: Segment): Reason | undefined => {
    const recorded = same.get(segment.id);
    if (recorded === undefined) return before.has(segment.id) ? 'changed' : 'new';
    const { target, outdated } = recorded;
    if (target === undefined) return 'untranslated';
    if (outdated !== undefined && shape(outdated.target.text) === shape(target.text)) return 'outdated';
    if (target.state === 'machine') return sameTerms(target.terms, terms(segment)) ? undefined : 'terms';
    // A sentence that its person left out counts as reviewed: that is a decision too.
    if (target.state !== 'needs-review') reviewed++;
    return undefined;
  };
  const reasons = segments.flatMap((segment) => {
    const why = reasonFor(segment);
    return why === undefined ? [] : [{ segment, why }];
  });
  const countOf = (state: TargetState) => segments.filter(({ id }) => same.get(id)?.target?.state === state).length;
  const hasTargets = segments.length === 0 || segments.some((segment) => same.get(segment.id)?.target !== undefined);
  return { reasons, hasTargets, segments: segments.length, reviewed, leftOut: countOf('left-out'), doubtful: countOf('needs-review') };
}
