/**
 * The work list of desks without a continuous integration: editions to bring up to date, one job an edition, on pg-boss. The files in git
 * are the truth; a job says only that somebody should look. So a job that is done twice does nothing the second time.
 */

import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Clock } from '../../../clock.ts';
import { KnownError } from '../../../errors.ts';
import { failureText, mayComeBack, unreachedError } from '../connection.ts';
import { loadPg } from '../load-pg.ts';
import { refusal } from '../refusals.ts';
import { findPgBoss, loadPgBoss } from './load-pg-boss.ts';
import { EDITIONS, PARKED, workSchema } from './work-schema.ts';

interface WantedEdition {
  readonly slug: string;
  readonly locale: string;
}

/** One that this worker has in hand. */
export interface TakenEdition extends WantedEdition {
  readonly id: string;
  /** How often it was tried before. */
  readonly tries: number;
  readonly isLastTry: boolean;
  readonly priority: number;
  /** Of this job of pg-boss's: an edition that was put back is another job. */
  readonly retryCount: number;
}

export type WorkState = 'queued' | 'at work' | 'parked';

export interface ListedEdition extends WantedEdition {
  readonly state: WorkState;
  /** Of a parked one; of a queued one that failed before. */
  readonly reason?: string;
}

export interface WorkList {
  /** @returns how many were not on the list yet */
  add(editions: readonly (WantedEdition & { readonly priority: number })[]): Promise<number>;
  /** The most urgent ones, first those; each is this worker's until it is settled. */
  take(most: number): Promise<TakenEdition[]>;
  /** Says that this worker is alive and at these. */
  touch(editions: readonly TakenEdition[]): Promise<void>;
  done(editions: readonly TakenEdition[]): Promise<void>;
  /** It is tried again after a while, and parked after the last try. */
  failed(edition: TakenEdition, reason: string): Promise<void>;
  /** It waits until then (ms), which counts as no try. */
  later(edition: TakenEdition, at: number, reason: string): Promise<void>;
  /** Nothing but a person's change will help. */
  park(edition: TakenEdition, reason: string): Promise<void>;
  /** All that are not done. */
  state(): Promise<ListedEdition[]>;
  close(): Promise<void>;
}

interface WorkListOptions {
  readonly url: string;
  readonly clock: Clock;
  /** Whether it looks after the list too: workers that are gone, what is old. */
  readonly isWorker: boolean;
  /** Told of the queue's own failures, of which the next statement hears too. */
  readonly onError?: (message: string) => void;
}

interface Data extends WantedEdition {
  readonly reason?: string;
  /** Of a job that was put back: how often the edition was tried before. */
  readonly tries?: number;
}

/** Workers that may end in the middle of an edition before it is taken for the cause. */
const MOST_ENDS = 3;
/** Jobs of one statement. */
const PAGE = 500;
/** Listed editions. */
const MOST_LISTED = 10_000;
/** Seconds between two looks for workers that are gone. */
const MONITOR = 10;

/**
 * @returns undefined where this role has no work list, or nothing to read it with
 * @throws KnownError where the database is not reached
 */
export async function findWorkList(options: WorkListOptions): Promise<WorkList | undefined> {
  if ((await findPgBoss()) === undefined) return undefined;
  const { hasList } = await listOf(options.url);
  return hasList ? openWorkList(options) : undefined;
}

/** @throws KnownError where the database is not reached, or has no work list for this role */
export async function openWorkList({ url, clock, isWorker, onError = () => {} }: WorkListOptions): Promise<WorkList> {
  const Boss = await loadPgBoss();
  const { role, schema, hasList } = await listOf(url);
  if (!hasList)
    throw new KnownError(`There is no work list for the role "${role}"`, {
      expected: `the schema ${schema}`,
      got: 'none',
      help: initAs(role),
    });
  const boss = new Boss({
    connectionString: url,
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    registerInstance: false,
    // The owner's, and autovacuum's.
    reindex: false,
    monitorVacuum: false,
    max: 4,
    supervise: isWorker,
    superviseIntervalSeconds: MONITOR,
    monitorIntervalSeconds: MONITOR,
  });
  boss.on('error', (error) => onError(failureText(error)));
  try {
    await boss.start();
  } catch (error) {
    throw new KnownError(`The work list cannot be used: ${failureText(error)}`, { help: initAs(role), cause: error });
  }
  return workListOf(boss, clock);
}

const initAs = (role: string) => `Run as the owner of the database, with pg-boss installed: dragoman store init --grant ${role}`;

