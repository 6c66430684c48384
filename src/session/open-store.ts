/** The store of a run: the machine's own journal, or the database that the configuration or the environment names. */

import { join } from 'node:path';
import process from 'node:process';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { cacheFolder, type Project } from '../project/project.ts';
import { type Budget, createBudget, startOfDay } from '../store/embedded/budget.ts';
import { journalFile, openJournal } from '../store/embedded/journal.ts';
import { embeddedStore } from '../store/embedded.ts';
import type { Store } from '../store/store.ts';

export interface OpenStore {
  readonly store: Store;
  /** What this run counts by itself: its own limit, and the day's where no other machine counts it. */
  readonly budget: Budget;
}

/**
 * The database that the environment names, for a machine without a checkout too.
 * @throws KnownError where it is another address than PostgreSQL's
 */
export function storeFromEnvironment({ DRAGOMAN_STORE: url }: NodeJS.ProcessEnv): string | undefined {
  if (url === undefined || url === '') return undefined;
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new KnownError('DRAGOMAN_STORE is not usable', { expected: 'postgres://host/database', got: url });
}

/** The database that machines share; undefined where this one keeps its own journal. */
export function sharedStore({ store }: Config, env: NodeJS.ProcessEnv = process.env): { url: string; isPooled: boolean } | undefined {
  const configured = typeof store === 'string' ? { url: store, pooled: false } : store;
  const url = storeFromEnvironment(env) ?? configured?.url;
  return url === undefined ? undefined : { url, isPooled: configured?.pooled === true };
}

/** @throws KnownError where no database is named */
export function demandedStore(config: Config, env: NodeJS.ProcessEnv = process.env): { url: string; isPooled: boolean } {
  const shared = sharedStore(config, env);
  if (shared !== undefined) return shared;
  throw new KnownError('No database is named', {
    expected: '"store" in the configuration, or DRAGOMAN_STORE in the environment',
    got: 'neither',
    help: 'docs/many-machines.md tells how to set one up.',
  });
}

/**
 * @param options.isPassing whether the checkout is gone after the run, unless its records are delivered
 * @throws KnownError where a journal or a database is not usable
 */
export async function openStore(
  project: Project,
  {
    clock,
    charactersPerRun,
    isPassing,
    onAway,
  }: {
    readonly clock: Clock;
    readonly charactersPerRun: number;
    readonly isPassing?: boolean | undefined;
    /** Told that the database, which was there, is waited for. @param milliseconds the longest wait */
    readonly onAway?: (message: string, milliseconds: number) => void;
  },
): Promise<OpenStore> {
  const now = clock.now();
  const run = new Date(now).toISOString();
  const journal = openJournal(journalFile(project.root), { name: run, at: now, isPassing });
  const local = embeddedStore(journal, clock);
  const { budget } = project.config;
  const shared = sharedStore(project.config);
  if (shared === undefined)
    return { store: local, budget: createBudget({ ...budget, charactersPerRun }, clock, journal.charactersSince(startOfDay(now))) };
  try {
    const { openPostgresStore } = await import('../store/postgres.ts');
    const store = await openPostgresStore({
      ...shared,
      clock,
      run,
      onAway,
      charactersPerDay: budget.charactersPerDay,
      batches: local.batches,
      keptFile: join(cacheFolder(project), 'kept-answers.ndjson'),
    });
    const close = async () => {
      await store.close();
      journal.close();
    };
    return { store: { ...store, close, lost: [...local.lost, ...store.lost] }, budget: createBudget({ charactersPerRun }, clock) };
  } catch (error) {
    journal.close();
    throw error;
  }
}
