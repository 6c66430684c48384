/** The work list on a real database, with real checkouts and the real command line. */

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serving } from '../edit/serving.ts';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';
import { workDesk } from '../support/work-desk.ts';

let cluster: Cluster;
beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

const desk = async (articles: Readonly<Record<string, string>>, locales?: readonly string[]) => {
  const database = await cluster.database();
  const made = workDesk(cluster.url(database, 'sports'), articles, locales);
  onTestFinished(made.remove);
  return { database, ...made };
};

/** As pg-boss's monitor does with what a worker had that is not heard of any more. */
const GIVEN_BACK = `update dragoman_work_sports.job set state = 'retry', start_after = now() where state = 'active'`;

describe.skipIf(!hasPostgres)('the work list', { timeout: 300_000 }, () => {
  test('takes what is not up to date, once; a worker does it, commits and pushes it', async () => {
    const { author, run, clone, paid, pushed, merges } = await desk({ a: 'The port.\n', b: 'The road.\n' }, ['es', 'ca']);
    expect((await run(author, 'enqueue', '--json')).events).toEqual([{ type: 'summary', editions: 4, added: 4 }]);
    expect((await run(author, 'enqueue', '--json')).events).toEqual([{ type: 'summary', editions: 4, added: 0 }]);
    const status = await run(author, 'status');
    expect(status.output).toContain('Work list: 4 queued');
    const worker = clone();
    const worked = await run(worker, 'work', '--once', '--json');
    expect(worked.code).toBe(0);
    expect(
      worked.events
        .filter(({ type }) => type === 'work')
        .map(({ slug, locale, state }) => `${slug} ${locale} ${state}`)
        .sort(),
    ).toEqual(['a ca done', 'a es done', 'b ca done', 'b es done']);
    expect(pushed('articles/es/a.md')).toBe('THE PORT.\n');
    expect(pushed('locales/ca/articles/b.xlf')).toContain('THE ROAD.');
    expect([paid().length, merges()]).toEqual([4, 0]);
    expect((await run(worker, 'enqueue', '--json')).events).toEqual([{ type: 'summary', editions: 0, added: 0 }]);
    expect((await run(worker, 'status')).output).not.toContain('Work list');
  });

  test('the page of translators says what waits for a worker, and that it no longer does', async () => {
    const { database, author, run } = await desk({ a: 'The port.\n' });
    await run(author, 'enqueue');
    const server = await serving(author, 0, { DRAGOMAN_STORE: cluster.url(database, 'sports') });
    onTestFinished(() => server.kill('SIGTERM'));
    const entered = await fetch(server.address, { redirect: 'manual' });
    const headers = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    const page = async () => (await fetch(server.url, { headers })).text();
    // The first page waits for the list for a moment only.
    await expect.poll(page, { timeout: 60_000 }).toContain('Waiting to be translated</span>');
    await cluster.sql(database, 'delete from dragoman_work_sports.job');
    await expect.poll(page, { timeout: 60_000 }).not.toContain('Waiting to be translated</span>');
  });

  test('is done by a worker after another is killed in the middle; nothing is paid twice that was answered', async () => {
    const names = ['north', 'south', 'east', 'west', 'old', 'new'];
    const articles = Object.fromEntries(names.map((name) => [name, `The ${name} port is closed.\n`]));
    const { database, author, run, start, clone, paid, pushed, merges } = await desk(articles);
    await run(author, 'enqueue');
    const killed = start(clone(), 'work', '--batch', '2');
    await killed.says('Done: ');
    killed.child.kill('SIGKILL');
    await killed.done;
    await cluster.sql(database, GIVEN_BACK);
    const next = start(clone(), 'work', '--batch', '2');
    await expect.poll(() => Object.keys(articles).every((slug) => pushed(`articles/es/${slug}.md`)), { timeout: 120_000 }).toBe(true);
    next.child.kill('SIGTERM');
    expect((await next.done).code).toBe(0);
    expect(new Set(paid()).size).toBe(6);
    expect(paid().length).toBeLessThanOrEqual(6 + 2);
    expect(merges()).toBe(0);
  });

  test('ends with SIGTERM once what is in hand is done', async () => {
    const { author, run, start, clone, pushed } = await desk({ a: 'The port.\n' });
    const worker = start(clone(), 'work');
    await worker.says('At work');
    await run(author, 'enqueue');
    await worker.says('Done: ');
    worker.child.kill('SIGTERM');
    expect((await worker.done).code).toBe(0);
    expect(pushed('articles/es/a.md')).toBe('THE PORT.\n');
  });

  test('parks what no try will mend, with its reason; who mends it asks for it again', async () => {
    const { author, run, clone, write, push, pushed } = await desk({ good: 'The port.\n', bad: '---\ntitle: "x\n---\nThe road.\n' });
    expect((await run(author, 'enqueue', 'good')).code).toBe(0);
    // Broken after it was asked for.
    write('articles/en/bad.md', 'The road.\n');
    push('Mended');
    await run(author, 'enqueue', 'bad');
    write('articles/en/bad.md', '---\ntitle: "x\n---\nThe road.\n');
    push('Broken');
    const worker = clone();
    const worked = await run(worker, 'work', '--once', '--json');
    expect(
      worked.events
        .filter(({ type }) => type === 'work')
        .map(({ slug, state }) => `${slug} ${state}`)
        .sort(),
    ).toEqual(['bad parked', 'good done']);
    const status = await run(author, 'status');
    expect(status.output).toContain('Work list: 1 parked');
    expect(status.output).toMatch(/bad -> es: .*front matter/i);
    write('articles/en/bad.md', 'The road.\n');
    push('Mended again');
    expect((await run(author, 'enqueue', '--json')).events).toEqual([{ type: 'summary', editions: 1, added: 1 }]);
    expect((await run(worker, 'work', '--once')).code).toBe(0);
    expect(pushed('articles/es/bad.md')).toBe('THE ROAD.\n');
    expect((await run(author, 'status')).output).not.toContain('Work list');
  });

  test('parks an article that ends its workers, and takes no other with it', async () => {
    const { database, author, run, clone, pushed } = await desk({ good: 'The port.\n', poison: 'This is mortal.\n' });
    await run(author, 'enqueue');
    const worker = clone();
    // Each try ends the worker; its supervisor starts it again, and the monitor gives back what it had.
    for (let nth = 0; nth < 5; nth++) {
      await run(worker, 'work', '--once');
      await cluster.sql(database, GIVEN_BACK);
    }
    expect(pushed('articles/es/good.md')).toBe('THE PORT.\n');
    expect((await run(author, 'status')).output).toMatch(/poison -> es: 3 workers ended in the middle of it/);
  });

  test('a worker says how it is', async () => {
    const { start, clone } = await desk({ a: 'The port.\n' });
    const worker = start(clone(), 'work', '--port', '0');
    await worker.says('At work');
    worker.child.kill('SIGTERM');
    expect((await worker.done).code).toBe(0);
  });

  test('a role without a list, and a checkout with a person’s changes, are told what to do', async () => {
    const { database, author, run, clone, write } = await desk({ a: 'The port.\n' });
    await cluster.sql(database, 'drop schema dragoman_work_sports cascade');
    expect((await run(author, 'enqueue')).output).toContain('dragoman store init --grant sports');
    write('notes.txt', 'mine');
    const worked = await run(author, 'work', '--once');
    expect([worked.code, worked.output.includes("a clone of the worker's own")]).toEqual([2, true]);
    expect((await run(clone(), 'work', '--once')).code).toBe(2);
  });
});
