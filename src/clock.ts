/** Time as an argument, so that no test waits. */

export interface Clock {
  /** Milliseconds since 1970; never runs backwards. */
  now(): number;
  /** Resolves after `ms`, or as soon as `signal` is aborted; never rejects. At or below zero it resolves at once. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  // Not Date.now: a correction of the machine's clock must not let a minute's quota through twice.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) => {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.ceil(ms));
      signal?.addEventListener('abort', end, { once: true });
    });
  },
};
