/** A queue whose engine keeps a glossary with its provider: it is there before the first text of a pair is sent. */

import type { EngineRequest } from '../engines/engine.ts';
import type { Queue } from './queue.ts';

/**
 * The same queue where its engine prepares nothing. Else each pair is prepared once, when something is to be sent in it; a
 * failure is that of the texts that wait, and the next one tries again.
 * @param termsFor the whole glossary of a target locale, in dictionary forms
 */
export function preparedQueue(queue: Queue, termsFor: (to: string) => NonNullable<EngineRequest['terms']>): Queue {
  const { prepare } = queue;
  if (prepare === undefined) return queue;
  const pairs = new Map<string, Promise<void>>();
  const prepared = (from: string, to: string, signal: AbortSignal): Promise<void> => {
    const pair = `${from} ${to}`;
    const known = pairs.get(pair);
    if (known !== undefined) return known;
    const started = prepare({ from, to }, termsFor(to), signal);
    pairs.set(pair, started);
    started.catch(() => pairs.delete(pair));
    return started;
  };
  const submit: Queue['submit'] = async (job, signal) => {
    if (!queue.knows(job)) await prepared(job.from, job.to, signal);
    return queue.submit(job, signal);
  };
  // What the queue counts is read through it, not copied.
  return Object.assign(Object.create(queue) as Queue, { submit });
}
