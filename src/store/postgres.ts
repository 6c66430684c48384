/**
 * The store of many machines: the contract in a PostgreSQL database, by functions that `postgres/` holds. Nothing of it is loaded where
 * the configuration names no database.
 */

import type { Clock } from '../clock.ts';
import type { EngineRemarks } from '../engines/engine.ts';
import { EngineError, KnownError } from '../errors.ts';
import type { BatchStore } from './batch-store.ts';
import { paceRates } from './pace-rates.ts';
import { type Connection, connect } from './postgres/connection.ts';
import { gathering } from './postgres/gathering.ts';
import { handInKept, keepAnswers } from './postgres/kept-answers.ts';
import { sharedMemory } from './postgres/memory.ts';
import { SCHEMA_VERSION } from './postgres/migrations.ts';
import { refusal } from './postgres/refusals.ts';
import { turnByTurn } from './postgres/turn-by-turn.ts';
import type { SharedMemory } from './shared-memory.ts';
import type { Elsewhere, LostRequest, PaidAnswer, Store } from './store.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly clock: Clock;
  /** The run's name in the ledger. */
  readonly run: string;
  /** Of this desk, a day. */
  readonly charactersPerDay?: number | undefined;
  /** Batches that providers are at work on are this machine's. */
  readonly batches: BatchStore;
  /** Where answers are kept while the database is away. */
  readonly keptFile: string;
  /** Behind a pooler in transaction mode: only the lease tells whether a worker lives, and nobody is notified. */
  readonly isPooled?: boolean | undefined;
  /** How long (ms) the database may be away before the run ends. */
  readonly patience?: number | undefined;
  /** Told that the database, which was there, is waited for. @param milliseconds the longest wait */
  readonly onAway?: ((message: string, milliseconds: number) => void) | undefined;
}

const PATIENCE = 120_000;
/** The same where a person waits who only looks something up. */
const LOOKING_UP = 2_000;
/** Beyond the deadline of a request, for the commit: until then its claims are its own although nobody hears of their worker. */
const LEASE_MARGIN_SECONDS = 15;
/** A reservation that is used so much later (ms) is no longer true. */
const LATE = 300;
/** A turn that is further away (ms) is not reserved yet: what is reserved by a worker that is killed is nobody's. */
const AHEAD = 300;
/** How often (ms) claims of others are looked at without a word of theirs: a killed worker says none. */
const LOOK = 1_000;
/** Requests of one worker; its number and this make the request's. */
const REQUESTS_OF_A_WORKER = 2 ** 22;

interface AnswerRow {
  readonly key: string;
  readonly text: string | null;
  readonly engine: string | null;
  readonly remarks: string | null;
}

/** @throws KnownError where the database is of another version, or refuses */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { clock, url, run, charactersPerDay, batches, keptFile, isPooled = false, patience = PATIENCE, onAway } = options;
  const connection = await connect({ url, clock, patience, isPooled, onAway });
  try {
    await checkVersion(connection);
    const [entered] = await connection.rows<{ id: number }>('select dragoman.enter($1, $2) as id', [run, isPooled]);
    const worker = entered?.id as number;
    await connection.live(worker);
    await handInKept(keptFile, ({ request, answers, billed }) => commit(connection, request, answers, billed));
    const lost = await connection.rows<LostRow>('select * from dragoman.take_lost()', []);
    return storeOf(connection, worker, lost.map(lostOf), { clock, charactersPerDay, batches, keptFile });
  } catch (error) {
    await connection.close();
    throw refusal(error);
  }
}

/**
 * The shared memory alone, for who only looks things up: no worker is entered.
 * @throws KnownError where the database is not reached, is of another version, or refuses
 */
export async function openPostgresMemory({
  url,
  clock,
  isPooled = false,
}: Pick<PostgresOptions, 'url' | 'clock' | 'isPooled'>): Promise<{ readonly memory: SharedMemory; readonly close: () => Promise<void> }> {
  const connection = await connect({ url, clock, isPooled, patience: LOOKING_UP });
  try {
    await checkVersion(connection);
    return { memory: sharedMemory(connection, clock), close: connection.close };
  } catch (error) {
    await connection.close();
    throw refusal(error);
  }
}

type Parts = Pick<PostgresOptions, 'clock' | 'charactersPerDay' | 'batches' | 'keptFile'>;

