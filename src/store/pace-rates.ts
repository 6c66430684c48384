/**
 * Pacing by two weights at once, characters and requests, each a GCRA in its "virtual scheduling" form (ITU-T I.371, annex A):
 * a reservation tells when a request may leave, so that workers wait once and never poll.
 *
 * The law: in any window of 60 s, at most `quota x (1 - margin)` is sent. A GCRA of rate r and burst B lets at most
 * `60 r + B` into a window, hence `60 r = quota x (1 - margin) - B`. The margin pays for what the server sees later than
 * it left here: 1 % of a minute is 600 ms of jitter.
 */

import type { PaceLimits } from './store.ts';

const MINUTE = 60_000;

/** One GCRA. */
export interface Rate {
  /** Weight a millisecond. */
  readonly perMs: number;
  readonly burst: number;
}

export interface PaceRates {
  readonly characters: Rate;
  readonly requests: Rate;
  /** The most characters that one request may hold. */
  readonly largest: number;
}

export function paceRates(limits: PaceLimits): PaceRates {
  const used = 1 - limits.margin;
  return {
    characters: rate(limits.charactersPerMinute * used, burstOf(limits)),
    // Requests are whole, so that a window holds at most floor(60 r + B): one of the burst costs no rate.
    requests: rate(limits.requestsPerMinute * used + 1, Math.max(1, Math.floor(limits.requestsPerMinute / 100))),
    largest: Math.floor(limits.charactersPerMinute * used),
  };
}

/** The burst allowance: one request, and at least 0.5 % of the quota, so that a program that was busy for 300 ms can catch up. */
function burstOf(limits: PaceLimits): number {
  const wanted = Math.max(limits.charactersPerRequest, limits.charactersPerMinute / 200);
  return Math.min(wanted, (limits.charactersPerMinute * (1 - limits.margin)) / 2);
}

/** @param perMinute what a window may hold, its burst included */
function rate(perMinute: number, burst: number): Rate {
  // A rate lower by one in 10⁹ keeps rounding errors within the quota.
  return { perMs: ((perMinute - burst) / MINUTE) * (1 - 1e-9), burst };
}
