/** What a queue does with a store that others share. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import type { Pace, Store } from '../../src/store/store.ts';
import { testClock } from '../support/clock.ts';
import { meteredEngine, seeded } from '../support/metered.ts';
import { job, meteredQueue, never, numbered, outcomes, queueAround } from '../support/queue.ts';

function shared(change: (store: Store) => Partial<Store>, metered: Parameters<typeof meteredQueue>[0] = {}) {
  const clock = testClock();
  const store = embeddedStore(openJournal(':memory:', { name: 'run', at: 0 }), clock);
  return meteredQueue(metered, { clock, store: { ...store, ...change(store) } });
}

const pace = (own: Partial<Pace>): Pace => ({ largest: 1e6, patience: 300, reserve: (_, now) => now, ...own });

test('a request that is late for its reservation gives it back, and reserves again', async () => {
  const reserved: number[] = [];
  const back: [number, number][] = [];
  const { clock, queue, billed } = shared(() => ({
    pace: () =>
      pace({
        giveBack: (...quota) => void back.push(quota),
        reserve: async (_, now) => {
          reserved.push(now);
          // The database was slow the first time.
          if (reserved.length === 1) await clock.sleep(1_000);
          return now;
        },
      }),
  }));
  const start = clock.now();
  await clock.run(queue.submit(job('word'), never));
  expect(reserved.map((at) => at - start)).toEqual([expect.any(Number), expect.any(Number)]);
  expect((reserved[1] ?? 0) - (reserved[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  expect(back).toEqual([[4, 1]]);
  expect(billed).toHaveLength(1);
});

/** Claims that take so long (ms), one after the other. @returns reservations and what was given back */
async function claimsOf(durations: readonly number[]) {
  const counts = { reserved: 0, back: 0 };
  let claims = 0;
  const { clock, queue, billed } = shared((store) => ({
    pace: () =>
      pace({
        reserve: (_, now) => {
          counts.reserved++;
          return now;
        },
        giveBack: (_, requests) => {
          counts.back += requests;
        },
      }),
    claim: async (intent, texts) => {
      await clock.sleep(durations[claims++] ?? 5);
      return store.claim(intent, texts);
    },
  }));
  for (const nth of durations.keys()) await clock.run(queue.submit(job(`word ${nth}`), never));
  expect(billed).toHaveLength(durations.length);
  return counts;
}

test('a request whose claim took longer than usual, by more than the margin pays for, gives its quota back and reserves again', async () => {
  expect(await claimsOf([5, 5, 500, 5, 5])).toEqual({ reserved: 6, back: 1 });
});

test('a database that is always far away makes no request late', async () => {
  expect(await claimsOf([900, 905, 910, 900, 890])).toEqual({ reserved: 5, back: 0 });
});

test('a database that has become slow is the usual one after a while', async () => {
  const { reserved, back } = await claimsOf([300, ...new Array(20).fill(700)]);
  expect(back).toBeGreaterThan(0);
  expect(back).toBeLessThan(6);
  expect(reserved).toBe(21 + back);
});

test.each([
  ['that is slow to open', async () => {}],
  ['that does not open', () => Promise.reject(new Error('no credentials'))],
])('an engine %s takes no quota before, and is asked all the same', async (_, then) => {
  const clock = testClock();
  const reserved: number[] = [];
  const store = embeddedStore(openJournal(':memory:', { name: 'run', at: 0 }), clock);
  const metered = meteredEngine({ clock, random: seeded(1) });
  const { queue } = queueAround(
    { ...metered.engine, open: () => clock.sleep(2_000).then(then) },
    { clock, store: { ...store, pace: () => pace({ reserve: (_, now) => reserved.push(now) && now }) } },
  );
  const start = clock.now();
  await clock.run(queue.submit(job('word'), never));
  expect(reserved.map((at) => at - start >= 2_000)).toEqual([true]);
  expect(metered.billed).toHaveLength(1);
});

