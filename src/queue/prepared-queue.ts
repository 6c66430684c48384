/** A queue whose engine keeps a glossary at its provider: the glossary is made there before the first text of a pair is sent. */

import type { EngineRequest } from '../engines/engine.ts';
import type { Queue } from './queue.ts';

/**
 * Returns the same queue where its engine prepares nothing. Else each pair is prepared once, when its first text is submitted. Where
 * that fails, the texts that wait for it fail, and the next text tries again.
 * @param termsFor the whole glossary of a pair, in dictionary forms
 */
export function preparedQueue(queue: Queue, termsFor: (to: string, from: string) => NonNullable<EngineRequest['terms']>): Queue {
  const { prepare } = queue;
  if (prepare === undefined) return queue;
  const pairs = new Map<string, Promise<void>>();
  const prepared = (from: string, to: string, signal: AbortSignal): Promise<void> => {
    const pair = `${from} ${to}`;
    const known = pairs.get(pair);
    if (known !== undefined) return known;
    const started = prepare({ from, to }, termsFor(to, from), signal);
    pairs.set(pair, started);
    started.catch(() => pairs.delete(pair));
    return started;
  };
  const submit: Queue['submit'] = async (job, signal) => {
    if (!(await queue.knows(job))) await prepared(job.from, job.to, signal);
    return queue.submit(job, signal);
  };
  // Getters such as `usage` are inherited, not copied, so that they stay current.
  return Object.assign(Object.create(queue) as Queue, { submit });
}
