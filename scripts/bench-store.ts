/**
 * The bars of many machines: processes of their own on a PostgreSQL of their own, with Google's client and the local Google.
 * Run: npm run bench:store [-- --only quota,chaos,shared,cpu,speed] [-- --seconds 150] [-- --workers 8] [-- --troubles kill,row]
 * The quota is a tenth of Google's, so that two cores are enough for all of it; every bar is a ratio.
 */

import { type ChildProcess, execFile, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { startNetwork } from '../tests/support/network.ts';
import { type Cluster, startCluster } from '../tests/support/postgres.ts';
import { type Seen, startGoogleProcess } from './google-process.ts';

const QUOTA = 600_000;
const MINUTE = 60_000;
/** Milliseconds to the engine and back again, each way: so that requests are on the wire when something happens. */
const LATENCY = 200;
const WORKER = join(import.meta.dirname, 'store-worker.ts');

/** What a worker did. */
interface Done {
  readonly texts: number;
  readonly lost: number;
  /** Milliseconds of CPU. */
  readonly cpu: number;
  readonly milliseconds: number;
}

function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(66)} ${target.padEnd(12)} ${measured.padEnd(18)} ${isMet ? 'met' : 'NOT MET'}`);
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** The least and the most of the quota in any minute between two times. */
function usage(billed: readonly Seen[], from: number, to: number): { least: number; most: number } {
  const shares: number[] = [];
  for (let start = from; start + MINUTE <= to; start += 500) {
    const inMinute = billed.filter(({ at }) => at > start && at <= start + MINUTE);
    shares.push(inMinute.reduce((total, { characters }) => total + characters, 0) / QUOTA);
  }
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

function paidTwice(billed: readonly Seen[]): number {
  const times = new Map<string, number>();
  for (const { texts } of billed) for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times.values()].reduce((twice, count) => twice + count - 1, 0);
}

interface Work {
  /** PostgreSQL, or a file of the embedded store. */
  readonly store: string;
  /** The local Google; an engine that answers after so many milliseconds where it is a number. */
  readonly engine: string | number;
  readonly quota: number;
  readonly seed: number;
  /** Whether every second text is one that all workers have. */
  readonly isShared?: boolean;
  /** When it feeds no more. */
  readonly until?: number;
  readonly texts?: number;
}

function startWorker(work: Work): { child: ChildProcess; done: Promise<Done | undefined> } {
  const child = fork(WORKER, [JSON.stringify(work)]);
  let report: Done | undefined;
  child.on('message', (message) => {
    report = message as Done;
  });
  return { child, done: new Promise((resolve) => child.on('exit', () => resolve(report))) };
}

/** What is at work, and what can be done to it. */
interface Backlog {
  readonly children: readonly ChildProcess[];
  readonly database: string;
  /** Starts a worker again. */
  readonly restart: (nth: number) => void;
  /** Every connection to the database and to the engine is lost. */
  readonly cut: () => void;
}

/** A backlog for a time; `trouble` happens beside it. */
async function backlog(
  cluster: Cluster,
  { workers, seconds, isShared = false }: { workers: number; seconds: number; isShared?: boolean },
  trouble: (beside: Backlog) => Promise<void> = async () => {},
) {
  const database = await cluster.database();
  const server = await startGoogleProcess({ charactersPerMinute: QUOTA });
  const networks = await Promise.all([startNetwork(cluster.socket), startNetwork(Number(server.endpoint.split(':').at(-1)), LATENCY)]);
  const [toDatabase, toEngine] = networks;
  const until = Date.now() + seconds * 1000;
  const store = `postgres://sports@127.0.0.1:${toDatabase.port}/${database}`;
  const engine = `127.0.0.1:${toEngine.port}`;
  const begin = (nth: number) => startWorker({ store, engine, quota: QUOTA, seed: nth, isShared, until });
  const running = Array.from({ length: workers }, (_, nth) => begin(nth));
  const children = running.map(({ child }) => child);
  await trouble({
    children,
    database,
    restart: (nth) => {
      const next = begin(nth);
      running.push(next);
      children[nth] = next.child;
    },
    cut: () => {
      for (const network of networks) network.cut();
    },
  });
  const done = await Promise.all(running.map((one) => one.done));
  const seen = await server.end();
  for (const network of networks) await network.close();
  const billed = seen.filter(({ outcome }) => outcome === 'ok');
  const refused = seen.filter(({ outcome }) => outcome === '8').length / seen.length;
  const first = billed[0]?.at ?? until;
  const [unknown] = await cluster.sql(
    database,
    `select coalesce(sum(texts), 0)::int as texts from dragoman.requests where state in ('unknown', 'sent')`,
  );
  const lost = done.reduce((total, one) => total + (one?.lost ?? 0), 0);
  const characters = billed.reduce((total, one) => total + (one.at <= until ? one.characters : 0), 0);
  return {
    ...usage(billed, first, until),
    whole: (characters * MINUTE) / QUOTA / (until - first),
    refused,
    requests: seen.length,
    twice: paidTwice(billed),
    open: Number(unknown?.texts),
    lost,
    done,
  };
}

