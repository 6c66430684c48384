/** Reservations of one process, one after the other: only the first in the queue asks the database for its turn. */

import type { Clock } from '../../clock.ts';

/** @param ended aborted once the store is closed: nobody waits any more */
interface Waiting {
  readonly clock: Clock;
  readonly ended: AbortSignal;
}

/**
 * @param ask the milliseconds until a turn that is taken; below 0, how long to wait before it is asked again
 * @returns a function that takes a turn of some weight, and resolves with its time (ms). One whose signal is aborted resolves at once.
 */
export function turnByTurn(
  { clock, ended }: Waiting,
  ask: (weight: number) => Promise<number>,
): (weight: number, now: number, signal?: AbortSignal) => Promise<number> {
  let last: Promise<unknown> = Promise.resolve();

  async function take(weight: number, stop: AbortSignal): Promise<number> {
    while (!stop.aborted) {
      const wait = await ask(weight);
      if (wait >= 0) return clock.now() + wait;
      await clock.sleep(-wait, stop);
    }
    return clock.now();
  }

  return (weight, _now, signal) => {
    const stop = signal === undefined ? ended : AbortSignal.any([signal, ended]);
    const turn = last.then(() => take(weight, stop));
    last = turn.catch(() => {});
    if (signal === undefined) return turn;
    return Promise.race([turn, aborted(signal, clock)]);
  };
}

function aborted(signal: AbortSignal, clock: Clock): Promise<number> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(clock.now());
    else signal.addEventListener('abort', () => resolve(clock.now()), { once: true });
  });
}
