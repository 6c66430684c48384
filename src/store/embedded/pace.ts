/**
 * Pacing by two weights at once, characters and requests, each a GCRA in its "virtual scheduling" form (ITU-T I.371, annex A):
 * a reservation tells when a request may leave, so that workers wait once and never poll.
 *
 * The law: in any window of 60 s, at most `quota x (1 - margin)` is sent. A GCRA of rate r and burst B lets at most
 * `60 r + B` into a window, hence `60 r = quota x (1 - margin) - B`. The margin pays for what the server sees later than
 * it left here: 1 % of a minute is 600 ms of jitter.
 */

const MINUTE = 60_000;

export interface PaceLimits {
  readonly charactersPerMinute: number;
  readonly requestsPerMinute: number;
  /** A share of both, 0 to 0.5. */
  readonly margin: number;
  /** What a request usually holds: the burst allowance. */
  readonly charactersPerRequest: number;
}

export interface Pace {
  /** Takes quota for one request, and tells the time (ms) at which it may be sent. */
  reserve(characters: number, now: number): number;
  /** Counts what was sent before this pace began, for example by a run that was killed; oldest first. */
  spent(characters: number, at: number): void;
  /** The most characters that one request may hold: a minute's quota. */
  readonly largest: number;
}

export function createPace(limits: PaceLimits): Pace {
  const used = 1 - limits.margin;
  const characters = bucket(limits.charactersPerMinute * used, burstOf(limits));
  // Requests are whole, so that a window holds at most floor(60 r + B): one of the burst costs no rate.
  const burst = Math.max(1, Math.floor(limits.requestsPerMinute / 100));
  const requests = bucket(limits.requestsPerMinute * used + 1, burst);
  const take = (weight: number, at: number) => {
    characters.take(weight, at);
    requests.take(1, at);
  };
  return {
    largest: Math.floor(limits.charactersPerMinute * used),
    reserve: (weight, now) => {
      const at = Math.max(now, characters.earliest(weight), requests.earliest(1));
      take(weight, at);
      return at;
    },
    spent: take,
  };
}

/** The burst allowance: one request, and at least 0.5 % of the quota, so that a program that was busy for 300 ms can catch up. */
function burstOf(limits: PaceLimits): number {
  const wanted = Math.max(limits.charactersPerRequest, limits.charactersPerMinute / 200);
  return Math.min(wanted, (limits.charactersPerMinute * (1 - limits.margin)) / 2);
}

/** One GCRA; `perMinute` is what a window may hold, its burst included. Weights above the burst wait for the difference too. */
function bucket(perMinute: number, burst: number) {
  // A rate lower by one in 10⁹ keeps rounding errors within the quota.
  const perMs = ((perMinute - burst) / MINUTE) * (1 - 1e-9);
  /** The theoretical arrival time (ms): when the rate has paid for all that was sent. */
  let due = Number.NEGATIVE_INFINITY;
  return {
    earliest: (weight: number) => due + (weight - burst) / perMs,
    take: (weight: number, at: number) => {
      due = Math.max(due, at) + weight / perMs;
    },
  };
}
