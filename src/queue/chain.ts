/** Several queues as one: a text that the first engine cannot translate goes to the next. Each queue has its own circuit breaker. */

import { EngineError, type EngineErrorKind } from '../errors.ts';
import { type Answer, type Job, jobsOf } from './jobs/job.ts';
import type { Queue } from './queue.ts';
import type { Usage } from './sending/event.ts';

/** Failures that no other engine cures. */
const ENDS: ReadonlySet<EngineErrorKind> = new Set(['aborted', 'budget', 'deferred']);

/**
 * A queue that tries queues in order. It moves on when an engine is down or stopped, and for a text that one engine has no
 * usable answer for; a budget or an abort ends it. A queue whose breaker is open refuses at once, so that no text waits for it.
 * @param queues first choice first, at least one
 */
export function createChain(queues: readonly [Queue, ...Queue[]]): Queue {
  const [first] = queues;
  if (queues.length === 1) return first;

  async function submit(job: Job, signal: AbortSignal): Promise<Answer> {
    // An answer that any of the engines was paid for is used before anything is sent.
    for (const queue of queues) if (await queue.knows(job)) return queue.submit(job, signal);
    let failure: unknown;
    for (const queue of queues) {
      try {
        return await queue.submit(job, signal);
      } catch (error) {
        failure = error;
        if (!(error instanceof EngineError) || ENDS.has(error.kind)) break;
      }
    }
    throw failure;
  }

  return {
    name: queues.map((queue) => queue.name).join(', '),
    ...(first.limits !== undefined && { limits: first.limits }),
    ...(first.pricePerMillionCharacters !== undefined && { pricePerMillionCharacters: first.pricePerMillionCharacters }),
    takesTerms: queues.every((queue) => queue.takesTerms === true),
    holdingTerms: first.takesTerms === true ? undefined : queues.find((queue) => queue.takesTerms === true),
    ...(first.paysTokens !== undefined && { paysTokens: first.paysTokens }),
    // A draft is mended by the engine that made it.
    takesRepairs: first.takesRepairs === true,
    takesExamples: queues.some((queue) => queue.takesExamples === true),
    submit,
    translate: async (request, signal) => {
      const answers = await Promise.all(jobsOf(request).map((job) => submit(job, signal)));
      for (const [index, { remarks }] of answers.entries()) if (remarks !== undefined) request.report?.(index, remarks);
      return answers.map((answer) => answer.text);
    },
    prepare: async (pair, terms, signal) => {
      const done = await Promise.allSettled(queues.map((queue) => queue.prepare?.(pair, terms, signal)));
      // Where one engine cannot be prepared its texts fail and the next engine takes them; only where all fail is that an error.
      const [failure] = done.filter((result) => result.status === 'rejected');
      if (failure !== undefined && done.every((result) => result.status === 'rejected')) throw failure.reason;
    },
    knows: async (job) => {
      for (const queue of queues) if (await queue.knows(job)) return true;
      return false;
    },
    ready: async () => {
      for (const queue of queues) await queue.ready();
    },
    get usage() {
      return queues.map((queue) => queue.usage).reduce(addUsage);
    },
    close: async () => {
      for (const queue of queues) await queue.close?.();
    },
  };
}

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    characters: a.characters + b.characters,
    maybeBilled: a.maybeBilled + b.maybeBilled,
    cost: a.cost + b.cost,
  };
}
