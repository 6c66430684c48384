/** The jobs that wait or are on the wire, by key. Each leaves with its answer, its error, or because nobody wants it any more. */

import { EngineError } from '../../errors.ts';
import type { Answer } from './job.ts';
import type { QueuedJob, Waiter } from './queued-job.ts';

export interface InFlight {
  /** Adds a waiter to the job of the same key. @returns false where there is none */
  join(key: string, waiter: Waiter): boolean;
  add(job: QueuedJob): void;
  settle(job: QueuedJob, answer: Answer): void;
  reject(jobs: readonly QueuedJob[], error: unknown): void;
  /** Called when jobs come off the wire. @returns those that someone still wants; the others are forgotten */
  release(jobs: readonly QueuedJob[]): QueuedJob[];
  /** Lets go of waiters whose signal is aborted, and of jobs without waiters that are not on the wire. */
  withdraw(): void;
}

export function createInFlight(): InFlight {
  const jobs = new Map<string, QueuedJob>();

  const forget = ({ key }: QueuedJob) => jobs.delete(key);

  return {
    join: (key, waiter) => {
      const same = jobs.get(key);
      if (same === undefined) return false;
      same.waiters.push(waiter);
      return true;
    },
    add: (job) => void jobs.set(job.key, job),
    settle: (job, answer) => {
      forget(job);
      for (const [index, waiter] of job.waiters.entries()) waiter.resolve(index === 0 ? answer : { ...answer, characters: 0 });
      job.waiters = [];
    },
    reject: (failed, error) => {
      for (const job of failed) {
        forget(job);
        for (const waiter of job.waiters) waiter.reject(error);
        job.waiters = [];
      }
    },
    release: (back) =>
      back.filter((job) => {
        job.isSent = false;
        const isWanted = isStillWanted(job);
        if (!isWanted) forget(job);
        return isWanted;
      }),
    withdraw: () => {
      for (const job of jobs.values()) if (!job.isSent && !isStillWanted(job)) forget(job);
    },
  };
}

/** Rejects the waiters that no longer want the answer. @returns whether someone still does */
function isStillWanted(job: QueuedJob): boolean {
  const gone = job.waiters.filter(({ signal }) => signal.aborted);
  if (gone.length === 0) return job.waiters.length > 0;
  job.waiters = job.waiters.filter(({ signal }) => !signal.aborted);
  for (const waiter of gone) waiter.reject(abortedError());
  return job.waiters.length > 0;
}

export function abortedError(): EngineError {
  return new EngineError('aborted', 'stopped before this text was sent');
}