async function listOf(url: string): Promise<{ role: string; schema: string; hasList: boolean }> {
  const { Client } = await loadPg();
  const client = new Client({ connectionString: url, application_name: 'dragoman work', connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const [{ role } = { role: '' }] = (await client.query('select session_user::text as role')).rows;
    const schema = workSchema(role);
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
    return { role, schema, hasList: rowCount !== 0 };
  } catch (error) {
    throw mayComeBack(error) ? unreachedError(url, error) : refusal(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Settled is this try alone: one that took too long may be another worker's by now. */
const attemptOf = ({ id, retryCount }: TakenEdition) => ({ id, retryCount });

const keyOf = ({ slug, locale }: WantedEdition) => `${locale} ${slug}`;

function workListOf(boss: PgBoss, clock: Clock): WorkList {
  async function forgetParked(editions: readonly WantedEdition[]): Promise<void> {
    const wanted = new Set(editions.map(keyOf));
    const parked = await boss.findJobs<Data>(PARKED, { queued: true, limit: MOST_LISTED });
    const old = parked.filter(({ data }) => wanted.has(keyOf(data))).map(({ id }) => id);
    if (old.length > 0) await boss.deleteJob(PARKED, old);
  }

  /** As another job, which counts as no further try. */
  async function putBack(edition: TakenEdition, at: number, reason: string | undefined): Promise<void> {
    const { slug, locale, tries } = edition;
    const options = { singletonKey: keyOf(edition), priority: edition.priority, startAfter: new Date(Math.max(at, clock.now())) };
    await boss.send(EDITIONS, { slug, locale, tries, ...(reason !== undefined && { reason }) } satisfies Data, options);
    await boss.complete(EDITIONS, attemptOf(edition));
  }

  async function park(edition: TakenEdition, reason: string): Promise<void> {
    const { slug, locale } = edition;
    await boss.insert(PARKED, [{ data: { slug, locale, reason } satisfies Data }]);
    await boss.complete(EDITIONS, attemptOf(edition));
  }

  return {
    add: async (editions) => {
      // Who asks for a parked one again has mended it.
      await forgetParked(editions);
      let added = 0;
      for (let at = 0; at < editions.length; at += PAGE) {
        const jobs = editions.slice(at, at + PAGE).map(({ slug, locale, priority }) => ({
          data: { slug, locale } satisfies Data,
          singletonKey: keyOf({ slug, locale }),
          priority,
        }));
        added += (await boss.insert(EDITIONS, jobs, { returnId: true }))?.length ?? 0;
      }
      return added;
    },
    take: async (most) => {
      const jobs = await boss.fetch<Data>(EDITIONS, { batchSize: most, includeMetadata: true });
      const fresh: TakenEdition[] = [];
      const tried: TakenEdition[] = [];
      for (const { id, data, retryCount, retryLimit, output, priority } of jobs) {
        const { slug, locale, tries: before = 0, reason } = data;
        const tries = before + retryCount;
        const edition = { id, slug, locale, priority, retryCount, tries, isLastTry: tries >= retryLimit };
        const hasEnded = (retryCount > 0 ? reasonIn(output) : reason) === undefined;
        if (hasEnded && tries >= MOST_ENDS) await park(edition, `${tries} workers ended in the middle of it`);
        else (tries > 0 ? tried : fresh).push(edition);
      }
      // What has failed is done alone, and last: one that ends its worker takes no other with it.
      const [first, ...others] = tried.sort((one, other) => one.tries - other.tries);
      for (const edition of others) await putBack(edition, clock.now(), undefined);
      return first === undefined ? fresh : [...fresh, first];
    },
    touch: async (editions) => {
      if (editions.length > 0) await boss.touch(EDITIONS, editions.map(attemptOf));
    },
    done: async (editions) => {
      if (editions.length > 0) await boss.complete(EDITIONS, editions.map(attemptOf));
    },
    failed: async (edition, reason) => {
      if (edition.isLastTry) await park(edition, reason);
      else await boss.fail(EDITIONS, attemptOf(edition), { reason });
    },
    later: putBack,
    park,
    state: async () => {
      const open = await boss.findJobs<Data>(EDITIONS, { limit: MOST_LISTED });
      const parked = await boss.findJobs<Data>(PARKED, { queued: true, limit: MOST_LISTED });
      return [
        ...open.filter(({ state }) => state === 'created' || state === 'retry' || state === 'active').map((job) => listed(job)),
        ...parked.map((job) => listed(job, 'parked')),
      ];
    },
    close: () => boss.stop({ graceful: false }),
  };
}

function listed(job: JobWithMetadata<Data>, state: WorkState = job.state === 'active' ? 'at work' : 'queued'): ListedEdition {
  const { slug, locale, reason } = job.data;
  const ended = state === 'parked' || job.retryCount > 0 ? 'a worker ended in the middle of it' : undefined;
  const said = reason ?? reasonIn(job.sourceOutput) ?? reasonIn(job.output) ?? ended;
  return { slug, locale, state, ...(said !== undefined && { reason: said }) };
}

/** What a worker gave as the reason of a failure; undefined where it ended without a word. */
function reasonIn(output: object | null): string | undefined {
  const { reason } = (output ?? {}) as { reason?: unknown };
  return typeof reason === 'string' ? reason : undefined;
}
