/** The calls to the engine: each meets a deadline, and can be ended. */

import type { Engine, EngineRequest } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import { asEngineError } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import type { Accounting } from './accounting.ts';
import type { Batch, SentBatch } from './batch.ts';
import type { QueueOptions } from './queue-options.ts';
import { requestOf } from './request.ts';

/** What came back for a batch: whatever the engine gave, or why it gave nothing. */
type Returned = { readonly sent: SentBatch } & ({ readonly answer: unknown } | { readonly error: EngineError });

export interface Wire {
  /**
   * @param number of the request in the store, which has it written down
   * @param pauses of `Health`, when it leaves
   */
  send(batch: Batch, number: number | undefined, pauses: number): Promise<Returned>;
  /** Ends the requests on the wire. */
  abort(): void;
}

export function createWire(engine: Engine, { limits, clock, label }: QueueOptions, accounting: Accounting): Wire {
  const name = engineLabel(engine);
  const timeoutSeconds = Math.max(limits.timeoutSeconds, engine.limits?.secondsPerRequest ?? 0);
  const calls = new Set<AbortController>();

  /** The engine's answer, or the deadline, whichever is first. */
  async function call(request: EngineRequest, onWire: AbortController): Promise<unknown> {
    const finished = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      onWire.signal.addEventListener('abort', () => reject(onWire.signal.reason), { once: true });
    });
    void clock.sleep(timeoutSeconds * 1000, finished.signal).then(() => {
      if (!finished.signal.aborted) onWire.abort(new EngineError('unavailable', `${engine.name} did not answer in ${timeoutSeconds} s`));
    });
    try {
      return await Promise.race([engine.translate(request, onWire.signal), ended]);
    } finally {
      finished.abort();
    }
  }

  return {
    send: async (batch, number, pauses) => {
      const { request, reported } = requestOf(batch, label);
      const sent = accounting.enter(batch, number, request, reported, pauses);
      const onWire = new AbortController();
      calls.add(onWire);
      try {
        return { sent, answer: await call(request, onWire) };
      } catch (error) {
        return { sent, error: asEngineError(error, name) };
      } finally {
        calls.delete(onWire);
      }
    },
    abort: () => {
      const error = new EngineError('aborted', `${name} was closed`);
      for (const onWire of calls) onWire.abort(error);
    },
  };
}
