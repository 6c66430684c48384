/** Debian's PgBouncer in transaction mode before a cluster, on a socket in a temporary folder. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import type { Cluster } from './postgres.ts';

const PROGRAM = '/usr/sbin/pgbouncer';

/** Whether tests of a pooler can run; said aloud where they cannot. */
export const hasPgBouncer = existsSync(PROGRAM);
if (!hasPgBouncer) console.warn("Skipped: the tests of a pooler need Debian's package pgbouncer.");

interface PgBouncer {
  /** The address of the database for a role. */
  readonly url: (role: string) => string;
  readonly stop: () => Promise<void>;
}

export async function startPgBouncer(cluster: Cluster, database: string): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bouncer-'));
  const isRoot = process.getuid?.() === 0;
  const settings = [
    '[databases]',
    `${database} = host=${dirname(cluster.socket)} dbname=${database}`,
    '[pgbouncer]',
    `unix_socket_dir = ${folder}`,
    'listen_addr =',
    'listen_port = 6432',
    'auth_type = trust',
    `auth_file = ${join(folder, 'users')}`,
    'pool_mode = transaction',
    // Fewer than a run has connections: sessions are truly shared.
    'default_pool_size = 2',
    'ignore_startup_parameters = extra_float_digits',
    `logfile = ${join(folder, 'log')}`,
  ];
  const url = (role: string) => `postgres://${role}@/${database}?host=${encodeURIComponent(folder)}&port=6432`;
  const file = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'users');
  writeFileSync(file, settings.join('\n'));
  writeFileSync(users, '"sports" ""\n"culture" ""\n');
  if (isRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))) as [number, number];
    for (const path of [folder, file, users]) chownSync(path, uid, gid);
  }
  const child: ChildProcess = isRoot
    ? spawn('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', PROGRAM, '-q', file], { stdio: 'ignore' })
    : spawn(PROGRAM, ['-q', file], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await isThere(url('sports'), () => child.exitCode !== null, join(folder, 'log'));
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Until it answers: what is seen counts, and no time. */
async function isThere(url: string, hasEnded: () => boolean, log: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (hasEnded()) throw new Error(`PgBouncer ended: ${existsSync(log) ? readFileSync(log, 'utf8') : error}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
