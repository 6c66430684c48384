/**
 * The bar of the work list: 300 editions, four workers with checkouts of their own, of which two are killed with -9, and a database that
 * is restarted meanwhile. Every part is real: the command line, git, pg-boss, PostgreSQL.
 * Run: node scripts/bench-work.ts [--editions 300] [--batch 8]; at the end of npm run bench:store
 */

import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCluster } from '../tests/support/postgres.ts';
import { workDesk } from '../tests/support/work-desk.ts';

/** Sentences of an article. */
const SENTENCES = 4;

function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(66)} ${target.padEnd(12)} ${measured.padEnd(18)} ${isMet ? 'met' : 'NOT MET'}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { editions: { type: 'string', default: '300' }, batch: { type: 'string', default: '8' } } });
  const editions = Number(values.editions);
  const cluster = await startCluster();
  // Words, not numbers: a sentence that differs from another by a number alone is recalled from it.
  const word = (nth: number) => nth.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  const sources = Array.from({ length: editions }, (_, nth) => {
    const sentences = Array.from({ length: SENTENCES }, (_, at) => `The ${word(nth)} harbour ${word(1_000 + at)} is closed.`);
    return [`a${nth}`, `${sentences.join('\n\n')}\n`] as const;
  });
  const desk = workDesk(cluster.url(await cluster.database(), 'sports'), Object.fromEntries(sources));
  try {
    const added = (await desk.run(desk.author, 'enqueue', '--json')).events.at(-1)?.added;
    const start = Date.now();
    const workers = Array.from({ length: 4 }, () => desk.start(desk.clone(), 'work', '--batch', values.batch));
    const isDone = () => desk.pushedFiles('articles/es').length;
    const until = async (count: number) => {
      while (isDone() < count) {
        if (workers.every(({ child }) => child.exitCode !== null || child.signalCode !== null)) throw new Error('every worker has ended');
        await wait(250);
      }
    };
    await until(editions / 6);
    workers[0]?.child.kill('SIGKILL');
    await until(editions / 3);
    await cluster.stop('fast');
    await cluster.start();
    await until(editions / 2);
    workers[1]?.child.kill('SIGKILL');
    await until(editions);
    const seconds = (Date.now() - start) / 1_000;
    for (const { child } of workers) child.kill('SIGTERM');
    await Promise.all(workers.map(({ done }) => done));
    const paid = desk.paid();
    const different = new Set(paid).size;
    const again = (await desk.run(desk.author, 'enqueue', '--json')).events.at(-1)?.editions;
    desk.git(desk.author, 'pull', '-q', '--rebase', 'origin', 'main');
    const left = (await desk.run(desk.author, 'enqueue', '--json')).events.at(-1)?.editions;
    console.log(`${'The work list'.padEnd(66)} ${'target'.padEnd(12)} measured`);
    bar(`${editions} editions enqueued, done (${seconds.toFixed(0)} s)`, `${editions}`, `${added}, ${isDone()}`, isDone() === editions);
    bar('  left to do after a pull (before it)', '0', `${left} (${again})`, left === 0);
    const wire = 2 * Number(values.batch) * SENTENCES;
    bar(
      `  ${different} sentences: paid twice, of at most ${wire} in the killed workers' hands`,
      `<= ${wire}`,
      `${paid.length - different}`,
      paid.length - different <= wire,
    );
    bar(`  commits with two parents, of ${desk.commits()}`, '0', `${desk.merges()}`, desk.merges() === 0);
  } finally {
    desk.remove();
    await cluster.remove();
  }
}

await main();
