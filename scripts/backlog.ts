/** A backlog of unequal texts for the queue's benchmarks, and what of a quota it uses. */

import type { Job } from '../src/queue/jobs/job.ts';
import type { Queue } from '../src/queue/queue.ts';
import type { QueueLimits } from '../src/queue/sending/queue-options.ts';

export const QUOTA = 6_000_000;
const MINUTE = 60_000;

export const limits: QueueLimits = {
  charactersPerMinute: QUOTA,
  requestsPerMinute: 6_000,
  concurrency: 8,
  charactersPerRequest: 5_000,
  margin: 0.01,
  timeoutSeconds: 30,
  attempts: 8,
};

const never = new AbortController().signal;

/** Articles until `isOver`, as fast as the queue takes them; resolves when every text is answered or lost. */
export async function feed(
  queue: Queue,
  random: () => number,
  isOver: (texts: number) => boolean,
): Promise<{ texts: number; lost: number }> {
  const on = { texts: 0, lost: 0, open: 0, finish: () => {} };
  const done = () => --on.open === 0 && on.finish();
  for (let article = 0; !isOver(on.texts); article++) {
    await queue.ready();
    for (let nth = 0; nth < 25; nth++) {
      on.open++;
      on.texts++;
      queue.submit(textOf(article, nth, random), never).then(done, () => {
        on.lost++;
        done();
      });
    }
  }
  if (on.open > 0) await new Promise<void>((resolve) => Object.assign(on, { finish: resolve }));
  return on;
}

/** Sentences of 20 to 280 code points, now and then a paragraph of up to 2,000. */
function textOf(article: number, nth: number, random: () => number): Job {
  const length = 20 + Math.floor(random() * (random() < 0.02 ? 1_980 : 260));
  return {
    text: `${article}.${nth} `.padEnd(length, 'word '),
    from: 'en',
    to: ['es', 'ca', 'fr'][nth % 3] ?? 'es',
    article: `a${article}`,
  };
}

/** The least and the most of the quota used in any full minute between two times (ms). */
export function usage(billed: readonly { at: number; characters: number }[], from: number, to: number): { least: number; most: number } {
  const shares: number[] = [];
  for (let start = from; start + MINUTE <= to; start += 500) {
    const inMinute = billed.filter(({ at }) => at > start && at <= start + MINUTE);
    shares.push(inMinute.reduce((total, { characters }) => total + characters, 0) / QUOTA);
  }
  return { least: Math.min(...shares), most: Math.max(...shares) };
}
