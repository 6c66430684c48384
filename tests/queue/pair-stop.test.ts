import { expect, test } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { job, never, queueAround } from '../support/queue.ts';

test('a stop that is a pair’s alone leaves the others', async () => {
  const asked: string[] = [];
  const engine: Engine = {
    name: 'half',
    translate: async ({ texts, to }) => {
      asked.push(to);
      if (to === 'ja') throw new EngineError('stopped', 'not from here', { pairOnly: true });
      return [...texts];
    },
  };
  const { queue, clock } = queueAround(engine);
  await expect(clock.run(queue.submit(job('a', { to: 'ja' }), never))).rejects.toMatchObject({ kind: 'stopped' });
  expect(await clock.run(queue.submit(job('a'), never))).toMatchObject({ text: 'a' });
  await expect(clock.run(queue.submit(job('b', { to: 'ja' }), never))).rejects.toMatchObject({ kind: 'stopped' });
  expect(asked).toEqual(['ja', 'es']);
});
