/** Jobs that go out as one request. */

import type { EngineCharge, EngineRemarks } from '../../engines/engine.ts';
import type { WithoutMarks } from '../../fragment/without-marks.ts';
import type { ClaimedText } from '../../store/store.ts';
import { countCharacters } from '../../text.ts';
import type { QueuedJob } from '../jobs/queued-job.ts';

export interface Batch {
  /** Of one pair of languages. */
  jobs: QueuedJob[];
  /** `packed` with others; `alone` because its answer was bad; `unmarked`: alone and without its marks, because that answer was bad too. */
  readonly stage: 'packed' | 'alone' | 'unmarked';
  /** At stage `unmarked`: what is sent in place of the job's text. */
  readonly unmarked?: WithoutMarks;
  /** Characters that it holds of the budget. */
  reserved: number;
  /** How often no answer came. */
  readonly silences: number;
  /** How often no answer came while the engine answered other requests. */
  readonly failures: number;
  /** When (ms) it failed last. */
  readonly failedAt: number;
  /** Ends its waiting when nobody wants it any more. */
  readonly wake: AbortController;
}

/** What the engine tells while a request is on the wire. */
export interface Reported {
  /** Of the texts, with gaps. */
  readonly remarks: readonly (EngineRemarks | undefined)[];
  /** Of the calls to the provider. */
  readonly charges: readonly EngineCharge[];
}

/** A batch on the wire. */
export interface SentBatch {
  readonly batch: Batch;
  /** The engine's name and its model for the pair. */
  readonly engine: string;
  readonly texts: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly characters: number;
  /** When it left (ms). */
  readonly at: number;
  /** `Health.pauses` when it left. */
  readonly pauses: number;
  /** Filled while the request is on the wire. */
  readonly reported: Reported;
  /** The request's number in the store. */
  readonly request: number | undefined;
}

export function batchOf(jobs: QueuedJob[], how: Partial<Batch> = {}): Batch {
  const wake = new AbortController();
  const batch: Batch = { stage: 'packed', silences: 0, failures: 0, failedAt: 0, ...how, jobs, reserved: 0, wake };
  batch.reserved = charactersOf(batch);
  return batch;
}

/** What the request is billed for, in code points. */
export function charactersOf({ jobs, unmarked }: Batch): number {
  if (jobs.length === 0) return 0;
  if (unmarked !== undefined) return unmarked.texts.reduce((total, text) => total + countCharacters(text), 0);
  return jobs.reduce((total, job) => total + job.characters, 0);
}

/** The characters of each article, by slug; the empty slug where there is none. */
export function charactersByArticle(batch: Batch): Map<string, number> {
  if (batch.unmarked !== undefined) return new Map([[batch.jobs[0]?.job.article ?? '', charactersOf(batch)]]);
  const shares = new Map<string, number>();
  for (const { job, characters } of batch.jobs) shares.set(job.article ?? '', (shares.get(job.article ?? '') ?? 0) + characters);
  return shares;
}

/** Its texts as a store claims them. */
export function claimedTexts(batch: Batch): ClaimedText[] {
  const { jobs, unmarked } = batch;
  return jobs.map(({ job, key, characters }) => ({
    key,
    characters: unmarked === undefined ? characters : charactersOf(batch),
    article: job.article ?? '',
  }));
}
