/** A PostgreSQL of Debian's in a temporary folder, for tests of the store: heard on a socket in that folder alone. */

import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { initStore } from '../../src/store/postgres/administration.ts';

const run = promisify(execFile);

const LIBRARY = '/usr/lib/postgresql';

/** The folder of the newest server's programs; undefined where none is installed. */
function programs(): string | undefined {
  if (!existsSync(LIBRARY)) return undefined;
  const [newest] = readdirSync(LIBRARY)
    .map(Number)
    .filter((version) => version >= 14)
    .sort((a, b) => b - a);
  const folder = newest === undefined ? undefined : join(LIBRARY, String(newest), 'bin');
  return folder !== undefined && existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** Whether tests of a database can run; said aloud where they cannot. */
export const hasPostgres = programs() !== undefined;
if (!hasPostgres) console.warn("Skipped: the tests of the shared store need Debian's package postgresql.");

export interface Cluster {
  /** The address of a database for a role. */
  readonly url: (database?: string, role?: string) => string;
  /** Makes a database with the store's schema, and a role `sports` and `culture` that may work with it. @returns its name */
  readonly database: () => Promise<string>;
  /** Statements as the owner of everything. */
  readonly sql: (database: string, text: string) => Promise<Record<string, unknown>[]>;
  /** The address of a database for a role, on 127.0.0.1, where only TLS is let in; with the certificate's authority. */
  readonly withTls: (port: number) => Promise<{ url: (database: string, role: string) => string; authority: string }>;
  readonly stop: (how: 'fast' | 'immediate') => Promise<void>;
  readonly start: () => Promise<void>;
  readonly socket: string;
  /** Ends it and removes its folder. */
  readonly remove: () => Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const bin = programs();
  if (bin === undefined) throw new Error('no PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-pg-'));
  const data = join(folder, 'data');
  // The server refuses root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))) as [number, number];
    chownSync(folder, uid, gid);
  }
  const asServer = async (program: string, args: readonly string[]) => {
    const command = join(bin, program);
    const how = { cwd: folder };
    if (isRoot) await run('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args], how);
    else await run(command, [...args], how);
  };
  await asServer('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8']);
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c max_connections=300 -c shared_buffers=64MB`;
  const start = (more = '') => asServer('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', `${options} ${more}`, '-w', 'start']);
  const stop = (how: string) => asServer('pg_ctl', ['-D', data, '-m', how, '-w', 'stop']);
  await start();
  const url = (database = 'postgres', role = 'postgres') => `postgres://${role}@/${database}?host=${encodeURIComponent(folder)}`;
  const sql = async (database: string, text: string) => {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      const results: unknown = await client.query(text);
      const last = Array.isArray(results) ? results.at(-1) : results;
      return (last as pg.QueryResult).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  await sql('postgres', 'create role sports login; create role culture login; create role owner login');
  let databases = 0;
  return {
    url,
    sql,
    database: async () => {
      const name = `store${databases++}`;
      await sql('postgres', `create database ${name} owner owner`);
      await initStore(url(name, 'owner'), ['sports', 'culture']);
      return name;
    },
    withTls: async (port) => {
      const [key, authority] = [join(data, 'server.key'), join(folder, 'authority.pem')];
      const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
      await run('openssl', ['req', '-new', '-x509', '-days', '2', '-nodes', ...name, '-keyout', key, '-out', join(data, 'server.crt')]);
      copyFileSync(join(data, 'server.crt'), authority);
      chmodSync(key, 0o600);
      const { uid, gid } = statSync(data);
      for (const file of [key, join(data, 'server.crt')]) chownSync(file, uid, gid);
      writeFileSync(join(data, 'pg_hba.conf'), 'local all all trust\nhostssl all all 127.0.0.1/32 trust\n');
      await stop('fast');
      await start(`-c listen_addresses=127.0.0.1 -c port=${port} -c ssl=on`);
      return { authority, url: (database, role) => `postgres://${role}@127.0.0.1:${port}/${database}` };
    },
    stop,
    start: () => start(),
    socket: join(folder, '.s.PGSQL.5432'),
    remove: async () => {
      await stop('immediate').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
