/** The memory that desks share, for commands that only look things up or hand their records in. */

import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { EngineError, KnownError, knownOf } from '../errors.ts';
import type { SharedMemory } from '../store/shared-memory.ts';
import { sharedStore } from './open-store.ts';

interface OpenSharedMemory {
  readonly memory: SharedMemory;
  readonly close: () => Promise<void>;
}

/** @throws KnownError where the database is not to be had */
export async function openSharedMemory(shared: { readonly url: string; readonly isPooled: boolean }): Promise<OpenSharedMemory> {
  const { openPostgresMemory } = await import('../store/postgres.ts');
  return openPostgresMemory({ ...shared, clock: systemClock });
}

/** What others know, for a screen that has what this checkout knows without it. */
export interface Others {
  /** Empty where no database is named, or it is away: then it is left alone for a minute. */
  readonly look: <Found>(find: (memory: SharedMemory) => Promise<readonly Found[]>) => Promise<readonly Found[]>;
  readonly close: () => Promise<void>;
}

/** Milliseconds for which a database that was away is not asked. */
const AWAY_FOR = 60_000;

/** @param onAway told why others' sentences are missing */
export function openOthers(config: Config, onAway: (error: KnownError) => void = () => {}): Others {
  const shared = sharedStore(config);
  let open: Promise<OpenSharedMemory> | undefined;
  let awayUntil = Number.NEGATIVE_INFINITY;
  const close = async () => {
    const was = open;
    open = undefined;
    await (await was?.catch(() => undefined))?.close();
  };
  return {
    look: async (find) => {
      if (shared === undefined || systemClock.now() < awayUntil) return [];
      open ??= openSharedMemory(shared);
      try {
        return await find((await open).memory);
      } catch (error) {
        const known = error instanceof EngineError ? new KnownError(error.message, { cause: error }) : knownOf(error);
        if (known === undefined) throw error;
        awayUntil = systemClock.now() + AWAY_FOR;
        await close();
        onAway(known);
        return [];
      }
    },
    close,
  };
}
