import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { paceRates } from '../../src/store/pace-rates.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import type { PaceLimits, Store } from '../../src/store/store.ts';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { claimed, holdsToTheContract, intentOf, textsOf } from './contract.ts';

let cluster: Cluster;

beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

interface Options {
  readonly charactersPerDay?: number;
  readonly role?: string;
  readonly keptFile?: string;
  readonly patience?: number;
  readonly isPooled?: boolean;
}

/** Milliseconds until a request of so many characters might leave, by the database; more than a moment ahead nothing is taken. */
async function waitIn(database: string, account: string, limits: PaceLimits, weight: number): Promise<number> {
  const { characters, requests } = paceRates(limits);
  const values = [weight, characters.perMs, characters.burst, requests.perMs, requests.burst, 1_000].join(', ');
  const [row] = await cluster.sql(database, `select dragoman.reserve('${account}', ${values}) as wait`);
  const wait = Number(row?.wait);
  return wait < 0 ? 1_000 - wait : wait;
}

const opened: Store[] = [];
async function open(database: string, { role = 'sports', keptFile, ...more }: Options = {}): Promise<Store> {
  const { batches } = openJournal(':memory:', { name: 'run', at: 0 });
  const kept = keptFile ?? join(temporaryFolder(), 'kept.ndjson');
  const store = await openPostgresStore({
    url: cluster.url(database, role),
    clock: systemClock,
    run: 'run',
    batches,
    keptFile: kept,
    ...more,
  });
  opened.push(store);
  return store;
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe.skipIf(!hasPostgres)('with PostgreSQL', { timeout: 300_000 }, () => {
  holdsToTheContract('of many machines', async () => {
    const database = await cluster.database();
    return { isShared: true, open: (options) => open(database, options), waitOf: (_store, ...of) => waitIn(database, ...of) };
  });

  describe('two workers', () => {
    test('of which one has claimed a text: the other waits for its answer', async () => {
      const database = await cluster.database();
      const [first, second] = [await open(database), await open(database, { role: 'culture' })];
      const claim = await claimed(first, textsOf('a', 'b'));
      const other = await claimed(second, textsOf('b', 'c'));
      expect([...(other.mine ?? [])]).toEqual(['c']);
      const settled = second.settled(['b']);
      await first.answered(claim.request, [{ key: 'b', text: 'B' }]);
      expect((await settled).answered.get('b')).toEqual({ text: 'B', engine: 'google general/nmt' });
      // No answer came for it: it is anybody's.
      expect([...((await claimed(second, textsOf('a'))).mine ?? [])]).toEqual(['a']);
    });

    test('of which one fails: what it had is free, and the other is told', async () => {
      const database = await cluster.database();
      const [first, second] = [await open(database), await open(database)];
      const claim = await claimed(first, textsOf('a'));
      expect((await claimed(second, textsOf('a'))).mine?.size).toBe(0);
      const settled = second.settled(['a']);
      await first.failed(claim.request, 'unknown');
      expect((await settled).free).toEqual(['a']);
    });

    test('of which one is gone: its claims are free at once, long before their lease ends', async () => {
      const database = await cluster.database();
      const [first, second] = [await open(database), await open(database)];
      await claimed(first, textsOf('a'));
      const settled = second.settled(['a']);
      await first.close();
      expect((await settled).free).toEqual(['a']);
      expect((await claimed(second, textsOf('a'))).mine?.size).toBe(1);
    });

    test('behind a pooler only the lease tells', async () => {
      const database = await cluster.database();
      const [first, second] = [await open(database, { isPooled: true }), await open(database, { isPooled: true })];
      await claimed(first, textsOf('a'));
      await first.close();
      expect((await claimed(second, textsOf('a'))).mine?.size).toBe(0);
      await cluster.sql(database, `update dragoman.answers set until = clock_timestamp() - interval '1 s'`);
      expect((await claimed(second, textsOf('a'))).mine?.size).toBe(1);
    });

    test('of which the slower one answers after its lease: the first commit is kept', async () => {
      const database = await cluster.database();
      const [first, second] = [await open(database), await open(database)];
      const late = await claimed(first, textsOf('a'));
      await cluster.sql(database, `update dragoman.answers set until = clock_timestamp() - interval '1 s'`);
      const next = await claimed(second, textsOf('a'));
      await second.answered(next.request, [{ key: 'a', text: 'second' }]);
      await first.answered(late.request, [{ key: 'a', text: 'first' }]);
      expect(await first.find('a')).toMatchObject({ text: 'second' });
    });

    test('share one quota: what one reserves the other waits for, and a pause is for both', async () => {
      const database = await cluster.database();
      const limits = { charactersPerMinute: 60_000, requestsPerMinute: 60_000, margin: 0, charactersPerRequest: 100 };
      const [first, second] = [await open(database), await open(database)].map((store) => store.pace({ name: 'g' }, limits));
      // 1,100 characters at 1 a millisecond, 300 of them burst.
      await first?.reserve(1_100, 0);
      const before = systemClock.now();
      expect(((await second?.reserve(1, 0)) ?? 0) - before).toBeGreaterThan(300);
      first?.pause?.(60_000);
      await expect.poll(() => waitIn(database, 'g', limits, 1), { timeout: 30_000 }).toBeGreaterThan(55_000);
      // Quota that comes back shortens no pause.
      const due = async () => Number((await cluster.sql(database, 'select chars_due as due from dragoman.pace'))[0]?.due);
      const paused = await due();
      second?.giveBack?.(50_000, 1);
      await expect.poll(due, { timeout: 30_000 }).toBeLessThan(paused);
      expect(await waitIn(database, 'g', limits, 1)).toBeGreaterThan(50_000);
    });

    test('reserve no more than a moment ahead: of two that wait far ahead nothing is taken, and a stop ends their wait', async () => {
      const database = await cluster.database();
      const limits = { charactersPerMinute: 60_000, requestsPerMinute: 60_000, margin: 0, charactersPerRequest: 100 };
      const pace = (await open(database)).pace({ name: 'g' }, limits);
      await waitIn(database, 'g', limits, 0);
      await cluster.sql(database, 'update dragoman.pace set chars_due = chars_due + 30000');
      const before = await waitIn(database, 'g', limits, 0);
      const stop = new AbortController();
      const waiting = [pace.reserve(1_000, 0, stop.signal), pace.reserve(1_000, 0, stop.signal)];
      await cluster.sql(database, 'select 1');
      stop.abort();
      await Promise.all(waiting);
      expect(await waitIn(database, 'g', limits, 0)).toBeLessThanOrEqual(before);
    });

    test('a pace whose row is gone is made from the requests of the last minute', async () => {
      const database = await cluster.database();
      const store = await open(database);
      const limits = { charactersPerMinute: 600, requestsPerMinute: 600, margin: 0, charactersPerRequest: 10 };
      const pace = store.pace({ name: 'google' }, limits);
      await pace.reserve(1, 0);
      for (const key of Array.from({ length: 50 }, (_, nth) => `k${nth}`)) await claimed(store, textsOf(key));
      await cluster.sql(database, 'delete from dragoman.pace');
      expect(await waitIn(database, 'google', limits, 200)).toBeGreaterThan(5_000);
    });
  });

  test('a pace whose row is gone is not before the turns that were taken and not used yet', async () => {
    const database = await cluster.database();
    const limits = { charactersPerMinute: 600, requestsPerMinute: 6_000, margin: 0, charactersPerRequest: 10 };
    const due = async () => Number((await cluster.sql(database, 'select chars_due as due from dragoman.pace'))[0]?.due);
    // Ten characters a second and a burst of ten: turns until a second ahead.
    for (const weight of [10, 10, 10]) await waitIn(database, 'google', limits, weight);
    const before = await due();
    await claimed(await open(database), textsOf('k'));
    await cluster.sql(database, 'delete from dragoman.pace');
    await waitIn(database, 'google', limits, 0);
    expect(await due()).toBeGreaterThanOrEqual(before);
  });

  describe('a pace that an immediate stop of the server has set back', () => {
    const limits = { charactersPerMinute: 600, requestsPerMinute: 6_000, margin: 0, charactersPerRequest: 10 };
    const due = 'select chars_due, chars_flushed from dragoman.pace';

    test('goes on from what is known to be on disk, which is ahead of every reservation', async () => {
      const database = await cluster.database();
      for (const weight of [3, 1, 1, 3]) {
        await waitIn(database, 'g', limits, weight);
        const [row] = await cluster.sql(database, due);
        expect(Number(row?.chars_flushed)).toBeGreaterThanOrEqual(Number(row?.chars_due));
      }
      // What the stop has forgotten: a reservation of 60 characters, 6 s, and that this server has seen the row.
      await cluster.sql(database, `update dragoman.pace set chars_flushed = chars_due + 6000, started = 'epoch'`);
      expect(await waitIn(database, 'g', limits, 1)).toBeGreaterThan(5_000);
    });

    test('leaves nothing unused where the server was away for longer than that', async () => {
      const database = await cluster.database();
      await waitIn(database, 'g', limits, 1);
      await cluster.sql(
        database,
        `update dragoman.pace set chars_due = chars_due - 60000, reqs_due = reqs_due - 60000,
          chars_flushed = chars_due - 59000, reqs_flushed = reqs_due - 59000, started = 'epoch'`,
      );
      expect(await waitIn(database, 'g', limits, 1)).toBe(0);
    });
  });

  describe('a budget of a day', () => {
    test('shared by twenty is used to its last character, and never over', async () => {
      const database = await cluster.database();
      const stores = await Promise.all(Array.from({ length: 20 }, () => open(database, { charactersPerDay: 1_000 })));
      const claims = await Promise.all(
        Array.from({ length: 200 }, async (_, nth) => {
          const store = stores[nth % 20] as Store;
          const texts = textsOf(`k${nth}`);
          return store.claim(intentOf(texts), texts);
        }),
      );
      expect(claims.filter((claim) => 'over' in claim)).toHaveLength(100);
      expect(await cluster.sql(database, 'select sum(characters)::int as sum from dragoman.requests')).toEqual([{ sum: 1_000 }]);
    });

    test('has back what was refused, and counts again from the ledger where its row is gone', async () => {
      const database = await cluster.database();
      const store = await open(database, { charactersPerDay: 20 });
      const { request } = await claimed(store, textsOf('a', 'b'));
      expect(await store.claim(intentOf(textsOf('c')), textsOf('c'))).toEqual({ over: 'charactersPerDay 20 of this desk' });
      await store.failed(request, 'refused');
      await claimed(store, textsOf('c'));
      await cluster.sql(database, 'delete from dragoman.spent');
      await claimed(store, textsOf('d'));
      expect(await store.claim(intentOf(textsOf('e')), textsOf('e'))).toMatchObject({ over: expect.any(String) });
    });

    test('of all desks together is held beside that of one', async () => {
      const database = await cluster.database();
      await cluster.sql(database, `insert into dragoman.limits values ('group', 30)`);
      const [sports, culture] = [await open(database), await open(database, { role: 'culture', charactersPerDay: 10 })];
      await claimed(sports, textsOf('a', 'b'));
      await claimed(culture, textsOf('c'));
      expect(await sports.claim(intentOf(textsOf('d')), textsOf('d'))).toEqual({ over: 'charactersPerDay 30 of all desks together' });
      expect(await culture.claim(intentOf(textsOf('d')), textsOf('d'))).toEqual({ over: 'charactersPerDay 10 of this desk' });
      // A claim that a budget refuses leaves nothing behind.
      expect(await cluster.sql(database, `select * from dragoman.answers where key = 'd'`)).toEqual([]);
    });
  });

  test('a statement that is asked again after its answer was lost does the same thing once', async () => {
    const database = await cluster.database();
    const store = await open(database);
    const { request } = await claimed(store, textsOf('a'));
    const again = `select dragoman.claim(${request}, 1, 'google', 'google', 'en', 'es', 20, '{a}', '{10}', '{a}', 30, null, false) as mine`;
    expect(await cluster.sql(database, again)).toEqual([{ mine: ['a'] }]);
    await store.answered(request, [{ key: 'a', text: 'A' }], { characters: 7, cost: 1 });
    await store.answered(request, [{ key: 'a', text: 'A' }], { characters: 7, cost: 1 });
    expect(await cluster.sql(database, 'select characters::int from dragoman.spent order by scope')).toEqual([
      { characters: 7 },
      { characters: 7 },
    ]);
  });

  test('a worker may call the functions, and touch no table', async () => {
    const database = await cluster.database();
    const asSports = (text: string) => cluster.sql(database, `set session authorization sports; ${text}`);
    await expect(asSports('select * from dragoman.answers')).rejects.toThrow('permission denied');
    await expect(asSports('select * from dragoman.spent')).rejects.toThrow('permission denied');
    await expect(asSports('select * from dragoman.prune(1)')).rejects.toThrow('permission denied');
    await expect(asSports("select dragoman.find('{a}')")).resolves.toEqual([]);
  });

  test('the ledger shows a desk its own lines, and the owner those of all', async () => {
    const database = await cluster.database();
    const [sports, culture] = [await open(database), await open(database, { role: 'culture' })];
    const { request } = await claimed(sports, textsOf('a', 'b'));
    await sports.answered(request, []);
    await claimed(culture, textsOf('c'));
    const lines = (role: string) =>
      cluster.sql(
        database,
        `set session authorization ${role}; select name, requests::int, characters, maybe_billed from dragoman.ledger('desk')`,
      );
    expect(await lines('sports')).toEqual([{ name: 'sports', requests: 1, characters: 20, maybe_billed: 0 }]);
    expect(await lines('owner')).toHaveLength(2);
  });

  test('a database of another version is refused with what to do', async () => {
    const database = await cluster.database();
    await cluster.sql(database, 'insert into dragoman.migrations values (99)');
    await expect(open(database)).rejects.toThrow('another version');
    await cluster.sql('postgres', 'create database empty');
    await expect(open('empty', { role: 'postgres' })).rejects.toMatchObject({
      help: 'Run as the owner of the database: dragoman store init',
    });
  });

  test('while the database is away, what is in hand is kept here, and the next run hands it in', async () => {
    const database = await cluster.database();
    const keptFile = join(temporaryFolder(), 'kept.ndjson');
    const store = await open(database, { keptFile, patience: 200 });
    const { request } = await claimed(store, textsOf('a'));
    await cluster.stop('fast');
    try {
      await store.answered(request, [{ key: 'a', text: 'A' }]);
      await expect(Promise.resolve(store.find('b'))).rejects.toMatchObject({ kind: 'unavailable' });
    } finally {
      await store.close();
      await cluster.start();
    }
    const next = await open(database, { keptFile });
    expect(await next.find('a')).toMatchObject({ text: 'A' });
    expect(next.lost).toEqual([]);
  });

  test('a restart of the server is waited for, and the worker lives again', async () => {
    const database = await cluster.database();
    const [store, other] = [await open(database), await open(database)];
    await claimed(store, textsOf('a'));
    await cluster.stop('immediate');
    const found = store.find('a');
    await cluster.start();
    expect(await found).toBeUndefined();
    // Once it has its lock again, its claim is its own as before.
    const locks = `select count(*)::int from pg_locks where locktype = 'advisory' and classid = 7001 and granted
      and database = (select oid from pg_database where datname = current_database())`;
    await expect.poll(() => cluster.sql(database, locks), { timeout: 30_000 }).toEqual([{ count: 2 }]);
    expect((await claimed(other, textsOf('a'))).mine?.size).toBe(0);
  });
});
