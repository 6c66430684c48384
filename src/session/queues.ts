/** The engines of a run: opened once, each behind its queue, with one journal and one budget for all. */

import type { Clock } from '../clock.ts';
import type { SecondEngine } from '../edition/translate.ts';
import type { Engine } from '../engines/engine.ts';
import { EngineError, KnownError } from '../errors.ts';
import { openGlossary } from '../project/disk.ts';
import type { Project } from '../project/project.ts';
import { type BatchQueue, collectBatches, createBatchQueue } from '../queue/batch-queue.ts';
import { addUsage, createChain } from '../queue/chain.ts';
import { pairName } from '../queue/jobs/job.ts';
import { preparedQueue } from '../queue/prepared-queue.ts';
import { createQueue, type Queue } from '../queue/queue.ts';
import type { QueueEvent, Usage } from '../queue/sending/event.ts';
import type { QueueOptions } from '../queue/sending/queue-options.ts';
import type { Store } from '../store/store.ts';
import { chooseEngines } from './choices.ts';
import { closeAll } from './close-all.ts';
import type { EngineChoice } from './draft.ts';
import { openStore } from './open-store.ts';
import { type OpenSecondEngine, openSecondEngine } from './second-engine.ts';

export interface Queues {
  /** @param from the project's source locale where it is left out */
  readonly queueFor: (locale: string, from?: string) => Queue;
  /** What the engines that translate were sent. */
  readonly usage: () => Usage;
  /** What machine sentences are compared with, as far as the configuration names it and it is to be had. */
  readonly second: SecondEngine | undefined;
  readonly store: Store;
  /** Submits as batches what a run with `batch` has gathered. Rejects with a KnownError where a provider does not take it. */
  readonly submitGathered: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Failures in a row before the second engine is given up for the run. */
const OPINION_ATTEMPTS = 3;
/** How long (ms) providers may take to hand out a batch. */
const COLLECTING = 300_000;

/**
 * @param options.engine one engine for every locale, instead of the configured ones
 * @param options.maxCharacters a budget for this run, besides the configured ones
 * @throws KnownError where an engine is not to be had, or has not got the pair of a locale
 */
export async function openQueues(
  project: Project,
  locales: readonly string[],
  options: {
    engine?: string | undefined;
    maxCharacters?: number | undefined;
    /** Whether what would be sent is gathered for a batch, where an engine has batches. */
    batch?: boolean | undefined;
    /** Whether the checkout is gone after the run, unless its records are delivered. */
    isPassing?: boolean | undefined;
    clock: Clock;
    onEvent?: (event: QueueEvent) => void;
    /** Told which engine translates into which locale, and what the better ones lack. */
    onChosen?: (choices: readonly EngineChoice[]) => void;
    /** Told, each reason once, why sentences have no second opinion. */
    onNoOpinion?: (message: string) => void;
  },
): Promise<Queues> {
  const { clock } = options;
  const { limits, budget } = project.config;
  const now = clock.now();
  const charactersPerRun = Math.min(budget.charactersPerRun ?? Number.POSITIVE_INFINITY, options.maxCharacters ?? Number.POSITIVE_INFINITY);
  const onAway = (message: string, milliseconds: number) =>
    options.onEvent?.({ type: 'paused', engine: "the store's database", milliseconds, message });
  const { store, budget: runBudget } = await openStore(project, { clock, charactersPerRun, isPassing: options.isPassing, onAway });
  const label = `dragoman-${new Date(now).toISOString()}`;
  const engines = new Map<string, Engine>();
  const queues = new Map<string, Queue>();
  const chains = new Map<string, Queue>();
  const termsFor = (locale: string, from: string) => openGlossary(project, locale, from).required;
  const batchQueues: BatchQueue[] = [];
  const open = (
    engine: Engine,
    more: Partial<Pick<QueueOptions, 'budget' | 'onEvent' | 'limits'>> = { budget: runBudget, onEvent: options.onEvent },
  ): Queue => {
    const settings = { limits, clock, store, label, ...more };
    const queue = preparedQueue(createQueue(engine, settings), termsFor);
    if (engine.batches === undefined) return queue;
    const batching = createBatchQueue(queue, engine, options.batch === true, settings);
    batchQueues.push(batching);
    return batching;
  };
  const collect = async (engine: Engine) => {
    if (engine.batches === undefined) return;
    await collectBatches(engine, { limits, clock, store, onEvent: options.onEvent }, AbortSignal.timeout(COLLECTING));
  };
  /** What is free is no money of the budget's, and what ails it is told as a lack of opinions. */
  const openSecond = async (engine: Engine) => {
    await collect(engine);
    const onEvent = (event: QueueEvent) => void (event.type === 'batch' && options.onEvent?.(event));
    // Nothing waits long for an opinion.
    const patient = { ...limits, attempts: Math.min(limits.attempts, OPINION_ATTEMPTS) };
    return open(engine, { limits: patient, budget: engine.pricePerMillionCharacters === undefined ? undefined : runBudget, onEvent });
  };
  let second: OpenSecondEngine | undefined;
  try {
    const choices = await chooseEngines(project, locales, options.engine, engines);
    options.onChosen?.(choices);
    for (const engine of engines.values()) await collect(engine);
    for (const { from, locale, usable } of choices) {
      const chain = usable.map(([name, engine]) => {
        const queue = queues.get(name) ?? open(engine);
        queues.set(name, queue);
        return queue;
      });
      const key = chain.map((queue) => queue.name).join(' ');
      const known = chains.get(key) ?? createChain(chain as unknown as readonly [Queue, ...Queue[]]);
      chains.set(key, known);
      chains.set(pairName({ from, to: locale }), known);
    }
    second = await openSecondEngine(project, choices, engines, openSecond, options.onNoOpinion ?? (() => {}));
  } catch (error) {
    await closeAll([...[...engines.values()].map((engine) => () => engine.close?.()), store.close]).catch(() => {});
    throw error;
  }
  return {
    queueFor: (locale, from = project.config.sourceLocale) => chains.get(pairName({ from, to: locale })) as Queue,
    usage: () => [...queues.values()].map((queue) => queue.usage).reduce(addUsage),
    second,
    store,
    submitGathered: async (signal) => {
      try {
        for (const queue of batchQueues) await queue.submitGathered(signal);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        const help = error.help ?? 'Run "dragoman translate" without --batch.';
        throw new KnownError(`The batch was not submitted: ${error.message}`, { help, cause: error });
      }
    },
    close: () => {
      // One that refused every locale has no queue.
      const open = [...engines].map(([name, engine]) => queues.get(name) ?? engine);
      return closeAll([() => second?.close(), ...open.map((one) => () => one.close?.()), store.close]);
    },
  };
}