async function quota(cluster: Cluster, workers: number, seconds: number): Promise<void> {
  const { least, most, refused, requests, twice, lost } = await backlog(cluster, { workers, seconds });
  bar(`${workers} processes: quota used in any full minute, least`, '>= 97 %', percent(least), least >= 0.97);
  bar('  most', '<= 100 %', percent(most), most <= 1);
  bar(`  of ${requests} requests refused`, '<= 0.2 %', percent(refused), refused <= 0.002);
  bar('  texts lost, paid twice', '0, 0', `${lost}, ${twice}`, lost + twice === 0);
}

/** What happens beside a backlog; each alone with `--troubles`. */
const TROUBLES = ['kill', 'restart', 'cut', 'immediate', 'row', 'stopped'] as const;

async function chaos(cluster: Cluster, workers: number, seconds: number, troubles: readonly string[]): Promise<void> {
  const step = (seconds * 1000) / 10;
  const has = (trouble: (typeof TROUBLES)[number]) => troubles.includes(trouble);
  const kill = async (nth: number, { children, restart }: Backlog) => {
    if (has('kill')) children[nth]?.kill('SIGKILL');
    await wait(step / 4);
    if (has('kill')) restart(nth);
    await wait((step * 3) / 4);
  };
  const again = async (how: 'fast' | 'immediate') => {
    await cluster.stop(how);
    await cluster.start();
  };
  const result = await backlog(cluster, { workers, seconds }, async (beside) => {
    const { children, database, cut } = beside;
    await wait(step);
    await kill(0, beside);
    await kill(1, beside);
    if (has('restart')) await again('fast');
    await kill(2, beside);
    if (has('cut')) cut();
    await kill(0, beside);
    if (has('immediate')) await again('immediate');
    if (has('stopped')) children[3]?.kill('SIGSTOP');
    if (has('row')) await cluster.sql(database, 'delete from dragoman.pace');
    if (has('stopped')) await wait(25_000);
    children[3]?.kill('SIGCONT');
  });
  const { least, most, whole, refused, requests, twice, open, lost } = result;
  bar(`${troubles.join(', ')} (4 kills -9, 25 s stopped): lost`, '0', String(lost), lost === 0);
  bar('  texts paid twice, of those on the wire at kills and cuts', `<= ${open}`, String(twice), twice <= open);
  bar(`  of ${requests} requests refused`, '<= 0.2 %', percent(refused), refused <= 0.002);
  bar(`  quota used, worst and best minute; in all ${percent(whole)}`, '>= 95 %', `${percent(least)}, ${percent(most)}`, least >= 0.95);
}

