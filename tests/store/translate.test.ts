/** Two checkouts on one database, by the real command line. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/postgres/migrations.ts';
import { CAPITALS, checkout } from '../support/checkout.ts';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';

let cluster: Cluster;

beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

const ARTICLE = { 'articles/en/a.md': 'The port is closed.\n\nThe road is open.\n' };
const OWN = { 'articles/en/b.md': 'The port is closed.\n\nThe bridge is open.\n' };

describe.skipIf(!hasPostgres)('checkouts that share a database', { timeout: 300_000 }, () => {
  test('pay for a sentence once, have one ledger, and write the same files as without it', async () => {
    const database = await cluster.database();
    const sports = checkout(ARTICLE, { store: cluster.url(database, 'sports') });
    const culture = checkout({ ...ARTICLE, ...OWN }, { store: cluster.url(database, 'culture') });
    const alone = checkout({ ...ARTICLE, ...OWN });
    expect((await sports.run('translate')).code).toBe(0);
    expect(sports.sent()).toEqual(['The port is closed.', 'The road is open.']);
    expect((await culture.run('translate', '--dry-run', '--json')).summary.engine.characters).toBe('The bridge is open.'.length);
    expect((await culture.run('translate')).code).toBe(0);
    expect(culture.sent()).toEqual(['The bridge is open.']);
    await alone.run('translate');
    // The record tells where a sentence was known from; the rest of it, and the edition, are the same.
    const said = (text: string) => text.replaceAll(/ (?:dragoman:by|dragoman:name|state-qualifier)="[^"]*"/g, '');
    for (const file of ['articles/es/a.md', 'articles/es/b.md', 'locales/es/articles/a.xlf', 'locales/es/articles/b.xlf'])
      expect(said(culture.read(file))).toBe(said(alone.read(file)));
    const recorded = 'select count(*)::int as recorded from dragoman.answers where recorded is not null';
    expect(await cluster.sql(database, recorded)).toEqual([{ recorded: 3 }]);
  });

  test('know each other’s sentences for good, and an embargoed article stays with its desk', async () => {
    const database = await cluster.database();
    const sports = checkout(ARTICLE, { store: cluster.url(database, 'sports') });
    sports.write('articles/en/deal.md', '---\nembargo: 2999-01-01\n---\nThe club is sold.\n');
    expect((await sports.run('translate', '--drafts')).code).toBe(0);
    // Answers are forgotten after a week; the memory is not.
    await cluster.sql(database, 'delete from dragoman.answers');
    const culture = checkout({ ...ARTICLE, ...OWN }, { store: cluster.url(database, 'culture') });
    culture.write('articles/en/deal.md', 'The club is sold.\n');
    expect((await culture.run('translate', '--dry-run', '--json')).summary.engine.characters).toBe(
      'The bridge is open.The club is sold.'.length,
    );
    expect((await culture.run('translate')).code).toBe(0);
    expect(culture.sent().sort()).toEqual(['The bridge is open.', 'The club is sold.']);
    expect(culture.read('locales/es/articles/a.xlf')).toContain('sports: a');
    const near = await culture.run('memory', 'find', 'The club was sold.', '--json');
    expect(near.events).toMatchObject([{ type: 'near', slug: 'deal', source: 'The club is sold.' }, { found: 1 }]);
    expect((await culture.run('memory', 'share', '--json')).summary).toEqual({ type: 'summary', shared: 0, unchanged: 3 });
    await cluster.sql(database, 'delete from dragoman.editions');
    expect((await culture.run('memory', 'share', '--json')).summary).toEqual({ type: 'summary', shared: 3, unchanged: 0 });
  });

  test('stop where the budget of all of them ends, and go on the next day', async () => {
    const database = await cluster.database();
    await cluster.sql(database, `insert into dragoman.limits values ('group', 40)`);
    const desk = (role: string) => checkout(role === 'sports' ? ARTICLE : OWN, { store: cluster.url(database, role) });
    expect((await desk('sports').run('translate')).code).toBe(0);
    const culture = desk('culture');
    const stopped = await culture.run('translate');
    expect(stopped.code).toBe(4);
    expect(stopped.stderr + stopped.stdout).toContain('charactersPerDay 40 of all desks together');
    await cluster.sql(database, `update dragoman.spent set day = day - 1`);
    expect((await culture.run('translate')).code).toBe(0);
  });

  test('go on where the database is away in the middle of a run: nothing is lost, nothing sent twice, and the exit code is 0', async () => {
    const database = await cluster.database();
    const names = Array.from({ length: 12 }, (_, nth) => `bridge${'abcdefghijkl'[nth]}`);
    const articles = Object.fromEntries(names.map((name) => [`articles/en/${name}.md`, `The ${name} is open.\n`]));
    const project = checkout(articles, { store: cluster.url(database, 'sports') });
    // Every request is answered once the test lets it be.
    const held = "while (!existsSync(new URL('./go', import.meta.url))) await sleep(20); return";
    project.write(
      'engine.mjs',
      `import { existsSync } from 'node:fs'; import { setTimeout as sleep } from 'node:timers/promises';${CAPITALS.replace('return', held)}`,
    );
    const run = project.start('translate');
    await expect.poll(() => project.sent().length, { timeout: 60_000 }).toBeGreaterThan(0);
    await cluster.stop('fast');
    project.write('go', '');
    await run.says("the store's database");
    await cluster.start();
    expect((await run.done).code).toBe(0);
    const sent = project
      .read('requests.ndjson')
      .trim()
      .split('\n')
      .flatMap((line) => JSON.parse(line).texts);
    expect(sent.toSorted()).toEqual(names.map((name) => `The ${name} is open.`));
    for (const name of names) expect(project.read(`articles/es/${name}.md`)).toContain('IS OPEN.');
  });

  test('say what is wrong with the database before anything is sent', async () => {
    const project = checkout(ARTICLE, { store: cluster.url('nowhere', 'sports') });
    const run = await project.run('translate');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('database "nowhere" does not exist');
    expect(project.sent()).toEqual([]);
  });

  test('are looked after by the owner: the schema, the ledger of all desks, what may be forgotten', async () => {
    await cluster.sql('postgres', 'create database fresh owner owner');
    const owner = checkout(ARTICLE, { store: cluster.url('fresh', 'owner') });
    const lines = async (...args: string[]) => (await owner.run(...args, '--json')).events;
    expect((await owner.run('store', 'check')).stderr).toContain('dragoman');
    expect((await owner.run('store', 'init', '--grant', 'sports', '--json')).summary).toEqual({
      type: 'summary',
      from: 0,
      to: SCHEMA_VERSION,
    });
    expect((await owner.run('store', 'migrate', '--json')).summary).toMatchObject({ from: SCHEMA_VERSION, to: SCHEMA_VERSION });
    const sports = checkout(ARTICLE, { store: cluster.url('fresh', 'sports') });
    expect((await sports.run('translate')).code).toBe(0);
    const check = await owner.run('store', 'check', '--json');
    expect(check.summary).toMatchObject({ version: SCHEMA_VERSION, workers: 0, sent: 0, answers: 2 });
    // The cluster of the tests does not wait for its disk.
    expect(check).toMatchObject({ code: 1, summary: { faults: [expect.stringContaining('fsync is off')] } });
    const characters = 'The port is closed.The road is open.'.length;
    expect(await lines('cost', '--by', 'desk,article')).toMatchObject([
      { by: 'desk', name: 'sports', requests: 1, characters },
      { by: 'article', name: 'a', characters },
      { type: 'summary', characters },
    ]);
    expect(await lines('store', 'export')).toMatchObject([
      { type: 'request', desk: 'sports', articles: { a: characters } },
      { requests: 1 },
    ]);
    await cluster.sql('fresh', `update dragoman.answers set recorded = recorded - interval '8 days'`);
    expect((await owner.run('store', 'prune', '--json')).summary).toMatchObject({ answers: 2 });
    expect(await lines('cost', '--by', 'total')).toEqual([]);
  });
});
