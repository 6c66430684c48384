/** What becomes of a batch that the engine was too busy for, or said nothing about. */

import type { EngineError } from '../../errors.ts';
import type { Health, Judgement } from '../failures/health.ts';
import type { Batch, SentBatch } from './batch.ts';

/** As the engine's health has it, or `lost`: the batch's one job has failed too often while others were answered. */
type AfterFailure = (Judgement | { readonly is: 'lost' }) & {
  /** The batch as it is sent again. */
  readonly how: Batch;
};

/**
 * Counts the failure, for the engine and for the batch.
 * @param given.attempts failures of its own that a job may have
 * @param given.now milliseconds
 */
export function afterFailure(
  { batch, at, pauses }: SentBatch,
  error: EngineError,
  { health, attempts, now }: { readonly health: Health; readonly attempts: number; readonly now: number },
): AfterFailure {
  const verdict = health.failed(error, { at, pauses }, now);
  const isSilent = error.kind === 'unavailable';
  // While the engine answers other requests, the cause of a failure lies in what this one holds.
  const isItsOwn = isSilent && health.answeredSince(batch.failedAt);
  const how: Batch = {
    ...batch,
    silences: batch.silences + (isSilent ? 1 : 0),
    failures: batch.failures + (isItsOwn ? 1 : 0),
    failedAt: now,
  };
  if (verdict.is !== 'given up' && how.failures >= attempts && batch.jobs.length === 1) return { is: 'lost', how };
  return { ...verdict, how };
}