function storeOf(
  connection: Connection,
  worker: number,
  lost: readonly LostRequest[],
  { clock, charactersPerDay, batches, keptFile }: Parts,
): Store {
  const ended = new AbortController();
  let requests = 0;
  let unmarked: string[] = [];

  const find = gathering(async (keys: readonly string[]) => {
    const rows = await connection.rows<AnswerRow>('select * from dragoman.find($1)', [keys]);
    return new Map(rows.map((row) => [row.key, answerOf(row)]));
  });

  /** Receipts cost nothing where they are lost but the place of their answers: they go with the next commit. */
  async function mark(): Promise<void> {
    const receipts = unmarked;
    unmarked = [];
    if (receipts.length > 0) await connection.rows('select dragoman.recorded($1)', [receipts]);
  }

  return {
    find,
    pace: ({ name, account = name }, limits) => {
      const { characters, requests: each, largest } = paceRates(limits);
      return {
        largest,
        patience: LATE,
        reserve: turnByTurn({ clock, ended: ended.signal }, async (weight) => {
          const values = [account, weight, characters.perMs, characters.burst, each.perMs, each.burst, AHEAD];
          const [row] = await connection.rows<{ wait: number }>('select dragoman.reserve($1, $2, $3, $4, $5, $6, $7) as wait', values);
          return row?.wait ?? 0;
        }),
        giveBack: (weight, count) =>
          void unheard(
            connection.rows('select dragoman.give_back($1, $2, $3, $4, $5)', [account, weight, count, characters.perMs, each.perMs]),
          ),
        pause: (milliseconds) => void unheard(connection.rows('select dragoman.pause($1, $2)', [account, milliseconds])),
      };
    },
    claim: async (intent, texts) => {
      const request = worker * REQUESTS_OF_A_WORKER + requests++;
      const values = [
        request,
        worker,
        intent.account ?? intent.engine.split(' ')[0],
        intent.engine,
        intent.from,
        intent.to,
        intent.pricePerMillionCharacters,
        texts.map(({ key }) => key),
        texts.map(({ characters }) => characters),
        texts.map(({ article }) => article),
        (intent.seconds ?? 0) + LEASE_MARGIN_SECONDS,
        charactersPerDay ?? null,
        intent.isPaid === true,
      ];
      const holes = values.map((_, at) => `$${at + 1}`).join(', ');
      try {
        const [row] = await connection.rows<{ mine: string[] }>(`select dragoman.claim(${holes}) as mine`, values);
        return { request, mine: new Set(row?.mine) };
      } catch (error) {
        if ((error as { code?: unknown }).code === 'DRG01') return { over: (error as Error).message };
        throw error;
      }
    },
    answered: async (request, answers, billed) => {
      try {
        await commit(connection, request, answers, billed);
        await mark();
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        keepAnswers(keptFile, { request, answers: answers.map(({ key, text, remarks }) => ({ key, text, remarks })), billed });
      }
    },
    failed: async (request, as) => void (await connection.rows('select dragoman.failed($1, $2)', [request, as])),
    settled: async (keys) => {
      while (!ended.signal.aborted) {
        const wake = new AbortController();
        const wakeUp = () => wake.abort();
        // Heard from before the look, so that nothing is missed between the two.
        const stop = connection.heard(wakeUp);
        ended.signal.addEventListener('abort', wakeUp, { once: true });
        try {
          const rows = await connection.rows<AnswerRow>('select * from dragoman.wait_for($1)', [keys]);
          if (rows.length > 0) return elsewhereOf(rows);
          await clock.sleep(LOOK, wake.signal);
        } finally {
          stop();
          ended.signal.removeEventListener('abort', wakeUp);
        }
      }
      return { answered: new Map(), free: [] };
    },
    recorded: (receipts) => void unmarked.push(...receipts),
    lost,
    batches,
    memory: sharedMemory(connection, clock),
    close: async () => {
      if (ended.signal.aborted) return;
      ended.abort();
      connection.giveUp();
      await unheard(mark());
      await connection.close();
    },
  };
}

async function commit(
  connection: Connection,
  request: number,
  answers: Parameters<Store['answered']>[1],
  billed: Parameters<Store['answered']>[2],
) {
  await connection.rows('select dragoman.answered($1, $2, $3, $4, $5, $6)', [
    request,
    answers.map(({ key }) => key),
    answers.map(({ text }) => text),
    answers.map(({ remarks }) => (remarks === undefined ? null : JSON.stringify(remarks))),
    billed?.characters ?? null,
    billed?.cost ?? null,
  ]);
}

/** What may be lost without harm: quota given back, a pause told, a mark on an answer. */
async function unheard(done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
  });
}

function answerOf({ text, engine, remarks }: AnswerRow): PaidAnswer {
  return { text: text ?? '', engine: engine ?? '', ...(remarks !== null && { remarks: JSON.parse(remarks) as EngineRemarks }) };
}

function elsewhereOf(rows: readonly AnswerRow[]): Elsewhere {
  const answered = rows.filter(({ text }) => text !== null).map((row) => [row.key, answerOf(row)] as const);
  return { answered: new Map(answered), free: rows.filter(({ text }) => text === null).map(({ key }) => key) };
}

interface LostRow extends Omit<LostRequest, 'from' | 'to'> {
  readonly source: string;
  readonly target: string;
}

const lostOf = ({ source, target, ...rest }: LostRow): LostRequest => ({ ...rest, from: source, to: target });

async function checkVersion(connection: Connection): Promise<void> {
  const [row] = await connection.rows<{ version: number }>('select dragoman.version() as version', []);
  const version = row?.version ?? 0;
  if (version === SCHEMA_VERSION) return;
  const isOlder = version < SCHEMA_VERSION;
  throw new KnownError("The store's database is of another version", {
    expected: `version ${SCHEMA_VERSION}`,
    got: `version ${version}`,
    help: isOlder ? 'Run: dragoman store migrate' : 'Install the Dragoman that the others have.',
  });
}
