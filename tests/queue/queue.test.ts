import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import type { Job } from '../../src/queue/jobs/job.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { testClock } from '../support/clock.ts';
import { job, meteredQueue, never, numbered, queueAround } from '../support/queue.ts';

const all = (queue: Queue, jobs: readonly Job[], signal = never) => Promise.allSettled(jobs.map((each) => queue.submit(each, signal)));
const kinds = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'answered' : result.reason.kind));
describe('packing', () => {
  it('makes one request of the texts of many articles, in their order', async () => {
    const { clock, queue, billed } = meteredQueue();
    const results = await clock.run(
      all(
        queue,
        numbered(9).map((each, index) => ({ ...each, article: `a${index % 3}` })),
      ),
    );
    expect(results.map((result) => result.status === 'fulfilled' && result.value.text)).toEqual(
      Array.from({ length: 9 }, (_, index) => `palabra ${index}`),
    );
    expect(billed.map(({ texts }) => texts.length)).toEqual([9]);
  });

  it('keeps requests within the characters, counted as code points', async () => {
    const { clock, queue, billed } = meteredQueue();
    await clock.run(all(queue, [job('😀'.repeat(60)), job('😁'.repeat(40)), job('x')]));
    expect(billed.map(({ characters }) => characters)).toEqual([100, 1]);
  });

  it("keeps requests within the engine's own limits", async () => {
    const { clock, queue, billed } = meteredQueue({ limits: { textsPerRequest: 3, charactersPerRequest: 20 } });
    const results = await clock.run(all(queue, [...numbered(7), job('a text of more than twenty characters')]));
    expect(billed.map(({ texts }) => texts.length)).toEqual([3, 3, 1]);
    expect(kinds(results).at(-1)).toBe('invalid');
  });

  it('has one pair of languages in a request', async () => {
    const { clock, queue, billed } = meteredQueue();
    await clock.run(
      all(
        queue,
        ['es', 'ca', 'es', 'ca'].map((to, index) => job(`${to} ${index}`, { to })),
      ),
    );
    expect(billed.map(({ texts }) => texts)).toEqual([
      ['es 0', 'es 2'],
      ['ca 1', 'ca 3'],
    ]);
  });

  it('has one article in a request where the engine has one context for all texts', async () => {
    const { clock, queue, billed } = meteredQueue({ limits: { oneArticlePerRequest: true } });
    await clock.run(
      all(
        queue,
        numbered(9).map((each, index) => ({ ...each, article: `a${Math.floor(index / 3)}` })),
      ),
    );
    expect(billed.map(({ texts }) => texts.length)).toEqual([3, 3, 3]);
  });

  it('sends the highest priority first', async () => {
    const { clock, queue, billed } = meteredQueue({}, { limits: { concurrency: 1 } });
    const texts = [20240101, 20260302, 20250101].flatMap((priority) => [
      job('a'.repeat(60) + priority, { priority }),
      job('b'.repeat(60) + priority, { priority }),
    ]);
    await clock.run(all(queue, texts));
    expect(billed.map(({ texts }) => texts[0]?.slice(-8))).toEqual([
      '20260302',
      '20260302',
      '20250101',
      '20250101',
      '20240101',
      '20240101',
    ]);
  });

  it('gives a request the terms of its texts', async () => {
    const clock = testClock();
    const requests: unknown[] = [];
    const engine: Engine = {
      name: 'kept',
      translate: async (request) => {
        requests.push(request);
        return [...request.texts];
      },
    };
    const { queue } = queueAround(engine, { clock });
    const term = { source: 'port', target: 'puerto' };
    await clock.run(
      all(queue, [job('port a', { terms: [term] }), job('port b', { terms: [{ ...term }] }), job('c', { context: { before: 'b' } })]),
    );
    expect(requests).toMatchObject([
      { texts: ['port a', 'port b', 'c'], from: 'en', to: 'es', terms: [term], contexts: [{}, {}, { before: 'b' }] },
    ]);
  });
});

