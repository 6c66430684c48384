/** A batch as the request that the engine is called with. */

import type { EngineRemarks, EngineRequest } from '../../engines/engine.ts';
import type { Job } from '../jobs/job.ts';
import type { Batch } from './batch.ts';

/**
 * @param batch of one job at least
 * @param label names the run
 * @returns the request, and the list that fills with what the engine says of its texts while it is on the wire
 */
export function requestOf(
  { jobs: queued, unmarked }: Batch,
  label: string | undefined,
): { request: EngineRequest; remarks: readonly (EngineRemarks | undefined)[] } {
  const jobs = queued.map(({ job }) => job);
  const { from, to } = jobs[0] as Job;
  const terms = distinct(jobs.flatMap((job) => job.terms ?? []));
  const examples = distinct(jobs.flatMap((job) => job.examples ?? []));
  const hasContext = unmarked === undefined && jobs.some((job) => job.context !== undefined);
  const remarks: EngineRemarks[] = [];
  const request: EngineRequest = {
    texts: unmarked?.texts ?? jobs.map((job) => job.text),
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
