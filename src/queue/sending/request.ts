/** A batch as the request that the engine is called with. */

import type { EngineCharge, EngineRemarks, EngineRequest } from '../../engines/engine.ts';
import type { Job } from '../jobs/job.ts';
import type { Batch, Reported } from './batch.ts';

/**
 * @param batch of one job at least
 * @param label names the run
 */
export function requestOf({ jobs: queued, unmarked }: Batch, label: string | undefined): { request: EngineRequest; reported: Reported } {
  const jobs = queued.map(({ job }) => job);
  const { from, to } = jobs[0] as Job;
  const terms = distinct(jobs.flatMap((job) => job.terms ?? []));
  const examples = distinct(jobs.flatMap((job) => job.examples ?? []));
  const hasContext = unmarked === undefined && jobs.some((job) => job.context !== undefined);
  const hasRepairs = unmarked === undefined && jobs.some((job) => job.repair !== undefined);
  const remarks: EngineRemarks[] = [];
  const charges: EngineCharge[] = [];
  const request: EngineRequest = {
    texts: unmarked?.texts ?? jobs.map((job) => job.text),
    from,
    to,
    ...(terms.length > 0 ? { terms } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(hasContext ? { contexts: jobs.map((job) => job.context ?? {}) } : {}),
    ...(hasRepairs ? { repairs: jobs.map((job) => job.repair) } : {}),
    ...(label !== undefined ? { label } : {}),
    report: (text, remark) => {
      remarks[text] = remark;
    },
    bill: (charge) => void charges.push(charge),
  };
  return { request, reported: { remarks, charges } };
}

function distinct<Pair extends { readonly source: string; readonly target: string }>(pairs: readonly Pair[]): Pair[] {
  return pairs.length < 2 ? [...pairs] : [...new Map(pairs.map((pair) => [`${pair.source}\u0000${pair.target}`, pair])).values()];
}
