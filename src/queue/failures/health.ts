/** How an engine does: one pause for all workers, and when to give it up. */

import type { EngineError } from '../../errors.ts';
import { averagePatience, pauseAfter } from './failure.ts';

/** A server that asks for a longer wait than this (ms) is down as far as this run is concerned. */
const LONGEST_WAIT = 600_000;

type Verdict =
  | { readonly is: 'given up' }
  /** All workers wait until `until`. */
  | { readonly is: 'paused'; readonly until: number }
  /** The engine answers others: this request waits on its own. */
  | { readonly is: 'alone' };

export interface Health {
  /** Whether the last word of the engine was silence: then one request at a time tries it. */
  readonly doubtful: boolean;
  /** Pauses so far; a request notes it when it leaves. */
  readonly pauses: number;
  succeeded(now: number): void;
  /** @param sent when the request left that failed, and `pauses` as it stood then */
  failed(error: EngineError, sent: { readonly at: number; readonly pauses: number }, now: number): Verdict;
  /** Whether the engine has answered since `time`. */
  answeredSince(time: number): boolean;
  /** After the engine was given up: one failure more gives it up again. */
  tryAgain(): void;
}

export function createHealth(attempts: number, random: () => number): Health {
  const patience = averagePatience(attempts);
  const silence = { rounds: 0, since: 0 };
  const refusal = { rounds: 0, since: 0 };
  let answeredAt = Number.NEGATIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  let pauses = 0;

  return {
    get doubtful() {
      return silence.rounds > 0;
    },
    get pauses() {
      return pauses;
    },
    succeeded: (now) => {
      silence.rounds = 0;
      refusal.rounds = 0;
      answeredAt = now;
    },
    answeredSince: (time) => answeredAt >= time,
    failed: (error, sent, now) => {
      const isSilent = error.kind === 'unavailable';
      if (isSilent && answeredAt > sent.at) return { is: 'alone' };
      const asked = error.retryAfterMs ?? 0;
      if (asked > LONGEST_WAIT) return { is: 'given up' };
      // Who refuses is there again. (Silence does not undo refusals: an engine that alternates must come to an end.)
      if (!isSilent) silence.rounds = 0;
      if (sent.pauses !== pauses) {
        // Requests that left before the pause began are one failure together, not one each.
        until = Math.max(until, now + asked);
        return { is: 'paused', until };
      }
      const trouble = isSilent ? silence : refusal;
      trouble.rounds++;
      if (trouble.rounds === 1) trouble.since = now;
      // Chance must not make eight attempts a matter of a second: the engine gets their average time at least.
      if (trouble.rounds >= attempts && now - trouble.since >= patience) return { is: 'given up' };
      pauses++;
      until = now + asked + pauseAfter(trouble.rounds, random);
      return { is: 'paused', until };
    },
    tryAgain: () => {
      silence.rounds = attempts - 1;
      silence.since = Number.NEGATIVE_INFINITY;
    },
  };
}
