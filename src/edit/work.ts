/** Which editions workers have before them (`dragoman work`): asked of the desk's list now and then, while somebody looks. */

import type { ServerEvent, WorkView } from './contract.ts';

export interface KnownWork {
  /** What is known by now, by `LOCALE SLUG`; the first time it waits for an answer, for a moment. */
  readonly known: () => Promise<ReadonlyMap<string, WorkView>>;
  /** Without asking. */
  readonly now: () => readonly WorkView[];
  readonly close: () => void;
}

export interface WorkOptions {
  /** The list as it is; undefined where machines share none. */
  readonly ask: (() => Promise<readonly WorkView[]>) | undefined;
  /** Told of what has changed. */
  readonly tell: (event: ServerEvent) => void;
  /** Whether anybody looks. */
  readonly isWatched: () => boolean;
  /** Milliseconds between two looks; 0 for one whenever a page is asked for. */
  readonly every?: number;
  /** Milliseconds for which a page waits for the first look. */
  readonly patience?: number;
}

const EVERY = 15_000;
const PATIENCE = 400;

export function createWork({ ask, tell, isWatched, every = EVERY, patience = PATIENCE }: WorkOptions): KnownWork {
  let known: ReadonlyMap<string, WorkView> = new Map();
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const look = async (list: NonNullable<typeof ask>) => {
    // A list that cannot be read is no reason for a page not to come.
    const now = await list().catch(() => undefined);
    asked = performance.now();
    asking = undefined;
    if (now === undefined) return;
    const next = new Map(now.map((one) => [`${one.locale} ${one.slug}`, one]));
    const isOther = JSON.stringify([...next.values()]) !== JSON.stringify([...known.values()]);
    known = next;
    if (isOther) tell({ type: 'work', editions: [...next.values()] });
  };
  const start = () => {
    if (ask !== undefined) asking ??= look(ask);
    return asking;
  };
  const timer = ask === undefined || every <= 0 ? undefined : setInterval(() => void (isWatched() && start()), every);
  timer?.unref();
  return {
    known: async () => {
      const isFirst = asked === Number.NEGATIVE_INFINITY;
      const looking = performance.now() - asked < every ? undefined : start();
      if (isFirst && looking !== undefined) await Promise.race([looking, new Promise((resolve) => setTimeout(resolve, patience))]);
      return known;
    },
    now: () => [...known.values()],
    close: () => clearInterval(timer),
  };
}
