import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestSize } from '../../src/queue/timing/request-size.ts';
import { createPace } from '../../src/store/embedded/pace.ts';

const MINUTE = 60_000;

/** The most that stood in any window of a minute. */
function fullest(sent: readonly { at: number; weight: number }[]): number {
  let most = 0;
  let total = 0;
  let first = 0;
  for (const { at, weight } of sent) {
    total += weight;
    for (; (sent[first]?.at ?? at) <= at - MINUTE; first++) total -= sent[first]?.weight ?? 0;
    most = Math.max(most, total);
  }
  return most;
}

const quotas = fc.record({
  charactersPerMinute: fc.integer({ min: 1_000, max: 10_000_000 }),
  requestsPerMinute: fc.integer({ min: 1, max: 10_000 }),
  margin: fc.double({ min: 0, max: 0.3, noNaN: true }),
  charactersPerRequest: fc.integer({ min: 1, max: 5_000 }),
});

describe('the law of the window', () => {
  it('holds for any quota, weights (also above the burst) and times of asking', () => {
    const requests = fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), gap: fc.nat(40_000) }), {
      minLength: 2,
      maxLength: 200,
    });
    fc.assert(
      fc.property(quotas, requests, fc.boolean(), (quota, asked, isLarge) => {
        const pace = createPace(quota);
        const sent: { at: number; weight: number }[] = [];
        let now = 0;
        for (const { share, gap } of asked) {
          const weight = Math.max(1, Math.floor(share * (isLarge ? pace.largest : Math.min(pace.largest, quota.charactersPerRequest))));
          sent.push({ at: pace.reserve(weight, now), weight });
          // Asked before the last one may leave, as workers do, or after a rest.
          if (gap > 20_000) now += gap;
        }
        expect(fullest(sent)).toBeLessThanOrEqual(quota.charactersPerMinute * (1 - quota.margin));
        expect(fullest(sent.map(({ at }) => ({ at, weight: 1 })))).toBeLessThanOrEqual(quota.requestsPerMinute);
      }),
      { numRuns: 300 },
    );
  });

  it('holds with what was sent before the pace began', () => {
    const quota = { charactersPerMinute: 60_000, requestsPerMinute: 600, margin: 0.01, charactersPerRequest: 600 };
    const earlier = Array.from({ length: 99 }, (_, index) => ({ at: index * 500, weight: 600 }));
    const pace = createPace(quota);
    for (const { at, weight } of earlier) pace.spent(weight, at);
    const later = Array.from({ length: 200 }, () => ({ at: pace.reserve(600, 50_000), weight: 600 }));
    expect(fullest([...earlier, ...later])).toBeLessThanOrEqual(60_000);
    expect(later[0]?.at).toBeGreaterThan(50_000);
  });
});

describe('the quota is used', () => {
  const sized = quotas.map((quota) => ({
    ...quota,
    margin: 0.01,
    charactersPerRequest: requestSize({ ...quota, charactersPerRequest: 5_000 }),
  }));
  it('to 97 % in each minute of a backlog, where a request is at most 1 % of it', () => {
    fc.assert(
      fc.property(
        sized.filter(
          (quota) =>
            quota.charactersPerRequest <= quota.charactersPerMinute / 100 + 1 &&
            quota.charactersPerRequest * quota.requestsPerMinute >= quota.charactersPerMinute * 1.05,
        ),
        (quota) => {
          const pace = createPace(quota);
          let inSecondMinute = 0;
          for (let at = 0; at < 2 * MINUTE; at = pace.reserve(quota.charactersPerRequest, 0))
            if (at >= MINUTE) inSecondMinute += quota.charactersPerRequest;
          expect(inSecondMinute).toBeGreaterThanOrEqual(quota.charactersPerMinute * 0.97);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the size of a request', () => {
  it.each([
    [6_000_000, 6_000, 5_000],
    [60_000, 6_000, 600],
    [60_000, 30, 2_200],
    [100, 6_000, 1],
  ])('is, for %i characters and %i requests a minute, %i', (charactersPerMinute, requestsPerMinute, size) => {
    expect(requestSize({ charactersPerMinute, requestsPerMinute, charactersPerRequest: 5_000 })).toBe(size);
  });
});