test('what others have on the wire is not sent, its quota is given back, and their answer is taken', async () => {
  const back: number[] = [];
  let looks = 0;
  const theirs = new Map([['x', { text: 'theirs', engine: 'metered' }]]);
  const { clock, queue, billed } = shared((store) => ({
    pace: () => pace({ giveBack: (characters) => void back.push(characters) }),
    claim: async (intent, texts) => {
      const { request } = (await store.claim(intent, texts)) as { request: number };
      return { request, mine: new Set(texts.slice(1).map(({ key }) => key)) };
    },
    settled: async (keys) => {
      await clock.sleep(5_000);
      looks++;
      return { answered: new Map([[keys[0] as string, theirs.get('x') as never]]), free: [] };
    },
  }));
  expect(await clock.run(outcomes(queue, numbered(3)))).toEqual(['theirs', 'palabra 1', 'palabra 2']);
  expect(billed.flatMap(({ texts }) => texts)).toEqual(['word 1', 'word 2']);
  expect(back).toEqual([6]);
  expect(looks).toBe(1);
});

test('texts that the store is still asked for hold the caller back: a corpus of any size fits in memory', async () => {
  let answer = () => {};
  const asked = new Promise<undefined>((resolve) => {
    answer = () => resolve(undefined);
  });
  const { clock, queue } = shared(() => ({ find: () => asked }));
  const answers: Promise<unknown>[] = [];
  let isEnded = false;
  const feed = async () => {
    while (answers.length < 2_000) {
      await queue.ready();
      answers.push(queue.submit(job(`${answers.length} `.padEnd(1_000, 'word ')), never));
    }
    isEnded = true;
  };
  const feeding = feed();
  await new Promise(setImmediate);
  expect([isEnded, answers.length < 1_000]).toEqual([false, true]);
  answer();
  await clock.run(feeding.then(() => Promise.all(answers)));
  expect(isEnded).toBe(true);
});

test('what others let go is sent from here', async () => {
  let claims = 0;
  const { clock, queue, billed } = shared((store) => ({
    claim: async (intent, texts) => {
      const { request } = (await store.claim(intent, texts)) as { request: number };
      return claims++ === 0 ? { request, mine: new Set<string>() } : { request };
    },
    settled: async (keys) => ({ answered: new Map(), free: keys }),
  }));
  expect(await clock.run(outcomes(queue, numbered(2)))).toEqual(['palabra 0', 'palabra 1']);
  expect(billed).toHaveLength(1);
});

test('a refusal over the quota is told to all who share it', async () => {
  const pauses: number[] = [];
  const { clock, queue } = shared(() => ({ pace: () => pace({ pause: (milliseconds) => void pauses.push(milliseconds) }) }), {
    fails: (nth) => (nth === 1 ? Object.assign(new Error('Resource exhausted'), { code: 8 }) : undefined),
  });
  expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['palabra 0']);
  expect(pauses).toEqual([expect.any(Number)]);
});

test('a budget that the store holds ends the run', async () => {
  const { clock, queue, billed } = shared(() => ({ claim: async () => ({ over: 'charactersPerDay 5 of this desk' }) }));
  expect(await clock.run(outcomes(queue, numbered(2)))).toEqual(['budget!', 'budget!']);
  expect(billed).toEqual([]);
});

test('the client of the database is loaded where a database is named, and nowhere else', () => {
  const files = globSync('**/*.ts', { cwd: join(import.meta.dirname, '../../src') });
  const text = (file: string) => readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
  expect(files.filter((file) => /^import (?!type)[^;]*from 'pg'|import\('pg'\)/m.test(text(file)))).toEqual(['store/postgres/load-pg.ts']);
  const outside = files.filter((file) => !file.startsWith('store/') && /^import (?!type)[^;]*store\/postgres/m.test(text(file)));
  // Themselves loaded with their commands only.
  expect(outside.sort()).toEqual(['cli/enqueue.ts', 'cli/store.ts', 'cli/work.ts']);
});
