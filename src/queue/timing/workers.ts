/** A pool of workers (p-queue) that can be paused as a whole until a given time. */

import PQueue from 'p-queue';
import type { Clock } from '../../clock.ts';

export interface Workers {
  /** Whether another request could start now. */
  readonly hasRoom: boolean;
  readonly isPaused: boolean;
  /** Runs `work` when a worker is free; higher priority first. `work` must not reject. */
  add(work: () => Promise<void>, priority: number): void;
  /** Called each time that a worker may be free. */
  onFree(listener: () => void): void;
  /** How many may work at once, up to the number of all. */
  limit(count: number): void;
  /** No work starts before `time` (ms); after two calls the later time counts. */
  pauseUntil(time: number): void;
  /** Ends the wait of a pause when no work is left, so that it does not keep the program running; work added before its end waits again. */
  rest(): void;
}

export function createWorkers(count: number, clock: Clock): Workers {
  const queue = new PQueue({ concurrency: count });
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let alarm: AbortController | undefined;
  const listeners: (() => void)[] = [];

  function pause(): void {
    queue.pause();
    if (alarm !== undefined) return;
    alarm = new AbortController();
    void resume(alarm.signal);
  }

  async function resume(signal: AbortSignal): Promise<void> {
    while (clock.now() < pausedUntil && !signal.aborted) await clock.sleep(pausedUntil - clock.now(), signal);
    alarm = undefined;
    queue.start();
    for (const listener of listeners) listener();
  }

  return {
    get hasRoom() {
      return !queue.isPaused && queue.pending + queue.size < queue.concurrency;
    },
    get isPaused() {
      return queue.isPaused;
    },
    add: (work, priority) => {
      if (clock.now() < pausedUntil) pause();
      void queue.add(work, { priority });
    },
    onFree: (listener) => {
      listeners.push(listener);
      queue.addEventListener('next', listener);
    },
    limit: (limit) => {
      queue.concurrency = Math.min(limit, count);
    },
    pauseUntil: (time) => {
      pausedUntil = Math.max(pausedUntil, time);
      pause();
    },
    rest: () => alarm?.abort(),
  };
}
