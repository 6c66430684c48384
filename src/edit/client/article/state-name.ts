/** What a sentence's state is called. */

import type { SegmentView } from '../../contract.ts';
import { t } from '../page-words.ts';

/** A sentence whose source has changed says that, whether or not it has a translation still. */
export function stateName({ state, was }: Pick<SegmentView, 'state' | 'was'>): string {
  return t(`state.${was !== undefined && state !== 'reviewed' ? 'stale' : state}`);
}
