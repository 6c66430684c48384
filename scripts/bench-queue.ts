/**
 * The queue's bars: quota used and passed, CPU, losses, kill -9, memory. Run: npm run bench:queue [-- --real] [-- --kills 50]
 * Without --real the minutes are simulated; with it one run of 130 s is real: time, journal on disk, CPU.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Clock, systemClock } from '../src/queue/clock.ts';
import type { Job } from '../src/queue/job.ts';
import { type Journal, openJournal } from '../src/queue/journal.ts';
import { createQueue, type Queue } from '../src/queue/queue.ts';
import { testClock } from '../tests/support/clock.ts';
import { killed } from '../tests/support/kill.ts';
import { type Metered, meteredEngine, seeded } from '../tests/support/metered.ts';

const QUOTA = 6_000_000;
const MINUTE = 60_000;
const { values: options } = parseArgs({
  options: { real: { type: 'boolean', default: false }, kills: { type: 'string', default: '50' }, memory: { type: 'string' } },
});
const limits = {
  charactersPerMinute: QUOTA,
  requestsPerMinute: 6_000,
  concurrency: 8,
  charactersPerRequest: 5_000,
  margin: 0.01,
  timeoutSeconds: 30,
  attempts: 8,
};
const never = new AbortController().signal;

function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(66)} ${target.padEnd(12)} ${measured.padEnd(18)} ${isMet ? 'met' : 'NOT MET'}`);
}

/** Articles of unequal sentences until `isOver`; resolves to the number of texts when all are answered or failed. */
async function feed(queue: Queue, random: () => number, isOver: (texts: number) => boolean): Promise<{ texts: number; lost: number }> {
  const on = { texts: 0, lost: 0, open: 0, finish: () => {} };
  const done = () => --on.open === 0 && on.finish();
  for (let article = 0; !isOver(on.texts); article++) {
    await queue.ready();
    for (let nth = 0; nth < 25; nth++) {
      on.open++;
      on.texts++;
      queue.submit(textOf(article, nth, random), never).then(done, () => {
        on.lost++;
        done();
      });
    }
  }
  if (on.open > 0) await new Promise<void>((resolve) => Object.assign(on, { finish: resolve }));
  return on;
}

/** Sentences of 20 to 280 code points, now and then a paragraph of up to 2,000. */
function textOf(article: number, nth: number, random: () => number): Job {
  const length = 20 + Math.floor(random() * (random() < 0.02 ? 1_980 : 260));
  return {
    text: `${article}.${nth} `.padEnd(length, 'word '),
    from: 'en',
    to: ['es', 'ca', 'fr'][nth % 3] ?? 'es',
    article: `a${article}`,
  };
}

