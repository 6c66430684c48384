/** The versions of the database, one after the other: forward only, each in a transaction of its own. */

import { SCHEMA_1 } from './schema-1.ts';
import { SCHEMA_2 } from './schema-2.ts';
import { SCHEMA_3 } from './schema-3.ts';
import { SCHEMA_4 } from './schema-4.ts';
import { SCHEMA_5 } from './schema-5.ts';
import { SCHEMA_6 } from './schema-6.ts';

/** What makes a database of version `n` one of `n + 1`. Never changed once it is released. */
const MIGRATIONS: readonly string[] = [SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6];

/** The version that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Functions that workers call: all that a worker's role may do. */
const WORKER_FUNCTIONS = [
  'version',
  'enter',
  'take_lost',
  'reserve',
  'give_back',
  'pause',
  'find',
  'claim',
  'answered',
  'failed',
  'wait_for',
  'recorded',
  'ledger',
  'memory_find',
  'memory_near',
  'memory_holding',
  'memory_common',
  'memory_has',
  'memory_share',
];

/** The schema, and the version's table; run before the first migration. */
export const BEGINNING = `
create schema if not exists dragoman;
create table if not exists dragoman.migrations (version int primary key, at timestamptz not null default clock_timestamp());
create or replace function dragoman.version() returns int language sql stable security definer set search_path = dragoman, pg_temp as
  $$ select coalesce(max(version), 0) from migrations $$;
`;

/** One migration as a whole. @param nth counts from 1 */
export function migration(nth: number): string {
  return `set local search_path = dragoman, pg_temp;
${MIGRATIONS[nth - 1]}
insert into dragoman.migrations (version) values (${nth});
revoke all on all functions in schema dragoman from public;`;
}

/** What a worker's role is given. @param role as PostgreSQL quotes it */
export function grantsTo(role: string): string {
  return `grant usage on schema dragoman to ${role};
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'dragoman' and p.proname in (${WORKER_FUNCTIONS.map((name) => `'${name}'`).join(', ')})
  loop execute format('grant execute on function %s to ${role.replaceAll("'", "''").replaceAll('%', '%%')}', f); end loop;
end $$;`;
}
