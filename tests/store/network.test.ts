/** What stands between a run and its database: a network that is cut or slow, a pooler. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { checkout } from '../support/checkout.ts';
import { startNetwork } from '../support/network.ts';
import { hasPgBouncer, startPgBouncer } from '../support/pgbouncer.ts';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { claimed, textsOf } from './contract.ts';

let cluster: Cluster;
beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

const storeAt = (url: string) =>
  openPostgresStore({
    url,
    clock: systemClock,
    run: 'run',
    batches: openJournal(':memory:', { name: 'run', at: 0 }).batches,
    keptFile: join(temporaryFolder(), 'kept.ndjson'),
  });

describe.skipIf(!hasPostgres)('between a run and its database', { timeout: 300_000 }, () => {
  test.each(['claim', 'answered'])(
    'a network that is cut while the database works on %j: it is asked again, and done once',
    async (what) => {
      const database = await cluster.database();
      const network = await startNetwork(cluster.socket);
      const store = await storeAt(`postgres://sports@127.0.0.1:${network.port}/${database}`);
      let cuts = 0;
      network.watch = (data) => {
        if (cuts > 0 || !data.includes(`dragoman.${what}(`)) return true;
        cuts++;
        return false;
      };
      const { request, mine } = await claimed(store, textsOf('a', 'b'));
      expect([...(mine ?? [])].sort()).toEqual(['a', 'b']);
      await store.answered(request, [{ key: 'a', text: 'A' }], { characters: 7, cost: 1 });
      expect(cuts).toBe(1);
      expect(await store.find('a')).toMatchObject({ text: 'A' });
      expect(await cluster.sql(database, 'select count(*)::int as requests, sum(billed)::int as billed from dragoman.requests')).toEqual([
        { requests: 1, billed: 7 },
      ]);
      expect(await cluster.sql(database, `select characters::int from dragoman.spent where scope = 'group'`)).toEqual([{ characters: 7 }]);
      await store.close();
      await network.close();
    },
  );

  test('a network that is cut with a run on the wire: the run goes on, and pays nothing twice', async () => {
    const database = await cluster.database();
    const network = await startNetwork(cluster.socket);
    const articles = Object.fromEntries(
      ['north', 'south', 'east', 'west'].map((name) => [`articles/en/${name}.md`, `The ${name} port is closed.\n`]),
    );
    const project = checkout(articles, { store: `postgres://sports@127.0.0.1:${network.port}/${database}` });
    let seen = 0;
    network.watch = (data) => {
      // Every fourth statement of a kind that changes something is cut off.
      if (!/dragoman\.(claim|answered|reserve)\(/.test(data.toString('latin1'))) return true;
      return seen++ % 4 !== 1;
    };
    const run = await project.run('translate');
    expect([run.code, project.sent().length, seen > 1]).toEqual([0, 4, true]);
    await network.close();
  });

  test('200 ms of network in each direction cost time and nothing else', async () => {
    const database = await cluster.database();
    const network = await startNetwork(cluster.socket, 200);
    const project = checkout(
      { 'articles/en/a.md': 'The port.\n\nThe road.\n' },
      { store: `postgres://sports@127.0.0.1:${network.port}/${database}` },
    );
    const run = await project.run('translate');
    expect([run.code, project.sent().sort()]).toEqual([0, ['The port.', 'The road.']]);
    expect((await project.run('translate', '--frozen')).code).toBe(0);
    await network.close();
  });

  test.skipIf(!hasPgBouncer)('PgBouncer in transaction mode: two checkouts share answers and the memory', async () => {
    const database = await cluster.database();
    const bouncer = await startPgBouncer(cluster, database);
    const store = { url: bouncer.url('sports'), pooled: true };
    const sports = checkout({ 'articles/en/a.md': 'The port.\n' }, { store });
    const again = checkout({ 'articles/en/b.md': 'The port.\n\nThe road.\n' }, { store });
    const run = await sports.run('translate');
    expect([run.code, sports.sent()]).toEqual([0, ['The port.']]);
    expect([(await again.run('translate')).code, again.sent()]).toEqual([0, ['The road.']]);
    expect((await again.run('memory', 'find', 'The road!', '--json')).summary).toMatchObject({ found: 1 });
    await bouncer.stop();
  });
});
