/** A job in the queue, and those who wait for its answer. */

import type { Answer, Job, LanguagePair } from './job.ts';

export interface Waiter {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal;
}

export interface QueuedJob extends LanguagePair {
  readonly job: Job;
  /** Its name in the journal (`jobKey`). */
  readonly key: string;
  /** Code points. */
  readonly characters: number;
  readonly priority: number;
  /** Counts up: among equal priorities the first to come goes first. */
  readonly order: number;
  /** More than one where identical texts were submitted; the first pays. */
  waiters: Waiter[];
  /** On the wire: an abort no longer saves anything. */
  isSent: boolean;
}

/** Whether a job is of a pair of languages; `pair` undefined means every pair. */
export function isOfPair({ from, to }: QueuedJob, pair: LanguagePair | undefined): boolean {
  return pair === undefined || (from === pair.from && to === pair.to);
}
