import { describe, expect, it } from 'vitest';
import { createChain } from '../../src/queue/chain.ts';
import type { Queue } from '../../src/queue/queue.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { testClock } from '../support/clock.ts';
import { job, never, numbered, outcomes, queueAround } from '../support/queue.ts';

const grpc = (code: number) => Object.assign(new Error('no'), { code });

/** Two queues: the first fails while `state.error` is set, the second answers in capitals. */
function pair(options: { budget?: number } = {}) {
  const clock = testClock();
  const state: { error: Error | undefined; asked: number } = { error: undefined, asked: 0 };
  const first = queueAround(
    {
      name: 'first',
      model: 'm',
      translate: async ({ texts }) => {
        state.asked++;
        if (state.error !== undefined) throw state.error;
        return texts.map((text) => (text === 'word 3' ? '' : text));
      },
    },
    { clock, limits: { attempts: 2 }, ...options },
  );
  const second = queueAround({ name: 'second', translate: async ({ texts }) => texts.map((text) => text.toUpperCase()) }, { clock });
  return { clock, state, first: first.queue, second: second.queue, chain: createChain([first.queue, second.queue]) };
}

describe('a chain of engines', () => {
  it('stays with the first while it answers, and says who made each target', async () => {
    const { clock, chain } = pair();
    const answers = await clock.run(Promise.all(numbered(4).map((each) => chain.submit(each, never))));
    expect(answers.map(({ text, engine }) => [text, engine])).toEqual([
      ['word 0', 'first m'],
      ['word 1', 'first m'],
      ['word 2', 'first m'],
      // No usable answer from the first.
      ['WORD 3', 'second'],
    ]);
  });

  it.each([
    ['down', grpc(14)],
    ['stopped', grpc(16)],
  ])('moves on when an engine is %s, and asks it no more', async (_, error) => {
    const { clock, state, chain } = pair();
    state.error = error;
    expect(await clock.run(outcomes(chain, numbered(2)))).toEqual(['WORD 0', 'WORD 1']);
    const asked = state.asked;
    expect(await clock.run(outcomes(chain, [job('more')]))).toEqual(['MORE']);
    expect(state.asked).toBe(asked);
  });

  it('goes back to an engine that was down', async () => {
    const { clock, state, chain } = pair();
    state.error = grpc(14);
    await clock.run(outcomes(chain, numbered(2)));
    state.error = undefined;
    await clock.run(clock.sleep(60_000));
    expect(await clock.run(outcomes(chain, [job('more')]))).toEqual(['more']);
  });

  it('does not spend more at the second because the budget of the first is used', async () => {
    const { clock, chain } = pair({ budget: 3 });
    expect(await clock.run(outcomes(chain, [job('more')]))).toEqual(['budget!']);
  });

  it('rejects with the last failure when all fail, and sums what was used', async () => {
    const { clock, state, chain, first } = pair();
    state.error = grpc(16);
    const alone = createChain([first]);
    expect(await clock.run(outcomes(alone, [job('more')]))).toEqual(['stopped!']);
    await clock.run(outcomes(chain, [job('more')]));
    expect(chain.usage).toMatchObject({ requests: 2, characters: 4 });
  });

  it('is prepared when one of its engines is, each tried again like a request', async () => {
    const clock = testClock();
    const tries: string[] = [];
    const engine = (name: string, failures: number, code: number) => ({
      name,
      translate: async ({ texts }: { readonly texts: readonly string[] }) => [...texts],
      prepare: async () => {
        tries.push(name);
        if (tries.filter((other) => other === name).length <= failures) throw grpc(code);
      },
    });
    const queues = [engine('busy', 2, 8), engine('locked', 9, 16)].map((each) => queueAround(each, { clock }).queue);
    const [first, second] = queues as [Queue, Queue];
    await clock.run(createChain([first, second]).prepare?.({ from: 'en', to: 'es' }, [], never) ?? Promise.reject());
    expect(tries.toSorted()).toEqual(['busy', 'busy', 'busy', 'locked']);
    await expect(
      clock.run(createChain([second, second]).prepare?.({ from: 'en', to: 'es' }, [], never) ?? Promise.resolve()),
    ).rejects.toMatchObject({
      kind: 'stopped',
    });
  });

  it('uses what any of them was paid for before it sends anything', async () => {
    const clock = testClock();
    const journal = openJournal(':memory:', { name: 'run', at: 0 });
    const asked: string[] = [];
    const engine = (name: string) => ({
      name,
      translate: async ({ texts }: { readonly texts: readonly string[] }) => {
        asked.push(name);
        return [...texts];
      },
    });
    const [first, second] = ['first', 'second'].map((name) => queueAround(engine(name), { clock, journal }).queue);
    if (first === undefined || second === undefined) throw new Error('no queues');
    await clock.run(second.submit(job('word'), never));
    expect(await clock.run(createChain([first, second]).submit(job('word'), never))).toMatchObject({ engine: 'second', recovered: true });
    expect(asked).toEqual(['second']);
  });
});
