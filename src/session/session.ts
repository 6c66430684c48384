/** What a command that changes editions works with: the checkout's lock, engines behind queues, journal, memory and stamps. */

import { checks, recordFormat } from '../adapters.ts';
import { systemClock } from '../clock.ts';
import type { Desk } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import type { TranslateTools } from '../edition/translate.ts';
import type { KnownError } from '../errors.ts';
import { programKey } from '../program/key.ts';
import { holdCheckout } from '../project/checkout.ts';
import { openDisk } from '../project/disk.ts';
import { type ClosableFreshness, openFreshness } from '../project/freshness.ts';
import { openDictionaries } from '../project/hunspell.ts';
import type { LockOptions } from '../project/lock.ts';
import { openMemories } from '../project/memories.ts';
import type { Project } from '../project/project.ts';
import type { QueueEvent } from '../queue/sending/event.ts';
import type { LostRequest } from '../store/store.ts';
import { closeAll } from './close-all.ts';
import type { EngineChoice } from './draft.ts';
import { openQueues } from './queues.ts';

export interface SessionOptions {
  /** What is being run, for whoever finds the lock taken. */
  readonly command: string;
  /** How to wait for the lock; `held` where the caller has it already. */
  readonly lock?: LockOptions | 'held';
  readonly engine?: string | undefined;
  readonly maxCharacters?: number | undefined;
  /** Whether sentences that adopted editions leave out are wanted after all. */
  readonly fill?: boolean;
  /** Machine targets are made once more: all, or those of one engine. */
  readonly again?: Desk['again'];
  /** Whether what would be sent is submitted as a batch at the end, where the engine has batches. */
  readonly batch?: { readonly signal: AbortSignal } | undefined;
  /** Whether the checkout is gone after the run, unless its records are delivered: answers stay in the journal until then. */
  readonly isPassing?: boolean;
  /** Where the caller has it open already. */
  readonly freshness?: ClosableFreshness | undefined;
  readonly onEvent?: (event: QueueEvent) => void;
  /** Told which engine translates into which locale, and what the better ones lack. */
  readonly onChosen?: (choices: readonly EngineChoice[]) => void;
  /** Told, each reason once, why sentences have no second opinion. */
  readonly onNoOpinion?: (message: string) => void;
  /** Told of a memory of another tool's that cannot be read. */
  readonly onUnreadable?: (error: KnownError) => void;
  /** Told of requests that an earlier run had on the wire when it ended: maybe billed. */
  readonly onLost?: (lost: LostRequest) => void;
}

export interface SessionTools extends TranslateTools {
  readonly freshness: ClosableFreshness;
  /** The files seen anew, for a look ahead: a disk gives away each record of a renamed article once. */
  readonly anotherDisk: () => Disk;
}

/**
 * Runs work with everything open, and closes it whatever happens.
 * @throws KnownError where another run holds the lock or an engine is not to be had
 */
export async function inSession<Result>(
  project: Project,
  locales: readonly string[],
  options: SessionOptions,
  work: (tools: SessionTools) => Promise<Result>,
): Promise<Result> {
  const { lock = {}, command } = options;
  const closers: (() => void | Promise<void>)[] = lock === 'held' ? [] : [await holdCheckout(project, command, lock)];
  try {
    const dictionaries = await openDictionaries(project, locales);
    const queues = await openQueues(project, locales, { ...options, batch: options.batch !== undefined, clock: systemClock });
    closers.push(queues.close);
    for (const lost of queues.store.lost) options.onLost?.(lost);
    const freshness = options.freshness ?? openFreshness(project, programKey());
    closers.push(freshness.close);
    const memories = openMemories(project, recordFormat, options.onUnreadable);
    closers.push(memories.close);
    const anotherDisk = () =>
      openDisk(
        project,
        { recordFormat, checks },
        { dictionaries, memoryFor: memories.lookupFor, fill: options.fill === true, again: options.again },
      );
    const result = await work({
      disk: anotherDisk(),
      anotherDisk,
      queueFor: queues.queueFor,
      usage: queues.usage,
      second: queues.second,
      nearFor: (locale) => memories.memoryFor(locale).near,
      freshness,
      shared: queues.store.memory,
      recorded: queues.store.recorded,
      onWritten: ({ locale, source, record, texts }) => {
        if (record !== undefined && record.text !== texts.record)
          memories.keep(locale, { slug: source.slug, path: record.path }, record.content, record.text);
      },
    });
    if (options.batch !== undefined) await queues.submitGathered(options.batch.signal);
    return result;
  } finally {
    await closeAll(closers.toReversed());
  }
}
