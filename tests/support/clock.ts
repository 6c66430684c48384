/** Time that passes when nothing else is left to do: tests of an hour take no time. */

import type { Clock } from '../../src/clock.ts';

export interface TestClock extends Clock {
  /** Lets time pass, sleeper after sleeper, until the promise settles. Fails where nobody sleeps and it never would. */
  run<Result>(promise: Promise<Result>): Promise<Result>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** @param start milliseconds since 1970 */
export function testClock(start = Date.UTC(2026, 2, 2, 12)): TestClock {
  let now = start;
  const sleepers: Sleeper[] = [];

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        const at = sleepers.indexOf(sleeper);
        if (at >= 0) sleepers.splice(at, 1);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: now + ms, wake };
      const later = sleepers.findIndex((other) => other.at > sleeper.at);
      sleepers.splice(later < 0 ? sleepers.length : later, 0, sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  async function run<Result>(promise: Promise<Result>): Promise<Result> {
    let isSettled = false;
    const done = () => {
      isSettled = true;
    };
    promise.then(done, done);
    for (;;) {
      // All that can happen at this moment happens before the next.
      await new Promise(setImmediate);
      if (isSettled) return promise;
      const next = sleepers[0];
      if (next === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (!isSettled && sleepers.length === 0) throw new Error('the promise cannot settle: nobody sleeps');
        continue;
      }
      now = Math.max(now, next.at);
      next.wake();
    }
  }
  return { now: () => now, sleep, run };
}
