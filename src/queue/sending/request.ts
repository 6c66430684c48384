/** One request on the wire: what it holds, and the deadline that it meets. */

import type { Engine, EngineRemarks, EngineRequest } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import type { Job } from '../jobs/job.ts';
import type { Clock } from '../timing/clock.ts';

/** A request, and what the engine says of its texts while it is on the wire. */
export interface Letter {
  readonly request: EngineRequest;
  /** By text, with gaps. */
  readonly remarks: readonly (EngineRemarks | undefined)[];
}

/**
 * @param jobs of one pair of languages, at least one
 * @param texts what is sent in place of the jobs' own texts
 * @param label names the run
 */
export function letterOf(jobs: readonly Job[], texts: readonly string[] | undefined, label: string | undefined): Letter {
  const { from, to } = jobs[0] as Job;
  const terms = distinct(jobs.flatMap((job) => job.terms ?? []));
  const examples = distinct(jobs.flatMap((job) => job.examples ?? []));
  const hasContext = texts === undefined && jobs.some((job) => job.context !== undefined);
  const remarks: EngineRemarks[] = [];
  const request: EngineRequest = {
    texts: texts ?? jobs.map((job) => job.text),
    from,
    to,
    ...(terms.length > 0 ? { terms } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(hasContext ? { contexts: jobs.map((job) => job.context ?? {}) } : {}),
    ...(label !== undefined ? { label } : {}),
    report: (text, remark) => {
      remarks[text] = remark;
    },
  };
  return { request, remarks };
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
