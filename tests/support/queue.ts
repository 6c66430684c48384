/** A queue around an engine in simulated time, for tests of it. */

import type { Engine } from '../../src/engines/engine.ts';
import type { Job } from '../../src/queue/jobs/job.ts';
import { createQueue, type Queue } from '../../src/queue/queue.ts';
import type { QueueEvent } from '../../src/queue/sending/event.ts';
import type { QueueLimits } from '../../src/queue/sending/queue-options.ts';
import { createBudget } from '../../src/store/embedded/budget.ts';
import type { Journal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import type { Store } from '../../src/store/store.ts';
import { type TestClock, testClock } from './clock.ts';
import { type Metered, type MeteredOptions, meteredEngine, seeded } from './metered.ts';

export const never = new AbortController().signal;

export const limits: QueueLimits = {
  charactersPerMinute: 6_000_000,
  requestsPerMinute: 6_000,
  concurrency: 8,
  charactersPerRequest: 100,
  margin: 0.01,
  timeoutSeconds: 30,
  attempts: 8,
};

export interface Options {
  readonly limits?: Partial<QueueLimits>;
  /** Characters of the run. */
  readonly budget?: number;
  readonly journal?: Journal;
  /** Instead of a journal. */
  readonly store?: Store;
  readonly clock?: TestClock;
  readonly seed?: number;
}

export function queueAround(engine: Engine, options: Options = {}): { clock: TestClock; queue: Queue; events: QueueEvent[] } {
  const clock = options.clock ?? testClock();
  const events: QueueEvent[] = [];
  const budget = options.budget === undefined ? undefined : createBudget({ charactersPerRun: options.budget }, clock);
  const queue = createQueue(engine, {
    limits: { ...limits, ...options.limits },
    clock,
    budget,
    store: options.store ?? (options.journal && embeddedStore(options.journal, clock)),
    random: seeded((options.seed ?? 7) + 1),
    onEvent: (event) => events.push(event),
  });
  return { clock, queue, events };
}

export function meteredQueue(metered: Partial<MeteredOptions> = {}, options: Options = {}) {
  const clock = options.clock ?? testClock();
  const engine: Metered = meteredEngine({ clock, random: seeded(options.seed ?? 7), ...metered });
  return { ...engine, ...queueAround(engine.engine, { ...options, clock }) };
}

export const job = (text: string, more: Partial<Job> = {}): Job => ({ text, from: 'en', to: 'es', ...more });

/** `word 0`, `word 1`, ... */
export function numbered(count: number, more: Partial<Job> = {}): Job[] {
  return Array.from({ length: count }, (_, index) => job(`word ${index}`, more));
}

/** What becomes of each job: its text, or the kind of its error. */
export async function outcomes(queue: Queue, jobs: readonly Job[], signal = never): Promise<string[]> {
  const results = await Promise.allSettled(jobs.map((each) => queue.submit(each, signal)));
  return results.map((result) => (result.status === 'fulfilled' ? result.value.text : `${result.reason.kind ?? result.reason}!`));
}
