/** A database that a run has never reached is told within seconds, with its address; one that went away is waited for, with a line. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { initStore, pruneStore, storeState } from '../../src/store/postgres/administration.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { hasPostgres, startCluster } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { batches } = openJournal(':memory:', { name: 'run', at: 0 });
const keptFile = join(temporaryFolder(), 'kept.ndjson');
// Nothing listens there: it is reserved.
const NOBODY = 'postgres://sports:secret@127.0.0.1:1/dragoman';

/** Its sleeps count, and take no time: the network's own time is real. */
function hurriedClock(): Clock {
  let now = Date.UTC(2026, 2, 2, 12);
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      if (signal?.aborted !== true) now += Math.max(0, ms);
      await new Promise(setImmediate);
    },
  };
}

test('a wrong port is told with the address, without the password, and with what to do', async () => {
  const clock = hurriedClock();
  const start = clock.now();
  const error = await openPostgresStore({ url: NOBODY, clock, run: 'run', batches, keptFile }).catch((failure: unknown) => failure);
  expect(error).toMatchObject({
    name: 'KnownError',
    message: "The store's database is not reached",
    expected: 'a PostgreSQL server at 127.0.0.1:1, database "dragoman"',
    got: expect.stringContaining('ECONNREFUSED'),
    help: expect.stringContaining('DRAGOMAN_STORE'),
  });
  expect(JSON.stringify(error)).not.toContain('secret');
  expect(clock.now() - start).toBeLessThanOrEqual(5_000);
});

test('the owner is told likewise', async () => {
  await expect(storeState(NOBODY)).rejects.toMatchObject({ message: "The store's database is not reached" });
});

test.skipIf(!hasPostgres)(
  'one that was there is waited for, which is told once',
  async () => {
    const cluster = await startCluster();
    try {
      const clock = hurriedClock();
      const told: string[] = [];
      const url = cluster.url(await cluster.database(), 'sports');
      const onAway = (message: string, milliseconds: number) => void told.push(`${milliseconds} ${message}`);
      const store = await openPostgresStore({ url, clock, run: 'run', batches, keptFile, patience: 60_000, onAway });
      await cluster.stop('fast');
      await expect(Promise.resolve(store.find('a'))).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('away'),
      });
      expect(told).toEqual([expect.stringMatching(/^60000 /)]);
      await store.close();
    } finally {
      await cluster.remove();
    }
  },
  300_000,
);

test.skipIf(!hasPostgres)(
  'what a server refuses is told with what helps against it',
  async () => {
    const cluster = await startCluster();
    try {
      const name = await cluster.database();
      await expect(storeState(cluster.url('dragomen'))).rejects.toMatchObject({
        message: expect.stringContaining('database "dragomen" does not exist'),
        help: expect.stringContaining('createdb'),
      });
      await expect(initStore(cluster.url(name), ['sprots'])).rejects.toMatchObject({
        message: expect.stringContaining('role "sprots" does not exist'),
        help: expect.stringContaining('createuser'),
      });
      await expect(pruneStore(cluster.url(name, 'sports'), 7)).rejects.toMatchObject({
        message: expect.stringContaining('permission denied'),
        help: expect.stringContaining('owns the database'),
      });
      await cluster.sql(name, 'drop schema dragoman cascade');
      await expect(storeState(cluster.url(name))).rejects.toMatchObject({ help: expect.stringContaining('dragoman store init') });
    } finally {
      await cluster.remove();
    }
  },
  300_000,
);
