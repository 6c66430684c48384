/** Terms of the glossary that the source has and the target does not say as approved. */

import { findTerms } from '../glossary/match.ts';
import type { Term } from '../glossary/term.ts';
import { inspectTerm } from '../glossary/uses.ts';
import { worded } from '../text/worded.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const termsCheck: SegmentCheck = {
  name: 'terms',
  segment: ({ sourceWords, targetWords, terms, from, to }) => {
    if (terms.length === 0) return [];
    const remarks: Remark[] = [];
    const found = findTerms(sourceWords, from, terms).filter((match) => !match.covered);
    const choices = Map.groupBy(
      found.map((match) => match.term).filter((term) => term.status !== 'forbidden'),
      (term) => term.source,
    );
    for (const [source, approved] of choices) {
      const verdicts = [...new Set(approved)].map((term) => inspectTerm(targetWords, wanted(term), to));
      if (verdicts.some(({ verdict }) => verdict === 'exact' || verdict === 'inflected' || verdict === 'compound')) continue;
      const expected = approved.map((term) => wanted(term).target);
      const other = verdicts.find(({ verdict }) => verdict === 'derived' || verdict === 'variant');
      // A forbidden rendering is the business of its own check.
      if (verdicts.some(({ verdict }) => verdict === 'forbidden')) continue;
      if (other === undefined)
        remarks.push({ ...worded`"${source}" is not translated as the glossary requires`, expected: [...new Set(expected)], got: [] });
      else
        remarks.push({
          ...worded`"${source}" is "${other.surface ?? ''}" here`,
          expected: [...new Set(expected)],
          got: other.surface === undefined ? [] : [other.surface],
          ...(other.verdict === 'derived' && { level: 'note' as const }),
        });
    }
    return remarks;
  },
};

/** An untranslated term's target is its source. */
function wanted(term: Term): Term {
  return term.status === 'untranslated' || term.target === '' ? { ...term, target: term.source } : term;
}
