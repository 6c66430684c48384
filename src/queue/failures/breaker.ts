/**
 * The circuit breaker of one engine: knows for which pairs of languages nothing is sent any more, why, and until when. The
 * part that finds the engine of no use opens it; the queue listens, and rejects the jobs concerned.
 */

import type { Clock } from '../../clock.ts';
import { EngineError } from '../../errors.ts';
import { type LanguagePair, pairName } from '../jobs/job.ts';

/** An engine that was given up is left alone for so long (ms). */
const COOLDOWN = 60_000;
/** After so many refused requests and lost texts in a row, the fault is not in the texts: the pair of languages is given up. */
const LOSSES_OF_A_PAIR = 32;
const EVERY_PAIR = 'every pair';

type Listener = (error: unknown, pair: LanguagePair | undefined) => void;

export interface Breaker {
  /** Why nothing can be sent for a pair of languages; undefined while something can. */
  obstacle(pair: LanguagePair): unknown;
  /** Nothing more is sent, at all or for a pair of languages; after a failure that may pass, for a minute. */
  open(error: unknown, pair?: LanguagePair): void;
  /** Called each time that it opens, also where it was open already. */
  onOpen(listener: Listener): void;
  /** Counts texts without an answer, and opens for the pair after too many in a row. */
  lost(pair: LanguagePair, texts: number, error: EngineError): void;
  /** The pair got a good answer. */
  answered(pair: LanguagePair): void;
}

export interface BreakerOptions {
  /** The engine, for messages. */
  readonly label: string;
  readonly clock: Clock;
  /** Called when the engine gets another chance after a pause. */
  readonly onTryAgain: () => void;
  readonly onStopped: (message: string) => void;
}

export function createBreaker({ label, clock, onTryAgain, onStopped }: BreakerOptions): Breaker {
  const stops = new Map<string, { error: unknown; until: number }>();
  /** In a row without an answer, by pair of languages. */
  const losses = new Map<string, number>();
  const listeners: Listener[] = [];

  function open(error: unknown, pair?: LanguagePair): void {
    const scope = pair === undefined ? EVERY_PAIR : pairName(pair);
    const isForNow = error instanceof EngineError && (error.kind === 'unavailable' || error.kind === 'busy');
    const until = isForNow ? clock.now() + Math.max(COOLDOWN, error.retryAfterMs ?? 0) : Number.POSITIVE_INFINITY;
    // The first of several workers to find out tells the reason.
    if ((stops.get(scope)?.until ?? 0) < until) {
      stops.set(scope, { error, until });
      const isClosed = error instanceof EngineError && error.kind === 'aborted';
      if (!isClosed) onStopped(error instanceof Error ? error.message : String(error));
    }
    for (const listener of listeners) listener(error, pair);
  }

  return {
    obstacle: (pair) => {
      for (const scope of [EVERY_PAIR, pairName(pair)]) {
        const stop = stops.get(scope);
        if (stop === undefined) continue;
        if (clock.now() < stop.until) return stop.error;
        stops.delete(scope);
        onTryAgain();
      }
      return undefined;
    },
    open,
    onOpen: (listener) => void listeners.push(listener),
    lost: ({ from, to }, texts, error) => {
      const total = (losses.get(pairName({ from, to })) ?? 0) + texts;
      losses.set(pairName({ from, to }), total);
      if (total < LOSSES_OF_A_PAIR) return;
      open(new EngineError('stopped', `${label} is of no use from ${from} to ${to}: ${error.message}`, { cause: error }), { from, to });
    },
    answered: (pair) => void losses.delete(pairName(pair)),
  };
}
