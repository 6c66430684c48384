import { expect, test } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { preparedQueue } from '../../src/queue/prepared-queue.ts';
import { job, never, queueAround } from '../support/queue.ts';

const terms = [{ source: 'river', target: 'río' }];

/** An engine that keeps a glossary, or fails to. */
function keeper(prepares: () => Promise<void>) {
  const log: string[] = [];
  const engine: Engine = {
    name: 'keeper',
    translate: async ({ texts, to }) => {
      log.push(`texts ${to}`);
      return [...texts];
    },
    prepare: async ({ from, to }, given) => {
      log.push(`glossary ${from} ${to}: ${given.map(({ target }) => target)}`);
      await prepares();
    },
  };
  const { queue, clock } = queueAround(engine);
  return { queue: preparedQueue(queue, () => terms), clock, log };
}

test('a pair is prepared once, with the whole glossary, before its first text', async () => {
  const { queue, clock, log } = keeper(async () => {});
  await clock.run(Promise.all([queue.submit(job('a'), never), queue.submit(job('b'), never)]));
  await clock.run(queue.submit(job('c', { to: 'ca' }), never));
  expect(log).toEqual(['glossary en es: río', 'texts es', 'glossary en ca: río', 'texts ca']);
  expect(queue.usage.requests).toBe(2);
});

test('a failure is that of the text, and the next one tries again', async () => {
  let fails = true;
  const { queue, clock, log } = keeper(async () => {
    if (fails) throw new EngineError('stopped', 'no such bucket');
  });
  await expect(clock.run(queue.submit(job('a'), never))).rejects.toMatchObject({ kind: 'stopped' });
  fails = false;
  expect(await clock.run(queue.submit(job('a'), never))).toMatchObject({ text: 'a' });
  expect(log).toEqual(['glossary en es: río', 'glossary en es: río', 'texts es']);
});

test('an engine that keeps none has its queue as it is', () => {
  const { queue } = queueAround({ name: 'plain', translate: async ({ texts }) => [...texts] });
  expect(preparedQueue(queue, () => terms)).toBe(queue);
});
