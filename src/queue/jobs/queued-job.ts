/** A text on its way through the queue, and those who wait for it. */

import { EngineError } from '../../errors.ts';
import type { Answer, Job } from './job.ts';
import type { Waits } from './lanes.ts';

interface Waiter {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal;
}

export interface Task extends Waits {
  readonly job: Job;
  readonly key: string;
  /** More than one where identical texts were submitted; the first pays. */
  waiters: Waiter[];
  /** On the wire: an abort no longer saves anything. */
  sent: boolean;
}

export function settle(task: Task, answer: Answer): void {
  for (const [index, waiter] of task.waiters.entries()) waiter.resolve(index === 0 ? answer : { ...answer, characters: 0 });
  task.waiters = [];
}

export function reject(task: Task, error: unknown): void {
  for (const waiter of task.waiters) waiter.reject(error);
  task.waiters = [];
}

/** Rejects those who no longer want the answer; whether someone still does. */
export function stillWanted(task: Task): boolean {
  const gone = task.waiters.filter((waiter) => waiter.signal.aborted);
  if (gone.length === 0) return task.waiters.length > 0;
  task.waiters = task.waiters.filter((waiter) => !waiter.signal.aborted);
  for (const waiter of gone) waiter.reject(aborted());
  return task.waiters.length > 0;
}

export function aborted(): EngineError {
  return new EngineError('aborted', 'stopped before this text was sent');
}
