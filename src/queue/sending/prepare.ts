/** The engine's own preparation for a pair of languages (`Engine.prepare`), with the retries that a request gets. */

import type { Engine } from '../../engines/engine.ts';
import { asEngineError, pauseAfter } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import type { QueueOptions } from './queue-options.ts';

type Prepare = NonNullable<Engine['prepare']>;

/** `engine.prepare` with retries; undefined where the engine has none. It may take minutes: no deadline but the signal. */
export function preparing(engine: Engine, { limits, clock, random = Math.random }: QueueOptions): Prepare | undefined {
  if (engine.prepare === undefined) return undefined;
  return async (pair, terms, signal) => {
    for (let failures = 1; ; failures++) {
      try {
        return await engine.prepare?.(pair, terms, signal);
      } catch (thrown) {
        const error = asEngineError(thrown, engineLabel(engine));
        if (!error.retryable || failures >= limits.attempts || signal.aborted) throw error;
        await clock.sleep((error.retryAfterMs ?? 0) + pauseAfter(failures, random), signal);
        if (signal.aborted) throw error;
      }
    }
  };
}
