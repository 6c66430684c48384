/** The engines of a run: opened once, each behind its queue, with one journal and one budget for all. */

import { openEngine } from './adapters.ts';
import { engineChainFor } from './config.ts';
import type { Project } from './project.ts';
import { createBudget, startOfDay } from './queue/budget.ts';
import { createChain } from './queue/chain.ts';
import type { Clock } from './queue/clock.ts';
import type { QueueEvent } from './queue/event.ts';
import { type Journal, journalFile, openJournal } from './queue/journal.ts';
import { createQueue, type Queue } from './queue/queue.ts';

export interface Queues {
  readonly queueFor: (locale: string) => Queue;
  readonly journal: Journal;
  readonly close: () => Promise<void>;
}

/**
 * @param options.engine one engine for every locale, instead of the configured ones
 * @param options.maxCharacters a budget for this run, besides the configured ones
 * @throws KnownError where an engine is not to be had
 */
export async function openQueues(
  project: Project,
  locales: readonly string[],
  options: { engine?: string | undefined; maxCharacters?: number | undefined; clock: Clock; onEvent?: (event: QueueEvent) => void },
): Promise<Queues> {
  const { clock } = options;
  const { limits, budget } = project.config;
  const now = clock.now();
  const journal = openJournal(journalFile(project.root), { name: new Date(now).toISOString(), at: now });
  const charactersPerRun = Math.min(budget.charactersPerRun ?? Number.POSITIVE_INFINITY, options.maxCharacters ?? Number.POSITIVE_INFINITY);
  const purse = createBudget({ ...budget, charactersPerRun }, clock, journal.charactersSince(startOfDay(now)));
  const queues = new Map<string, Queue>();
  const chains = new Map<string, Queue>();
  try {
    for (const locale of locales) {
      const chain: Queue[] = [];
      for (const name of options.engine === undefined ? engineChainFor(project.config, locale) : [options.engine]) {
        const queue =
          queues.get(name) ??
          createQueue(await openEngine(project, name), { limits, clock, journal, budget: purse, onEvent: options.onEvent });
        queues.set(name, queue);
        chain.push(queue);
      }
      const key = chain.map((queue) => queue.name).join(' ');
      const known = chains.get(key) ?? createChain(chain as [Queue, ...Queue[]]);
      chains.set(key, known);
      chains.set(locale, known);
    }
  } catch (error) {
    await Promise.all([...queues.values()].map((queue) => queue.close?.()));
    journal.close();
    throw error;
  }
  return {
    queueFor: (locale) => chains.get(locale) as Queue,
    journal,
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close?.()));
      journal.close();
    },
  };
}