describe('identical texts in flight', () => {
  it('are sent once, and billed to the first', async () => {
    const { clock, queue, billed } = meteredQueue();
    const results = await clock.run(all(queue, [job('word'), job('word'), job('word', { to: 'ca' }), job('word')]));
    expect(results.map((result) => result.status === 'fulfilled' && result.value.characters)).toEqual([4, 0, 4, 0]);
    expect(billed.flatMap(({ texts }) => texts)).toEqual(['word', 'word']);
  });

  it('are different where their terms are', async () => {
    const { clock, queue, billed } = meteredQueue();
    await clock.run(all(queue, [job('word'), job('word', { terms: [{ source: 'word', target: 'vocablo' }] })]));
    expect(billed.flatMap(({ texts }) => texts)).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('keeps what is on the wire at the first signal and sends nothing more', async () => {
    const { clock, queue, billed } = meteredQueue({}, { limits: { concurrency: 1 } });
    const stop = new AbortController();
    const results = all(queue, numbered(40), stop.signal);
    void clock.sleep(50).then(() => stop.abort());
    const states = kinds(await clock.run(results));
    expect(billed).toHaveLength(1);
    expect(states.filter((state) => state === 'answered')).toHaveLength(billed[0]?.texts.length ?? 0);
    expect(new Set(states)).toEqual(new Set(['answered', 'aborted']));
  });

  it('ends at once though a pause of an hour is asked for', async () => {
    const { clock, queue } = meteredQueue({
      fails: () => Object.assign(new Error('slow down'), { retryable: true, retryAfterMs: 300_000 }),
    });
    const stop = new AbortController();
    const results = all(queue, numbered(40), stop.signal);
    const start = clock.now();
    void clock.sleep(500).then(() => stop.abort());
    expect(new Set(kinds(await clock.run(results)))).toEqual(new Set(['aborted']));
    expect(clock.now() - start).toBe(500);
  });

  it('still sends what another caller wants', async () => {
    const { clock, queue } = meteredQueue();
    const stop = new AbortController();
    const results = Promise.all([all(queue, [job('word')], stop.signal), all(queue, [job('word')])]);
    stop.abort();
    expect((await clock.run(results)).map(kinds)).toEqual([['aborted'], ['answered']]);
  });

  it('ends the requests on the wire when it is closed', async () => {
    let reason: unknown;
    const clock = testClock();
    const engine = {
      name: 'silent',
      translate: (_: unknown, signal: AbortSignal) =>
        new Promise<string[]>(() => signal.addEventListener('abort', () => (reason = signal.reason))),
    };
    const { queue } = queueAround(engine, { clock });
    const results = all(queue, [job('word')]);
    void clock.sleep(100).then(() => queue.close?.());
    expect(kinds(await clock.run(results))).toEqual(['aborted']);
    expect(reason).toMatchObject({ kind: 'aborted' });
  });
});

describe('the budget', () => {
  it('is never passed, and what fits in it is done', async () => {
    const { clock, queue, billed } = meteredQueue({}, { budget: 65 });
    const results = kinds(await clock.run(all(queue, numbered(20))));
    const characters = billed.reduce((total, request) => total + request.characters, 0);
    expect(characters).toBeLessThanOrEqual(65);
    expect(results.filter((kind) => kind === 'answered').length).toBe(10);
    expect(results.slice(10).every((kind) => kind === 'budget')).toBe(true);
  });

  it('is given back by what was refused, and used twice by what may have been billed twice', async () => {
    const refused = meteredQueue({ fails: (nth) => (nth <= 3 ? Object.assign(new Error('no'), { code: 8 }) : undefined) }, { budget: 12 });
    expect(kinds(await refused.clock.run(all(refused.queue, [job('twelve chars')])))).toEqual(['answered']);
    const lost = meteredQueue({ fails: (nth) => (nth === 1 ? Object.assign(new Error('lost'), { code: 4 }) : undefined) }, { budget: 12 });
    expect(kinds(await lost.clock.run(all(lost.queue, [job('twelve chars')])))).toEqual(['budget']);
    expect(lost.queue.usage).toMatchObject({ characters: 0, maybeBilled: 12 });
  });
});

describe('back-pressure', () => {
  it('holds a corpus back, and never for ever', async () => {
    const { clock, queue, billed } = meteredQueue({}, { limits: { charactersPerMinute: 600_000 } });
    let waiting = 0;
    let most = 0;
    const corpus = async () => {
      const answers: Promise<unknown>[] = [];
      for (let article = 0; article < 300; article++) {
        await queue.ready();
        waiting += 10;
        most = Math.max(most, waiting);
        for (const each of numbered(10))
          answers.push(queue.submit({ ...each, text: `${article} ${each.text}` }, never).finally(() => waiting--));
      }
      await Promise.all(answers);
    };
    await clock.run(corpus());
    expect(billed.flatMap(({ texts }) => texts)).toHaveLength(3_000);
    expect(most).toBeLessThan(600);
  });

  it('lets many callers on one after the other, also when one has nothing to send', async () => {
    const { clock, queue } = meteredQueue();
    const results = all(queue, numbered(1_000));
    const readers = Array.from({ length: 20 }, () => queue.ready());
    await clock.run(Promise.all([results, ...readers]));
  });
});

describe('as an engine', () => {
  it('translates a request', async () => {
    const { clock, queue } = meteredQueue();
    expect(await clock.run(queue.translate({ texts: ['a word', '', 'word'], from: 'en', to: 'es' }, never))).toEqual([
      'a palabra',
      '',
      'palabra',
    ]);
  });
});