async function shared(cluster: Cluster, workers: number, seconds: number): Promise<void> {
  const { requests, twice, lost, done } = await backlog(cluster, { workers, seconds, isShared: true });
  const texts = done.reduce((total, one) => total + (one?.texts ?? 0), 0);
  bar(`half of ${texts} texts shared, ${requests} requests: lost, paid twice`, '0, 0', `${lost}, ${twice}`, lost + twice === 0);
}

/** At full speed, with an engine that answers at once. */
async function cpu(cluster: Cluster, folder: string): Promise<void> {
  const database = await cluster.database();
  const of = async (store: string) => {
    const { done } = startWorker({ store, engine: 0, quota: 1e12, seed: 3, texts: 30_000 });
    const report = (await done) as Done;
    return report.cpu / report.texts;
  };
  const serverCpu = await serverMilliseconds(cluster);
  const many = await of(cluster.url(database, 'sports'));
  const server = ((await serverMilliseconds(cluster)) - serverCpu) / 30_000;
  const one = await of(join(folder, 'cpu.db'));
  const ratio = (many + server) / one;
  const figures = `${many.toFixed(3)} + ${server.toFixed(3)} / ${one.toFixed(3)} ms`;
  bar(`CPU a segment, worker and server beside embedded: ${figures}`, '<= 2.5', ratio.toFixed(2), ratio <= 2.5);
}

/** CPU of all processes of a cluster so far: children of its postmaster that have ended are counted there. */
async function serverMilliseconds(cluster: Cluster): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-u', 'postgres', '-o', 'pid=,ppid=,cputimes=,args=']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const postmaster = lines.find((line) => line.join(' ').includes(cluster.socket.replace(/\/[^/]*$/, '')) && line[1] === '1');
  const { readFileSync } = await import('node:fs');
  const pids = lines.filter(([pid, parent]) => pid === postmaster?.[0] || parent === postmaster?.[0]).map(([pid]) => pid);
  return pids.reduce((total, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ').map(Number);
    const own = (fields[11] ?? 0) + (fields[12] ?? 0);
    const ended = pid === postmaster?.[0] ? (fields[13] ?? 0) + (fields[14] ?? 0) : 0;
    return total + 10 * (own + ended);
  }, 0);
}

/** Two workers beside one, with an engine of 150 ms and no quota. */
async function speed(cluster: Cluster): Promise<void> {
  const of = async (workers: number) => {
    const database = await cluster.database();
    const all = Array.from({ length: workers }, (_, nth) =>
      startWorker({ store: cluster.url(database, 'sports'), engine: 150, quota: 1e12, seed: nth, texts: 12_000 }),
    );
    const reports = (await Promise.all(all.map(({ done }) => done))) as Done[];
    return reports.reduce((rate, { texts, milliseconds }) => rate + texts / milliseconds, 0);
  };
  const ratio = (await of(2)) / (await of(1));
  bar('2 workers / 1, an engine of 150 ms', '>= 1.8', ratio.toFixed(2), ratio >= 1.8);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'quota,chaos,shared,cpu,speed' },
      seconds: { type: 'string', default: '150' },
      workers: { type: 'string', default: '8' },
      troubles: { type: 'string', default: TROUBLES.join(',') },
    },
  });
  const [workers, seconds, only] = [Number(values.workers), Number(values.seconds), values.only.split(',')];
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const cluster = await startCluster();
  try {
    console.log(`${'Many machines'.padEnd(66)} ${'target'.padEnd(12)} measured`);
    if (only.includes('cpu')) await cpu(cluster, folder);
    if (only.includes('speed')) await speed(cluster);
    if (only.includes('quota')) await quota(cluster, workers, seconds);
    if (only.includes('shared')) await shared(cluster, workers, Math.min(seconds, 60));
    if (only.includes('chaos')) await chaos(cluster, workers, seconds, values.troubles.split(','));
  } finally {
    await cluster.remove();
    rmSync(folder, { recursive: true });
  }
}

await main();
