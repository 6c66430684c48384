/** How an engine does: one pause for all workers, and when to give it up. */

import type { EngineError } from '../errors.ts';
import { averagePatience, pauseAfter } from './failure.ts';

/** A server that asks for a longer wait than this (ms) is down as far as this run is concerned. */
const LONGEST_WAIT = 600_000;

export type Verdict =
  | { readonly is: 'given up' }
  /** All workers wait until `until`. */
  | { readonly is: 'paused'; readonly until: number }
  /** The engine answers others: this request waits on its own. */
  | { readonly is: 'alone' };

export interface Health {
  /** Whether the last word of the engine was a failure to answer: then one request at a time tries it. */
  readonly doubtful: boolean;
  succeeded(now: number): void;
  /** Pauses so far; a request notes it when it leaves. */
  readonly pauses: number;
  /** @param sent when the request left that failed, and `pauses` as it stood then */
  failed(error: EngineError, sent: { readonly at: number; readonly pauses: number }, now: number): Verdict;
  /** After the engine was given up: one failure more gives it up again. */
  tryAgain(): void;
  /** Whether the engine has answered since `time`. */
  answeredSince(time: number): boolean;
}

export function createHealth(attempts: number, random: () => number): Health {
  const patience = averagePatience(attempts);
  /** Pauses since the last answer. */
  let rounds = 0;
  let downSince = 0;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let pauses = 0;
  let until = Number.NEGATIVE_INFINITY;
  let doubtful = false;

  return {
    get doubtful() {
      return doubtful;
    },
    get pauses() {
      return pauses;
    },
    succeeded: (now) => {
      rounds = 0;
      doubtful = false;
      answeredAt = now;
    },
    answeredSince: (time) => answeredAt >= time,
    failed: (error, sent, now) => {
      if (error.kind === 'unavailable' && answeredAt > sent.at) return { is: 'alone' };
      const asked = error.retryAfterMs ?? 0;
      if (asked > LONGEST_WAIT) return { is: 'given up' };
      // Requests that left before the pause began are one failure together, not one each.
      if (sent.pauses === pauses) {
        rounds++;
        if (rounds === 1) downSince = now;
        doubtful ||= error.kind === 'unavailable';
        // Chance must not make eight attempts a matter of a second: the engine gets the average time at least.
        if (rounds >= attempts && now - downSince >= patience) return { is: 'given up' };
        pauses++;
        until = now + asked + pauseAfter(rounds, random);
      } else until = Math.max(until, now + asked);
      return { is: 'paused', until };
    },
    tryAgain: () => {
      rounds = attempts - 1;
      doubtful = true;
    },
  };
}
