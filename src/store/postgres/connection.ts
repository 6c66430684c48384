/**
 * The connections to the database: a few for statements, and one that holds the worker's lock and hears notifications. A statement that
 * meets a database that is away is asked again until the patience ends; every statement may be asked again. A database that this run has
 * never reached is not waited for: its address is wrong, or it does not run.
 */

import type * as Pg from 'pg';
import type { Clock } from '../../clock.ts';
import { EngineError, KnownError } from '../../errors.ts';
import { hostOf } from './address.ts';
import { loadPg } from './load-pg.ts';

export interface Connection {
  /** Rows of a statement. Rejects with an EngineError `unavailable` where the database stays away, with a KnownError where it was never there. */
  rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]>;
  /** Runs `wake` at each notification, and after each time that one may have been missed. @returns the end of that */
  heard(wake: () => void): () => void;
  /** Takes the lock that says that a worker lives, and holds it until the end. */
  live(worker: number): Promise<void>;
  /** Statements that still wait for the database give up: what they hold is to be kept elsewhere. */
  giveUp(): void;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly url: string;
  readonly clock: Clock;
  /** How long (ms) a database may be away. */
  readonly patience: number;
  /** Without a session of its own: behind a pooler in transaction mode. */
  readonly isPooled: boolean;
  /** Told once each time that a database which was there is waited for. @param milliseconds the longest wait */
  readonly onAway?: ((message: string, milliseconds: number) => void) | undefined;
}

/** A statement that says nothing for so long (ms) has lost its connection. */
const SILENCE = 15_000;
/** How long (ms) a database that was never reached may take to be there: one that starts at the same time as the run. */
const UNREACHED = 5_000;
const POOL = 4;
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;
/** The first number of the advisory locks of workers; the schema has it too. */
const LOCK = 7001;

export async function connect({ url, clock, patience, isPooled, onAway = () => {} }: ConnectionOptions): Promise<Connection> {
  const { Client, Pool } = await loadPg();
  const settings = { connectionString: url, application_name: 'dragoman', connectionTimeoutMillis: UNREACHED, keepAlive: true };
  const pool = new Pool({ ...settings, max: POOL, query_timeout: SILENCE, idleTimeoutMillis: 30_000 });
  // A connection that ends while nobody uses it: the next statement opens another.
  pool.on('error', () => {});
  const wakes = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of wakes) wake();
  };
  const ended = new AbortController();
  let mayWait = true;
  let isReached = false;
  let isAway = false;
  let ear: Pg.Client | undefined;

  async function rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const since = clock.now();
    for (let pause = FIRST_PAUSE; ; pause = Math.min(1.5 * pause, LONGEST_PAUSE)) {
      try {
        const { rows: found } = await pool.query(sql, [...values]);
        isReached = true;
        isAway = false;
        return found as Row[];
      } catch (error) {
        if (!mayComeBack(error)) throw error;
        const waited = clock.now() - since;
        if (!isReached && (waited + pause > UNREACHED || isUnknownHost(error))) throw unreachedError(url, error);
        if (!mayWait || waited > patience) throw awayError(error);
        if (isReached && !isAway) onAway(failureText(error), patience);
        isAway = isReached;
        await clock.sleep(pause, ended.signal);
      }
    }
  }

  /** Holds the lock in a session of its own, and takes it again in a new one whenever that ends. */
  async function hold(worker: number): Promise<void> {
    const client = new Client(settings);
    const gone = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', wakeAll);
    await client.connect();
    ear = client;
    await client.query('listen dragoman');
    // The lock of the session before may outlive its connection for a moment.
    while (!ended.signal.aborted && !(await client.query('select pg_try_advisory_lock($1, $2) as got', [LOCK, worker])).rows[0].got)
      await clock.sleep(FIRST_PAUSE, ended.signal);
    wakeAll();
    void gone.then(async () => {
      await client.end().catch(() => {});
      while (!ended.signal.aborted) {
        try {
          return await hold(worker);
        } catch {
          await clock.sleep(LONGEST_PAUSE, ended.signal);
        }
      }
    });
  }

  return {
    rows,
    heard: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    live: async (worker) => {
      if (isPooled) return;
      const since = clock.now();
      for (let isHeld = false; !isHeld; ) {
        try {
          await hold(worker);
          isHeld = true;
        } catch (error) {
          if (!mayComeBack(error) || clock.now() - since > patience) throw error;
          await clock.sleep(FIRST_PAUSE, ended.signal);
        }
      }
    },
    giveUp: () => {
      mayWait = false;
    },
    close: async () => {
      ended.abort();
      await ear?.end().catch(() => {});
      await pool.end();
    },
  };
}

/** Whether the same statement may succeed in a moment: no connection, a server that starts or ends, a deadlock. */
export function mayComeBack(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return /^(08|57P0|40P01|40001|53300|E[A-Z]{3,})/.test(code);
  return /terminated|timeout|Connection ended|not queryable/i.test(failureText(error));
}

/** Of several addresses of a host Node says what went wrong with each, in an error without a message of its own. */
export function failureText(error: unknown): string {
  const all = error instanceof AggregateError ? error.errors : [error];
  return [...new Set(all.map((one: unknown) => (one instanceof Error ? one.message : String(one))))].join('; ');
}

const isUnknownHost = (error: unknown) => (error as { code?: unknown }).code === 'ENOTFOUND';

/** @param error of a client that got no connection */
export function unreachedError(url: string, error: unknown): KnownError {
  return new KnownError("The store's database is not reached", {
    expected: `a PostgreSQL server at ${hostOf(url)}`,
    got: failureText(error),
    help: 'Start it, or correct the address: DRAGOMAN_STORE, or "store" in the configuration. Nothing was sent.',
    cause: error,
  });
}

function awayError(error: unknown): EngineError {
  return new EngineError('unavailable', `The store's database is away: ${failureText(error)}`, {
    help: 'What was translated is kept. Run again once the database is back.',
    cause: error,
  });
}
