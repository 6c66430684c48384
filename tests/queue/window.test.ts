import { describe, expect, it } from 'vitest';
import { seeded } from '../support/metered.ts';
import { job, meteredQueue, never } from '../support/queue.ts';

const QUOTA = 600_000;

/** Three minutes of backlog of unequal texts, sent through a queue to an engine that enforces the quota as it sees it. */
async function backlog(seed: number) {
  const random = seeded(seed);
  const set = meteredQueue(
    { latency: [30, 60], charactersPerMinute: QUOTA, requestsPerMinute: 600 },
    { seed, limits: { charactersPerMinute: QUOTA, requestsPerMinute: 600, charactersPerRequest: 5_000 } },
  );
  const { clock, queue } = set;
  const start = clock.now();
  const answers: Promise<unknown>[] = [];
  const feed = async () => {
    for (let article = 0; clock.now() - start < 150_000; article++) {
      await queue.ready();
      for (let nth = 0; nth < 20; nth++) {
        // Mostly sentences, now and then a page.
        const length = Math.floor(10 + random() * (random() < 0.01 ? 6_000 : 300));
        answers.push(queue.submit(job(`${article}.${nth} `.padEnd(length, 'word '), { to: ['es', 'ca', 'fr'][nth % 3] ?? 'es' }), never));
      }
    }
    await Promise.all(answers);
  };
  await clock.run(feed());
  return { ...set, start };
}

describe('the law of the window, seen by the engine', () => {
  it.each([[1], [2], [3], [4]])('no request over the quota, and at least 97 %% of it used (%i)', async (seed) => {
    const { billed, overQuota, start } = await backlog(seed);
    expect(overQuota).toEqual([]);
    for (const minute of [0, 30_000, 60_000, 90_000]) {
      const inMinute = billed.filter(({ at }) => at >= start + minute && at < start + minute + 60_000);
      const used = inMinute.reduce((total, { characters }) => total + characters, 0);
      expect(used / QUOTA).toBeGreaterThanOrEqual(0.97);
      expect(used / QUOTA).toBeLessThanOrEqual(1);
    }
  });
});
