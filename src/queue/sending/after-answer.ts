/** What becomes of the jobs of a request when its answer, or a refusal, is in. */

import type { EngineRemarks } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import { hasMarks } from '../../fragment/mark-faults.ts';
import { mendFragment } from '../../fragment/mend.ts';
import { faultIn, mendAnswer } from '../../fragment/settle.ts';
import { type WithoutMarks, withoutMarks } from '../../fragment/without-marks.ts';
import type { QueuedJob } from '../jobs/queued-job.ts';
import type { Batch, SentBatch } from './batch.ts';

export interface Next {
  /** Answers that can be used. */
  readonly good: readonly {
    readonly job: QueuedJob;
    readonly key: string;
    readonly text: string;
    readonly remarks?: EngineRemarks | undefined;
  }[];
  /** What is sent once more, each as a batch of its own. */
  readonly again: readonly { readonly jobs: readonly QueuedJob[]; readonly how: Partial<Batch> }[];
  /** Jobs that have no answer. */
  readonly lost: readonly { readonly job: QueuedJob; readonly error: EngineError }[];
}

/**
 * A job whose answer is bad is sent once more alone, then without its marks, then it is lost. Where another number of texts came
 * back than was sent, nobody can tell whose answer is whose: the batch is halved.
 * @param answer whatever the engine gave
 */
export function afterAnswer({ batch, texts, from, to, engine, reported }: SentBatch, answer: unknown): Next {
  if (!Array.isArray(answer) || answer.length !== texts.length) {
    if (batch.jobs.length > 1) return { good: [], again: halves(batch), lost: [] };
    const fault = `${Array.isArray(answer) ? answer.length : 'no'} texts came back for ${texts.length}`;
    return merge(batch.jobs.map((job) => nextStage(batch, job, `${engine}: ${fault}`)));
  }
  const tooLong = answer.map((text, index) => typeof text === 'string' && text.length > mostOf(texts[index] as string));
  const mended: unknown[] = answer.map((text, index) =>
    typeof text === 'string' && tooLong[index] !== true ? mendAnswer(texts[index] as string, text, from, to) : text,
  );
  return merge(
    batch.jobs.map((job, index) => {
      // Without its marks a text is sent in pieces.
      const isBounded = batch.unmarked === undefined ? tooLong[index] !== true : !tooLong.includes(true);
      if (!isBounded) return nextStage(batch, job, `${engine}: the answer is more than ${LONGER} times as long as its text`);
      const text = batch.unmarked === undefined ? mended[index] : restored(job.job.text, batch.unmarked, mended, to);
      const fault =
        text === undefined ? 'the marks were lost, and the words do not tell their places' : faultIn(job.job.text, text, from, to);
      if (fault !== undefined) return nextStage(batch, job, `${engine}: ${fault}`);
      return { good: [{ job, key: job.key, text: text as string, remarks: reported.remarks[index] }], again: [], lost: [] };
    }),
  );
}

/** No language needs so many times the characters of another: Chinese in English has five times as many. */
const LONGER = 20;

/** The most characters of a text's answer: what is longer is none, and would make the edition too large for good. */
const mostOf = (text: string): number => 500 + LONGER * text.length;

function restored(source: string, unmarked: WithoutMarks, answers: readonly unknown[], to: string): string | undefined {
  const text = unmarked.restore(answers);
  return text === undefined ? undefined : mendFragment(source, text, to);
}

/** A request refused for its content is halved until the one bad text is alone. */
export function afterRefusal(batch: Batch, error: EngineError): Next {
  if (batch.jobs.length > 1) return { good: [], again: halves(batch), lost: [] };
  return merge(
    batch.jobs.map((job) =>
      error.kind === 'answer' ? nextStage(batch, job, error.message) : { good: [], again: [], lost: [{ job, error }] },
    ),
  );
}

/** After so many silences a batch is halved. */
const WHOLE_TRIES = 2;

/** A request that got no answer: from the third try on it is halved, because less may be quicker, and one bad text takes no others with it. */
export function afterSilence(jobs: readonly QueuedJob[], how: Batch): Next {
  if (how.silences < WHOLE_TRIES || jobs.length === 1) return { good: [], again: [{ jobs, how }], lost: [] };
  return { good: [], again: halves({ jobs }, how), lost: [] };
}

function halves({ jobs }: { readonly jobs: readonly QueuedJob[] }, how: Partial<Batch> = {}): Next['again'] {
  const half = Math.ceil(jobs.length / 2);
  return [jobs.slice(0, half), jobs.slice(half)].map((part) => ({ jobs: part, how }));
}

function nextStage(batch: Batch, job: QueuedJob, fault: string): Next {
  const again = (how: Partial<Batch>) => ({ good: [], again: [{ jobs: [job], how }], lost: [] });
  if (batch.stage === 'packed') return again({ stage: 'alone' });
  if (batch.stage === 'alone' && hasMarks(job.job.text)) return again({ stage: 'unmarked', unmarked: withoutMarks(job.job.text) });
  return { good: [], again: [], lost: [{ job, error: new EngineError('answer', fault) }] };
}

function merge(all: readonly Next[]): Next {
  return { good: all.flatMap(({ good }) => good), again: all.flatMap(({ again }) => again), lost: all.flatMap(({ lost }) => lost) };
}
