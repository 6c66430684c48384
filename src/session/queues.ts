/** The engines of a run: opened once, each behind its queue, with one journal and one budget for all. */

import type { Engine } from '../engines/engine.ts';
import { openGlossary } from '../project/disk.ts';
import type { Project } from '../project/project.ts';
import { createBudget, startOfDay } from '../queue/accounts/budget.ts';
import { type Journal, journalFile, openJournal } from '../queue/accounts/journal.ts';
import { addUsage, createChain } from '../queue/chain.ts';
import { preparedQueue } from '../queue/prepared-queue.ts';
import { createQueue, type Queue } from '../queue/queue.ts';
import type { QueueEvent, Usage } from '../queue/sending/event.ts';
import type { Clock } from '../queue/timing/clock.ts';
import { chooseEngines } from './choices.ts';
import type { EngineChoice } from './draft.ts';

export interface Queues {
  readonly queueFor: (locale: string) => Queue;
  /** What all engines of the run were sent. */
  readonly usage: () => Usage;
  readonly journal: Journal;
  readonly close: () => Promise<void>;
}

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
    clock: Clock;
    onEvent?: (event: QueueEvent) => void;
    /** Told which engine translates into which locale, and what the better ones lack. */
    onChosen?: (choices: readonly EngineChoice[]) => void;
  },
): Promise<Queues> {
  const { clock } = options;
  const { limits, budget } = project.config;
  const now = clock.now();
  const journal = openJournal(journalFile(project.root), { name: new Date(now).toISOString(), at: now });
  const charactersPerRun = Math.min(budget.charactersPerRun ?? Number.POSITIVE_INFINITY, options.maxCharacters ?? Number.POSITIVE_INFINITY);
  const purse = createBudget({ ...budget, charactersPerRun }, clock, journal.charactersSince(startOfDay(now)));
  const label = `dragoman-${new Date(now).toISOString()}`;
  const engines = new Map<string, Engine>();
  const queues = new Map<string, Queue>();
  const chains = new Map<string, Queue>();
  const termsFor = (locale: string) => openGlossary(project, locale).held;
  try {
    const choices = await chooseEngines(project, locales, options.engine, engines);
    options.onChosen?.(choices);
    for (const { locale, usable } of choices) {
      const chain = usable.map(([name, engine]) => {
        const open = () => createQueue(engine, { limits, clock, journal, budget: purse, label, onEvent: options.onEvent });
        const queue = queues.get(name) ?? preparedQueue(open(), termsFor);
        queues.set(name, queue);
        return queue;
      });
      const key = chain.map((queue) => queue.name).join(' ');
      const known = chains.get(key) ?? createChain(chain as unknown as readonly [Queue, ...Queue[]]);
      chains.set(key, known);
      chains.set(locale, known);
    }
  } catch (error) {
    await Promise.all([...engines.values()].map((engine) => engine.close?.()));
    journal.close();
    throw error;
  }
  return {
    queueFor: (locale) => chains.get(locale) as Queue,
    usage: () => [...queues.values()].map((queue) => queue.usage).reduce(addUsage),
    journal,
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close?.()));
      // One that refused every locale has no queue.
      await Promise.all([...engines].map(([name, engine]) => (queues.has(name) ? undefined : engine.close?.())));
      journal.close();
    },
  };
}
