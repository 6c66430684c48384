/** Moves jobs from the lanes to the dispatch whenever a worker is free, and holds callers back while enough waits. */

import { overBudget } from '../../store/embedded/budget.ts';
import type { Breaker } from '../failures/breaker.ts';
import type { Lanes } from '../jobs/lanes.ts';
import type { Dispatch } from './dispatch.ts';
import type { QueueOptions } from './queue-options.ts';

/** Batches' worth of text, for each worker, that may wait before `ready` holds the caller back. */
const DEPTH = 4;

export interface Pump {
  /** Fills the free workers. */
  fill(): void;
  /**
   * Fills them when the caller's turn is over, so that what it submits in one go is packed together, or when a lane has waited
   * long enough for more.
   */
  fillSoon(): void;
  /** Resolves when there is room for more jobs. */
  ready(): Promise<void>;
  /** Counts a text that the store is still asked for, which is in no lane yet, among what waits. @returns ends that */
  hold(characters: number): () => void;
  /** Lets a caller of `ready` go on where there is room. */
  wakeReaders(): void;
}

/** @param batchSize code points of a full batch */
export function createPump(lanes: Lanes, dispatch: Dispatch, breaker: Breaker, batchSize: number, options: QueueOptions): Pump {
  const { limits, clock, budget } = options;
  const readers: (() => void)[] = [];
  let held = 0;
  let isFillDue = false;
  let isLingering = false;

  function fill(): void {
    while (dispatch.hasRoom) {
      const jobs = lanes.take(clock.now(), budget?.left() ?? Number.POSITIVE_INFINITY);
      if (jobs === undefined) break;
      const characters = jobs.reduce((total, job) => total + job.characters, 0);
      if (budget !== undefined && (jobs.length === 0 || !budget.reserve(characters))) {
        breaker.open(overBudget(budget.describe()));
        break;
      }
      dispatch.send(jobs);
    }
    fillSoon();
    wakeReaders();
  }

  function fillSoon(): void {
    const at = lanes.readyAt();
    if (at === undefined || !dispatch.hasRoom) return;
    const delay = at - clock.now();
    if (delay <= 0) {
      if (isFillDue) return;
      isFillDue = true;
      queueMicrotask(() => {
        isFillDue = false;
        fill();
      });
    } else if (!isLingering) {
      isLingering = true;
      void clock.sleep(delay).then(() => {
        isLingering = false;
        fill();
      });
    }
  }

  const hasDepth = () => held + lanes.characters < DEPTH * limits.concurrency * batchSize;

  /** One at a time, and the next when that one has had its turn: all at once would bring too much. */
  function wakeReaders(): void {
    if (readers.length === 0 || !hasDepth()) return;
    readers.shift()?.();
    setImmediate(wakeReaders);
  }

  return {
    fill,
    fillSoon,
    ready: () => (hasDepth() && readers.length === 0 ? Promise.resolve() : new Promise((resolve) => readers.push(resolve))),
    hold: (characters) => {
      held += characters;
      return () => {
        held -= characters;
        wakeReaders();
      };
    },
    wakeReaders,
  };
}
