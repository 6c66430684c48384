/** An amount that changed its currency: the source's gone, another one there. */

import { currenciesIn, hasCurrency } from '../numbers/currencies.ts';
import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

export const currencyCheck: SegmentCheck = {
  name: 'currency',
  segment: ({ sourceWords, targetWords, from, to }) => {
    const source = currenciesIn(sourceWords, from);
    if (source.every((kinds) => hasCurrency(targetWords, to, kinds))) return [];
    const target = currenciesIn(targetWords, to);
    const lost = missingFrom(target, source);
    const added = missingFrom(source, target);
    if (added.length === 0 || lost.length === 0) return [];
    return [{ ...worded`${lost.join(', ')} became ${added.join(', ')}`, expected: lost, got: added }];
  },
};

/** The currencies that the others have none of; a sign of two currencies is either. */
function missingFrom(others: readonly (readonly string[])[], own: readonly (readonly string[])[]): string[] {
  return own.filter((kinds) => !others.some((other) => other.some((kind) => kinds.includes(kind)))).map((kinds) => kinds.join(' or '));
}
