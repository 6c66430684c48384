import { describe, expect, it } from 'vitest';
import type { Engine, EngineRequest } from '../../src/engines/engine.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { testClock } from '../support/clock.ts';

const limits = {
  charactersPerMinute: 6_000_000,
  requestsPerMinute: 6_000,
  concurrency: 8,
  charactersPerRequest: 100,
  margin: 0.01,
  timeoutSeconds: 30,
  attempts: 8,
};
const never = new AbortController().signal;
const job = (text: string, more = {}) => ({ text, from: 'en', to: 'es', ...more });

/** An engine that writes down its requests and answers in capitals after 100 ms. */
function capitals(clock: { sleep(ms: number): Promise<void> }) {
  const seen: EngineRequest[] = [];
  const engine: Engine = {
    name: 'capitals',
    translate: async (request) => {
      seen.push(request);
      await clock.sleep(100);
      return request.texts.map((text) =>
        text.toUpperCase().replace(/<G ID/g, '<g id').replace(/<\/G>/g, '</g>').replace(/<X ID/g, '<x id'),
      );
    },
  };
  return { engine, seen };
}

describe('packing', () => {
  it('packs texts of many articles into one request, in order', async () => {
    const clock = testClock();
    const { engine, seen } = capitals(clock);
    const queue = createQueue(engine, { limits, clock });
    const answers = await clock.run(
      Promise.all(['one', 'two', 'three'].map((text, index) => queue.submit(job(text, { article: `a${index}` }), never))),
    );
    expect(answers.map((answer) => answer.text)).toEqual(['ONE', 'TWO', 'THREE']);
    expect(seen.map((request) => request.texts)).toEqual([['one', 'two', 'three']]);
  });
});
