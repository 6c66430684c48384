/** Processes of their own on a real database. */

import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { watchedChild } from '../support/watched-child.ts';

const PROGRAM = fileURLToPath(new URL('../support/store-worker.ts', import.meta.url));
let cluster: Cluster;

beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

interface Worker {
  readonly child: ChildProcess;
  /** Resolves with the last line it said. */
  readonly end: Promise<string>;
  /** Resolves once it has sent so many requests, or has ended. */
  readonly sent: (requests: number) => Promise<void>;
}

function worker(url: string, bank: string, from: number, to: number): Worker {
  const { child, output, end: closed, until } = watchedChild([PROGRAM, url, bank, String(from), String(to)]);
  const end = closed.then(() => output().trim().split('\n').at(-1) ?? '');
  const sent = (requests: number) => until((said) => said.split('sent\n').length > requests);
  return { child, end, sent };
}

const bankIn = () => join(temporaryFolder(), 'bank.txt');

function paid(bank: string): { texts: number; twice: number } {
  const lines = readFileSync(bank, 'utf8').trim().split('\n');
  return { texts: new Set(lines).size, twice: lines.length - new Set(lines).size };
}

describe.skipIf(!hasPostgres)('machines that share a database', { timeout: 300_000 }, () => {
  test('of whose texts half are the same pay for none twice', async () => {
    const url = cluster.url(await cluster.database(), 'sports');
    const bank = bankIn();
    const workers = [worker(url, bank, 0, 300), worker(url, bank, 150, 450), worker(url, bank, 300, 600)];
    expect(await Promise.all(workers.map(({ end }) => end))).toEqual(['done', 'done', 'done']);
    expect(paid(bank)).toEqual({ texts: 600, twice: 0 });
  });

  test('lose nothing to kill -9, and pay twice at most what was on the wire of the killed', async () => {
    const database = await cluster.database();
    const url = cluster.url(database, 'sports');
    const bank = bankIn();
    const [killed, ...others] = [worker(url, bank, 0, 600), worker(url, bank, 0, 400), worker(url, bank, 200, 600)] as [
      Worker,
      Worker,
      Worker,
    ];
    await killed.sent(5);
    killed.child.kill('SIGKILL');
    expect(await Promise.all(others.map(({ end }) => end))).toEqual(['done', 'done']);
    const next = worker(url, bank, 0, 600);
    expect(await next.end).toBe('done');
    const [lost] = await cluster.sql(
      database,
      `select coalesce(sum(texts), 0)::int as texts from dragoman.requests where state = 'unknown'`,
    );
    expect(paid(bank).texts).toBe(600);
    expect(paid(bank).twice).toBeLessThanOrEqual(Number(lost?.texts));
    const [open] = await cluster.sql(database, `select count(*)::int as requests from dragoman.requests where state = 'sent'`);
    expect(open).toEqual({ requests: 0 });
  });

  test('go on over an immediate stop of the server and a pace that is gone', async () => {
    const database = await cluster.database();
    const url = cluster.url(database, 'sports');
    const bank = bankIn();
    const workers = [worker(url, bank, 0, 500), worker(url, bank, 100, 600)] as [Worker, Worker];
    await Promise.all(workers.map(({ sent }) => sent(5)));
    await cluster.stop('immediate');
    await cluster.start();
    await cluster.sql(database, 'delete from dragoman.pace');
    expect(await Promise.all(workers.map(({ end }) => end))).toEqual(['done', 'done']);
    expect(paid(bank).texts).toBe(600);
    // None, unless a worker is held up for longer than it has to take its lock again: then what both had on the wire, 8 requests.
    expect(paid(bank).twice).toBeLessThanOrEqual(8 * 28);
  });
});
