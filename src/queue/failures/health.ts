/** Judges an engine by its failures: when all workers pause, for how long, and when the engine is given up. */

import type { EngineError } from '../../errors.ts';
import { averagePatience, pauseAfter } from './failure.ts';

/** A server that asks for a longer wait than this (ms) is down as far as this run is concerned. */
const LONGEST_WAIT = 600_000;

export type Judgement =
  | { readonly is: 'given up' }
  /** All workers wait until `until`. */
  | { readonly is: 'paused'; readonly until: number }
  /** The engine answers others: this request waits on its own. */
  | { readonly is: 'alone' };

export interface Health {
  /** Whether the engine's last failure was silence: then only one request at a time is sent to it. */
  readonly doubtful: boolean;
  /** Number of pauses so far; a request notes it when it leaves, so that its failure can be told from one of an earlier round. */
  readonly pauses: number;
  succeeded(now: number): void;
  /** @param sent when the request left that failed, and the value of `pauses` at that time */
  failed(error: EngineError, sent: { readonly at: number; readonly pauses: number }, now: number): Judgement;
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
      // An engine that refuses is reachable again, so the count of silences begins anew. Silence does not reset the count of
      // refusals: an engine that alternates between the two must be given up at some time.
      if (!isSilent) silence.rounds = 0;
      if (sent.pauses !== pauses) {
        // Requests that left before the pause began count as one failure together.
        until = Math.max(until, now + asked);
        return { is: 'paused', until };
      }
      const trouble = isSilent ? silence : refusal;
      trouble.rounds++;
      if (trouble.rounds === 1) trouble.since = now;
      // Random pauses could make eight attempts last only a second: the engine gets at least their average time.
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
