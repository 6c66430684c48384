/** What the owner of a shared store does with its database: makes it, brings it up to date, looks after it. */

import type { Client } from 'pg';
import { KnownError } from '../../errors.ts';
import type { LedgerLine } from '../ledger-line.ts';
import { mayComeBack, unreachedError } from './connection.ts';
import { loadPg } from './load-pg.ts';
import { BEGINNING, grantsTo, migration, SCHEMA_VERSION } from './migrations.ts';
import { refusal } from './refusals.ts';
import { initWorkList, migrateWorkLists } from './work/work-schema.ts';

/** Migrations run one at a time, whoever starts them. */
const MIGRATION_LOCK = 7000;

export interface SchemaVersions {
  readonly from: number;
  readonly to: number;
}

const SET_LIMIT = `insert into dragoman.limits values ('group', $1)
  on conflict (scope) do update set characters_per_day = excluded.characters_per_day`;

/** @throws KnownError where the database cannot be reached, or refuses */
async function asOwner<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const { Client } = await loadPg();
  const client = new Client({ connectionString: url, application_name: 'dragoman store', connectionTimeoutMillis: 5_000 });
  let isReached = false;
  try {
    await client.connect();
    isReached = true;
    return await work(client);
  } catch (error) {
    if (!isReached && mayComeBack(error)) throw unreachedError(url, error);
    throw refusal(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the schema where it is missing, brings it up to date, and lets roles work with it.
 * @param url of a role that owns the database
 * @param workers roles that exist
 * @param charactersPerDay the budget of all desks together; as it was where it is left out
 * @returns the version before and after
 */
export async function initStore(url: string, workers: readonly string[], charactersPerDay?: number): Promise<SchemaVersions> {
  return asOwner(url, async (client) => {
    const versions = await migrate(client);
    await client.query('begin');
    for (const role of workers) await client.query(grantsTo(client.escapeIdentifier(role)));
    if (charactersPerDay !== undefined) await client.query(SET_LIMIT, [charactersPerDay]);
    await client.query('commit');
    for (const role of workers) await initWorkList(url, role, client);
    return versions;
  });
}

/** Forward only. @throws KnownError where the database is newer than this program */
export async function migrateStore(url: string): Promise<SchemaVersions> {
  return asOwner(url, async (client) => {
    const versions = await migrate(client);
    await migrateWorkLists(url, client);
    return versions;
  });
}

async function migrate(client: Client): Promise<SchemaVersions> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  await client.query(BEGINNING);
  const from = await versionOf(client);
  if (from > SCHEMA_VERSION)
    throw new KnownError("The store's database is of a newer version", {
      expected: `at most ${SCHEMA_VERSION}`,
      got: String(from),
      help: 'Install the Dragoman that migrated it.',
    });
  for (let nth = from + 1; nth <= SCHEMA_VERSION; nth++) {
    await client.query('begin');
    await client.query(migration(nth));
    await client.query('commit');
  }
  if (from > 0 && from < SCHEMA_VERSION) await grantWorkersAnew(client);
  return { from, to: SCHEMA_VERSION };
}

/** Functions that came with a migration are for whoever may work with the store. */
async function grantWorkersAnew(client: Client): Promise<void> {
  const { rows } = await client.query(`select distinct r.rolname as role from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
    aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
    where n.nspname = 'dragoman' and p.proname = 'enter' and a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner`);
  for (const { role } of rows) await client.query(grantsTo(client.escapeIdentifier(role)));
}

async function versionOf(client: Client): Promise<number> {
  return Number((await client.query('select dragoman.version() as version')).rows[0]?.version ?? 0);
}

export interface StoreState {
  readonly server: string;
  /** Of the schema; and what this program reads. */
  readonly version: number;
  readonly expected: number;
  readonly workers: number;
  /** Requests on the wire, or whose worker is gone. */
  readonly sent: number;
  readonly answers: number;
  readonly megabytes: number;
  /** What of it costs money or loses it, in words. */
  readonly faults: readonly string[];
}

/** What the database is like. */
export async function storeState(url: string): Promise<StoreState> {
  return asOwner(url, async (client) => {
    const version = await versionOf(client);
    const [row] = (
      await client.query(`select current_setting('server_version') as server, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as commit, current_setting('server_version_num')::int as number,
        current_setting('full_page_writes') as pages, (select count(*)::int from dragoman.answers where text is not null) as answers,
        (select count(*)::int from dragoman.requests where state = 'sent') as sent,
        (select count(*)::int from pg_locks where locktype = 'advisory' and classid = 7001 and granted
          and database = (select oid from pg_database where datname = current_database())) as workers,
        (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 / 1e6 from pg_class c
          join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'dragoman' and c.relkind = 'r') as megabytes`)
    ).rows;
    const faults = [
      version === SCHEMA_VERSION
        ? undefined
        : `the schema is of version ${version}, and this program reads ${SCHEMA_VERSION}: dragoman store migrate`,
      row.number >= 140_000 ? undefined : `PostgreSQL ${row.server} is older than 14`,
      row.fsync === 'on' ? undefined : 'fsync is off: a crash of the machine loses answers that were paid for',
      row.pages === 'on' ? undefined : 'full_page_writes is off: a crash of the machine may damage the database',
      row.commit === 'off' ? 'synchronous_commit is off: a crash may forget answers that were paid for' : undefined,
    ].filter((fault) => fault !== undefined);
    const { server, workers, sent, answers, megabytes } = row;
    return { server, version, expected: SCHEMA_VERSION, workers, sent, answers, megabytes, faults };
  });
}

/** Forgets answers that a record has held, or that nobody recorded, for so many days, and claims of long ago. The ledger stays. */
export async function pruneStore(url: string, days: number): Promise<{ answers: number; claims: number; workers: number }> {
  return asOwner(url, async (client) => {
    const [row] = (await client.query('select * from dragoman.prune($1)', [days])).rows;
    return { answers: Number(row.answers), claims: Number(row.claims), workers: Number(row.workers) };
  });
}

/** A request of the ledger. */
export interface ExportedRequest {
  readonly request: string;
  readonly desk: string;
  readonly run: string;
  readonly engine: string;
  readonly from: string;
  readonly to: string;
  readonly texts: number;
  readonly characters: number;
  /** ISO 8601, by the database's clock. */
  readonly at: string;
  readonly state: string;
  /** US dollars. */
  readonly cost: number;
  /** Code points by article. */
  readonly articles: Readonly<Record<string, number>>;
}

const PAGE = 5_000;

/** The ledger request by request, oldest first. */
export async function exportLedger(url: string, each: (request: ExportedRequest) => void): Promise<void> {
  return asOwner(url, async (client) => {
    for (let after = '-1'; ; ) {
      const { rows } = await client.query(
        `select id as request, desk, run, engine, source as from, target as to, texts, characters,
           to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, state,
           coalesce(cost, characters * price / 1e6) as cost,
           coalesce((select json_object_agg(article, s.characters) from dragoman.shares s where s.request = r.id), '{}') as articles
         from dragoman.requests r where id > $1 order by id limit ${PAGE}`,
        [after],
      );
      for (const row of rows) each(row);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.request;
    }
  });
}

/** Lines of the ledger: of the role's desk, or of all where it owns the schema. @param by desk, run, engine, locale, article or total */
export async function sharedLedger(url: string, by: readonly string[]): Promise<Map<string, LedgerLine[]>> {
  return asOwner(url, async (client) => {
    const tables = new Map<string, LedgerLine[]>();
    for (const one of by) {
      const { rows } = await client.query('select * from dragoman.ledger($1)', [one]);
      const lines = rows.map(({ name, requests, characters, cost, maybe_billed: maybeBilled }) => ({
        name,
        requests: Number(requests),
        characters: Math.round(characters),
        cost,
        maybeBilled,
      }));
      tables.set(one, lines);
    }
    return tables;
  });
}