/** The least and the most of the quota used in any full minute of the backlog. */
function usage(billed: Metered['billed'], from: number, to: number): { least: number; most: number } {
  const shares: number[] = [];
  for (let start = from; start + MINUTE <= to; start += 500) {
    const inMinute = billed.filter(({ at }) => at > start && at <= start + MINUTE);
    shares.push(inMinute.reduce((total, { characters }) => total + characters, 0) / QUOTA);
  }
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

async function backlog(clock: Clock, milliseconds: number, journal?: Journal) {
  const metered = meteredEngine({ clock, random: seeded(1), latency: [30, 60], charactersPerMinute: QUOTA, requestsPerMinute: 6_000 });
  const queue = createQueue(metered.engine, { limits, clock, random: seeded(2), journal });
  const start = clock.now();
  const cpu = process.cpuUsage();
  const { texts, lost } = await feed(queue, seeded(3), () => clock.now() - start > milliseconds);
  const { user, system } = process.cpuUsage(cpu);
  const used = usage(metered.billed, start, start + milliseconds);
  const refused = metered.overQuota.length / (metered.billed.length + metered.overQuota.length);
  return { ...used, texts, lost, refused, requests: metered.billed.length, cpuPerText: (user + system) / 1_000 / texts };
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** Simulated: one answer of four refused, and after ten seconds nobody there for twenty. */
async function outage(): Promise<void> {
  const clock = testClock();
  const start = clock.now();
  const error = (code: number, message: string) => Object.assign(new Error(message), { code });
  const metered = meteredEngine({
    clock,
    random: seeded(1),
    latency: [30, 60],
    fails: (nth, at) => {
      if (at - start > 10_000 && at - start < 30_000) return error(14, 'connect ECONNREFUSED');
      return nth % 4 === 0 ? error(8, 'Resource exhausted') : undefined;
    },
  });
  const queue = createQueue(metered.engine, { limits, clock, random: seeded(2) });
  const { texts, lost } = await clock.run(feed(queue, seeded(3), (count) => count >= 30_000));
  const twice = [...metered.times.values()].filter((times) => times > 1).length;
  bar(`one of four refused (8), then gone for 20 s: of ${texts} texts lost`, '0', String(lost), lost === 0);
  bar('  texts paid twice', '0', String(twice), twice === 0);
}

/** In a process of its own: a million texts through a queue, at most so many megabytes. */
async function memory(): Promise<void> {
  const engine = { name: 'instant', translate: async ({ texts }: { readonly texts: readonly string[] }) => [...texts] };
  const queue = createQueue(engine, { limits: { ...limits, charactersPerMinute: 1e12, requestsPerMinute: 1e9 }, clock: systemClock });
  const { texts, lost } = await feed(queue, seeded(3), (count) => count >= 1_000_000);
  console.log(JSON.stringify({ texts, lost, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

/** Queue and journal at full speed, with an engine that answers at once. */
async function cpu(folder: string): Promise<number> {
  const journal = openJournal(join(folder, 'cpu.db'), { name: 'bench', at: systemClock.now() });
  const engine = { name: 'instant', translate: async ({ texts }: { readonly texts: readonly string[] }) => [...texts] };
  const fast = { ...limits, charactersPerMinute: 1e12, requestsPerMinute: 1e9 };
  const queue = createQueue(engine, { limits: fast, clock: systemClock, journal });
  await feed(queue, seeded(4), (count) => count >= 5_000);
  const before = process.cpuUsage();
  const { texts } = await feed(queue, seeded(3), (count) => count >= 50_000);
  const { user, system } = process.cpuUsage(before);
  journal.close();
  return (user + system) / 1_000 / texts;
}

async function main(): Promise<void> {
  console.log(`${'Queue'.padEnd(66)} ${'target'.padEnd(12)} measured`);
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  try {
    const clock = testClock();
    const simulated = await clock.run(backlog(clock, 210_000));
    bar('quota used in any full minute of a backlog (simulated), least', '>= 97 %', percent(simulated.least), simulated.least >= 0.97);
    bar('  most', '<= 100 %', percent(simulated.most), simulated.most <= 1);
    bar(`  of ${simulated.requests} requests refused over the quota`, '<= 0.2 %', percent(simulated.refused), simulated.refused <= 0.002);
    const perText = await cpu(folder);
    bar('CPU per segment, queue and journal', '<= 0.3 ms', `${perText.toFixed(3)} ms`, perText <= 0.3);
    await outage();
    const kills = await killed(folder, 1_000 * Number(options.kills), Number(options.kills), () => Math.random() * 100);
    bar(
      `kill -9 at ${kills.kills} random moments, of ${kills.paid} texts paid twice`,
      `<= ${kills.lost}`,
      String(kills.paidTwice),
      kills.paidTwice <= kills.lost,
    );
    const child = execFileSync(process.execPath, [import.meta.filename, '--memory', 'yes'], { encoding: 'utf8' });
    const { megabytes } = JSON.parse(child) as { megabytes: number };
    bar('memory with 1,000,000 pending segments', '<= 300 MB', `${megabytes.toFixed(0)} MB`, megabytes <= 300);
    if (options.real) await real(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function real(folder: string): Promise<void> {
  const journal = openJournal(join(folder, 'real.db'), { name: 'bench', at: systemClock.now() });
  const result = await backlog(systemClock, 130_000, journal);
  journal.close();
  bar('real time: quota used in any full minute of a backlog, least', '>= 97 %', percent(result.least), result.least >= 0.97);
  bar('  most', '<= 100 %', percent(result.most), result.most <= 1);
  bar(`  of ${result.requests} requests refused over the quota`, '<= 0.2 %', percent(result.refused), result.refused <= 0.002);
  bar(
    '  CPU per segment, queue, journal and the measuring engine',
    '<= 0.3 ms',
    `${result.cpuPerText.toFixed(3)} ms`,
    result.cpuPerText <= 0.3,
  );
}

await (options.memory === undefined ? main() : memory());
