/** How much one request should hold. */

import type { PaceLimits } from '../../store/store.ts';

/**
 * How many characters a request should hold. Where the quota is small, a usual request would be a large share of it, and the
 * burst allowance with it: then requests of 1 % of the quota, unless there are not requests enough for that.
 */
export function requestSize(limits: Omit<PaceLimits, 'margin'>): number {
  const enough = Math.ceil((limits.charactersPerMinute / limits.requestsPerMinute) * 1.1);
  return Math.max(1, Math.min(limits.charactersPerRequest, Math.max(Math.ceil(limits.charactersPerMinute / 100), enough)));
}
