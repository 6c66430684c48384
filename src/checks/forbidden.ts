/** Renderings that the glossary forbids. */

import { findTerms } from '../glossary/match.ts';
import { inspectTerm } from '../glossary/uses.ts';
import { worded } from '../text/worded.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const forbiddenCheck: SegmentCheck = {
  name: 'forbidden',
  segment: ({ sourceWords, targetWords, terms, from, to }) => {
    const banned = bannedIn(terms);
    if (banned.length === 0) return [];
    const remarks: Remark[] = [];
    for (const { term } of findTerms(sourceWords, from, banned)) {
      const { verdict, surface } = inspectTerm(targetWords, term, to);
      const isUsed = term.status === 'forbidden' ? verdict !== 'missing' && verdict !== 'derived' : verdict === 'forbidden';
      if (!isUsed) continue;
      const approved = terms.find((other) => other.source === term.source && other.status !== 'forbidden')?.target;
      const got = surface ?? term.target;
      if (!remarks.some((remark) => remark.got?.[0] === got))
        remarks.push({
          ...worded`"${got}" is a forbidden translation of "${term.source}"`,
          ...(approved !== undefined && { expected: [approved] }),
          got: [got],
        });
    }
    return remarks;
  },
};

const known = new WeakMap<object, readonly SegmentTerm[]>();
type SegmentTerm = Parameters<SegmentCheck['segment']>[0]['terms'][number];

/** Kept as long as the glossary, since the matcher indexes a list once. */
function bannedIn(terms: readonly SegmentTerm[]): readonly SegmentTerm[] {
  const cached = known.get(terms);
  if (cached !== undefined) return cached;
  const banned = terms.filter((term) => term.status === 'forbidden' || (term.forbidden?.length ?? 0) > 0);
  known.set(terms, banned);
  return banned;
}
