/**
 * The queue's bars: quota used and passed, CPU, losses, kill -9, memory. Run: npm run bench:queue [-- --real] [-- --kills 50]
 * Without --real the minutes are simulated; with it three more are real, with Google's client and the local Google.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Clock, systemClock } from '../src/clock.ts';
import { createQueue } from '../src/queue/queue.ts';
import { openJournal } from '../src/store/embedded/journal.ts';
import { embeddedStore } from '../src/store/embedded.ts';
import { testClock } from '../tests/support/clock.ts';
import { killed } from '../tests/support/kill.ts';
import { meteredEngine, seeded } from '../tests/support/metered.ts';
import { feed, limits, QUOTA, usage } from './backlog.ts';

const { values: options } = parseArgs({
  options: { real: { type: 'boolean', default: false }, kills: { type: 'string', default: '50' }, memory: { type: 'string' } },
});
function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(66)} ${target.padEnd(12)} ${measured.padEnd(18)} ${isMet ? 'met' : 'NOT MET'}`);
}

/** Three and a half simulated minutes. */
async function backlog(clock: Clock) {
  const metered = meteredEngine({ clock, random: seeded(1), latency: [30, 60], charactersPerMinute: QUOTA, requestsPerMinute: 6_000 });
  const queue = createQueue(metered.engine, { limits, clock, random: seeded(2) });
  const start = clock.now();
  await feed(queue, seeded(3), () => clock.now() - start > 210_000);
  const refused = metered.overQuota.length / (metered.billed.length + metered.overQuota.length);
  return { ...usage(metered.billed, start, start + 210_000), refused, requests: metered.billed.length };
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
  const queue = createQueue(engine, { limits: fast, clock: systemClock, store: embeddedStore(journal, systemClock) });
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
    const simulated = await clock.run(backlog(clock));
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
    if (options.real) {
      const { backlogAtGoogle, outageAtGoogle } = await import('./queue-google.ts');
      await outageAtGoogle(folder, bar);
      await backlogAtGoogle(folder, bar);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await (options.memory === undefined ? main() : memory());
