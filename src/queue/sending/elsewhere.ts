/** Jobs that another machine has on the wire: its answer is taken, and what becomes free is sent from here. */

import type { Store } from '../../store/store.ts';
import type { InFlight } from '../jobs/in-flight.ts';
import type { QueuedJob } from '../jobs/queued-job.ts';

export interface ElsewhereJobs {
  wait(jobs: readonly QueuedJob[]): void;
  close(error: unknown): void;
}

export interface ElsewhereParts {
  readonly store: Store | undefined;
  readonly inFlight: InFlight;
  readonly sendAgain: (jobs: readonly QueuedJob[]) => void;
}

export function createElsewhere({ store, inFlight, sendAgain }: ElsewhereParts): ElsewhereJobs {
  const open = new Set<QueuedJob>();

  async function follow(jobs: readonly QueuedJob[]): Promise<void> {
    let rest = jobs.filter(isOpen);
    while (store !== undefined && rest.length > 0) {
      const { answered, free } = await store.settled(rest.map(({ key }) => key));
      const freed: QueuedJob[] = [];
      for (const job of rest.filter(isOpen)) {
        const answer = answered.get(job.key);
        if (answer === undefined && !free.includes(job.key)) continue;
        open.delete(job);
        if (answer === undefined) freed.push(job);
        else inFlight.settle(job, { ...answer, characters: 0, recovered: true, receipt: job.key });
      }
      if (freed.length > 0) sendAgain(freed);
      rest = rest.filter(isOpen);
    }
  }

  /** Nobody may want it any more. */
  function isOpen(job: QueuedJob): boolean {
    if (job.waiters.length === 0) open.delete(job);
    return open.has(job);
  }

  function end(jobs: readonly QueuedJob[], error: unknown): void {
    const ended = jobs.filter(isOpen);
    for (const job of ended) open.delete(job);
    inFlight.reject(ended, error);
  }

  return {
    wait: (jobs) => {
      const wanted = inFlight.release(jobs);
      for (const job of wanted) open.add(job);
      void follow(wanted).catch((error) => end(wanted, error));
    },
    close: (error) => end([...open], error),
  };
}
