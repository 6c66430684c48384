/**
 * The queue in real time with Google's own client and the local Google: `npm run bench:queue -- --real`.
 */

import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../src/clock.ts';
import { googleEngine } from '../src/engines/google.ts';
import { createQueue } from '../src/queue/queue.ts';
import { openJournal } from '../src/store/embedded/journal.ts';
import { embeddedStore } from '../src/store/embedded.ts';
import { seeded } from '../tests/support/metered.ts';
import { feed, limits, QUOTA, usage } from './backlog.ts';
import { startGoogleProcess } from './google-process.ts';

export type Bar = (name: string, target: string, measured: string, isMet: boolean) => void;

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** Two minutes of backlog: the quota, the refusals, the CPU of queue, journal and client. */
export async function backlogAtGoogle(folder: string, bar: Bar): Promise<void> {
  const server = await startGoogleProcess({ charactersPerMinute: QUOTA });
  const engine = googleEngine({ apiEndpoint: server.endpoint, insecure: true });
  const journal = openJournal(join(folder, 'google.db'), { name: 'bench', at: systemClock.now() });
  const queue = createQueue(engine, { limits, clock: systemClock, store: embeddedStore(journal, systemClock) });
  const start = Date.now();
  const cpu = process.cpuUsage();
  const { texts } = await feed(queue, seeded(3), () => Date.now() - start > 125_000);
  const { user, system } = process.cpuUsage(cpu);
  await queue.close?.();
  journal.close();
  const seen = await server.end();
  const billed = seen.filter(({ outcome }) => outcome === 'ok');
  // The first request waits for the client to load and connect.
  const used = usage(billed, (billed[0]?.at ?? start) - 1, start + 125_000);
  const refused = seen.filter(({ outcome }) => outcome === '8').length / seen.length;
  const perText = (user + system) / 1_000 / texts;
  bar('local Google, real time: quota used in any full minute, least', '>= 97 %', percent(used.least), used.least >= 0.97);
  bar('  most', '<= 100 %', percent(used.most), used.most <= 1);
  bar(`  of ${seen.length} requests refused over the quota`, '<= 0.2 %', percent(refused), refused <= 0.002);
  bar('  CPU per segment, queue and journal and client', '<= 0.3 ms', `${perText.toFixed(3)} ms`, perText <= 0.3);
}

/** One answer of four refused, and after five seconds the server ends and stays away for twenty. */
export async function outageAtGoogle(folder: string, bar: Bar): Promise<void> {
  const first = await startGoogleProcess({ charactersPerMinute: QUOTA, isRefusing: true });
  const port = Number(first.endpoint.split(':')[1]);
  const engine = googleEngine({ apiEndpoint: first.endpoint, insecure: true });
  const journal = openJournal(join(folder, 'outage.db'), { name: 'bench', at: systemClock.now() });
  const queue = createQueue(engine, { limits, clock: systemClock, store: embeddedStore(journal, systemClock) });
  const fed = feed(queue, seeded(5), (count) => count >= 20_000);
  await wait(5_000);
  const seen = await first.end();
  await wait(20_000);
  const second = await startGoogleProcess({ port, charactersPerMinute: QUOTA, isRefusing: true });
  const { texts, lost } = await fed;
  seen.push(...(await second.end()));
  await queue.close?.();
  journal.close();
  const times = new Map<string, number>();
  for (const { outcome, texts: sent } of seen) if (outcome === 'ok') for (const text of sent) times.set(text, (times.get(text) ?? 0) + 1);
  const twice = [...times.values()].filter((count) => count > 1).length;
  bar(`local Google, one of four refused (8), gone for 20 s: of ${texts} texts lost`, '0', String(lost), lost === 0);
  bar(`  texts paid twice (${queue.usage.maybeBilled} characters maybe billed)`, '0', String(twice), twice === 0);
}
