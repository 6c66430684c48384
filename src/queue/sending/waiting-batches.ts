/** Batches that are taken from the lanes and not on the wire: each waits for a worker and its time, or for another try. */

import type { Engine } from '../../engines/engine.ts';
import type { Pace } from '../../store/store.ts';
import type { QueuedJob } from '../jobs/queued-job.ts';
import type { Workers } from '../timing/workers.ts';
import { type Batch, charactersOf } from './batch.ts';
import type { QueueOptions } from './queue-options.ts';

/** Batches, for each worker, that may wait for another try of their own before nothing new is begun. */
const DELAYED = 4;

export interface WaitingBatches {
  /** Whether another batch could start now. */
  readonly hasRoom: boolean;
  /** Sends a batch as soon as a worker is free and the pace allows it; higher priority first. */
  add(batch: Batch): void;
  /** Lets a batch wait by itself, without a worker; it ends early where nobody wants its jobs any more. */
  delay(batch: Batch, milliseconds: number): Promise<void>;
  /** Takes jobs out of the waiting batches; one that is left without jobs ends its wait. */
  keep(isKept: (job: QueuedJob) => boolean): void;
}

export interface WaitingParts {
  readonly engine: Pick<Engine, 'open'>;
  readonly options: QueueOptions;
  readonly pace: Pace;
  readonly workers: Workers;
  /** Puts a batch on the wire. */
  readonly send: (batch: Batch) => Promise<void>;
  /** Told what `send` threw. */
  readonly onFault: (batch: Batch, error: unknown) => void;
}

export function createWaitingBatches({ engine, options, pace, workers, send, onFault }: WaitingParts): WaitingBatches {
  const { limits, clock, budget } = options;
  const batches = new Set<Batch>();
  let delayed = 0;

  function add(batch: Batch): void {
    batches.add(batch);
    const run = () => sendInTurn(batch).catch((error) => onFault(batch, error));
    workers.add(run, batch.jobs[0]?.priority ?? 0);
  }

  async function sendInTurn(batch: Batch): Promise<void> {
    const { signal } = batch.wake;
    if (engine.open !== undefined) await engine.open().catch(() => {});
    if (batch.jobs.length > 0) {
      const taken = charactersOf(batch);
      const at = await pace.reserve(taken, clock.now(), signal);
      await clock.sleep(at - clock.now(), signal);
      // All workers were told to wait meanwhile, or this program was held up: the batch reserves again.
      const isLate = pace.patience !== undefined && clock.now() - at > pace.patience;
      const isLeaving = batch.jobs.length > 0 && !workers.isPaused && !isLate;
      if (!isLeaving && !signal.aborted) pace.giveBack?.(taken, 1);
      if (!isLeaving && batch.jobs.length > 0) return add(batch);
    }
    batches.delete(batch);
    const characters = charactersOf(batch);
    budget?.release(batch.reserved - characters);
    batch.reserved = characters;
    if (batch.jobs.length > 0) await send(batch);
  }

  return {
    get hasRoom() {
      return workers.hasRoom && delayed < DELAYED * limits.concurrency;
    },
    add,
    delay: async (batch, milliseconds) => {
      batches.add(batch);
      delayed++;
      await clock.sleep(milliseconds, batch.wake.signal);
      delayed--;
      batches.delete(batch);
    },
    keep: (isKept) => {
      for (const batch of batches) {
        batch.jobs = batch.jobs.filter(isKept);
        if (batch.jobs.length > 0) continue;
        batches.delete(batch);
        batch.wake.abort();
      }
      if (batches.size === 0) workers.rest();
    },
  };
}
