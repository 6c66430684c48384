/** One request on the wire: what it holds, and the deadline that it meets. */

import type { Engine, EngineRequest } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import type { Clock } from './clock.ts';
import type { Job } from './job.ts';

/**
 * @param jobs of one pair of languages, at least one
 * @param texts what is sent in place of the jobs' own texts
 */
export function requestOf(jobs: readonly Job[], texts: readonly string[] | undefined): EngineRequest {
  const { from, to } = jobs[0] as Job;
  const terms = distinct(jobs.flatMap((job) => job.terms ?? []));
  const examples = distinct(jobs.flatMap((job) => job.examples ?? []));
  const hasContext = texts === undefined && jobs.some((job) => job.context !== undefined);
  return {
    texts: texts ?? jobs.map((job) => job.text),
    from,
    to,
    ...(terms.length > 0 ? { terms } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(hasContext ? { contexts: jobs.map((job) => job.context ?? {}) } : {}),
  };
}

function distinct<Pair extends { readonly source: string; readonly target: string }>(pairs: readonly Pair[]): Pair[] {
  return pairs.length < 2 ? [...pairs] : [...new Map(pairs.map((pair) => [`${pair.source}\u0000${pair.target}`, pair])).values()];
}

/**
 * Calls the engine, and ends the call on the wire when it has not answered in time.
 * @param wire aborted at the deadline; the caller may abort it earlier
 */
export async function callEngine(
  engine: Engine,
  request: EngineRequest,
  options: { readonly timeoutMs: number; readonly clock: Clock; readonly wire: AbortController },
): Promise<unknown> {
  const { timeoutMs, clock, wire } = options;
  const finished = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    wire.signal.addEventListener('abort', () => reject(wire.signal.reason), { once: true });
  });
  void clock.sleep(timeoutMs, finished.signal).then(() => {
    if (!finished.signal.aborted) wire.abort(new EngineError('unavailable', `${engine.name} did not answer in ${timeoutMs / 1000} s`));
  });
  try {
    return await Promise.race([engine.translate(request, wire.signal), ended]);
  } finally {
    finished.abort();
  }
}
