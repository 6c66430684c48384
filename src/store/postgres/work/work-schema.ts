/** The work list of a desk: a schema of pg-boss's own for each role, so that no desk reads what another one works on. */

import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { findPgBoss } from './load-pg-boss.ts';

export const EDITIONS = 'editions';
/** Editions that could not be brought up to date, with their reasons. */
export const PARKED = 'parked';

const PREFIX = 'dragoman_work_';
/** PostgreSQL cuts longer names. */
const LONGEST = 40;
const DAY = 86_400;

/** Tries of an edition beyond the first: with the pauses between them some hours, so that an engine may be away for a while. */
const RETRIES = 9;
const FIRST_PAUSE = 30;
const LONGEST_PAUSE = 3_600;
/** Seconds without a sign of life after which a worker is taken for dead. */
const HEARTBEAT = 30;

/** @param role as the database has it; a name that is no plain word is told from others by its hash */
export function workSchema(role: string): string {
  const plain = role.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  const isPlain = plain === role && role.length <= LONGEST;
  return PREFIX + (isPlain ? role : `${plain.slice(0, LONGEST - 9)}_${hash('sha256', role).slice(0, 8)}`);
}

/**
 * Makes a role's work list, or brings it up to date.
 * @param url of the owner
 * @returns whether there is one: pg-boss may not be installed here
 */
export async function initWorkList(url: string, role: string, client: Client): Promise<boolean> {
  const schema = workSchema(role);
  if (!(await migrateWork(url, schema))) return false;
  const to = client.escapeIdentifier(role);
  await client.query(`grant usage on schema ${schema} to ${to};
    grant select, insert, update, delete on all tables in schema ${schema} to ${to};
    grant usage, select on all sequences in schema ${schema} to ${to};
    grant execute on all functions in schema ${schema} to ${to}`);
  return true;
}

/** The work lists that a database has are brought up to date. @param url of the owner */
export async function migrateWorkLists(url: string, client: Client): Promise<void> {
  const { rows } = await client.query('select nspname as schema from pg_namespace where starts_with(nspname, $1)', [PREFIX]);
  for (const { schema } of rows) await migrateWork(url, schema);
}

async function migrateWork(url: string, schema: string): Promise<boolean> {
  const PgBoss = await findPgBoss();
  if (PgBoss === undefined) return false;
  const boss = new PgBoss({ connectionString: url, schema, supervise: false, schedule: false, registerInstance: false, max: 2 });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  try {
    await boss.createQueue(PARKED, { policy: 'standard', retentionSeconds: 365 * DAY });
    await boss.createQueue(EDITIONS, {
      policy: 'stately',
      deadLetter: PARKED,
      retryLimit: RETRIES,
      retryDelay: FIRST_PAUSE,
      retryBackoff: true,
      retryDelayMax: LONGEST_PAUSE,
      heartbeatSeconds: HEARTBEAT,
      expireInSeconds: DAY - 1,
      retentionSeconds: 14 * DAY,
      deleteAfterSeconds: DAY,
    });
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure !== undefined) throw failure;
  return true;
}
