/** What becomes of the texts of a request when its answer, or a refusal, is in. */

import type { EngineRemarks } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import { faultOf, hasMarks } from '../../fragment/marks.ts';
import { withoutMarks } from '../../fragment/without-marks.ts';
import type { Task } from '../jobs/queued-job.ts';
import type { Pack, Sent } from './batch.ts';

export interface Next {
  /** Answers that can be used. */
  readonly good: readonly {
    readonly task: Task;
    readonly key: string;
    readonly text: string;
    readonly remarks?: EngineRemarks | undefined;
  }[];
  /** What is sent once more, each as a request of its own. */
  readonly again: readonly { readonly tasks: readonly Task[]; readonly how: Partial<Pack> }[];
  /** Texts that have no answer. */
  readonly lost: readonly { readonly task: Task; readonly error: EngineError }[];
}

/**
 * A bad answer's text is sent once more alone, then without its marks, then it is lost. Where not as many texts come back as were
 * sent, it cannot be told whose answer is whose: the request is halved.
 * @param answer whatever the engine gave
 */
export function afterAnswer({ pack, texts, engine, remarks }: Sent, answer: unknown): Next {
  if (!Array.isArray(answer) || answer.length !== texts.length) {
    if (pack.tasks.length > 1) return { good: [], again: halves(pack), lost: [] };
    const fault = `${Array.isArray(answer) ? answer.length : 'no'} texts came back for ${texts.length}`;
    return merge(pack.tasks.map((task) => nextStage(pack, task, `${engine}: ${fault}`)));
  }
  return merge(
    pack.tasks.map((task, index) => {
      const text: unknown = pack.bare === undefined ? answer[index] : pack.bare.restore(answer);
      const fault = text === undefined ? 'the marks were lost, and the words do not tell their places' : faultOf(task.job.text, text);
      if (fault !== undefined) return nextStage(pack, task, `${engine}: ${fault}`);
      return { good: [{ task, key: task.key, text: text as string, remarks: remarks[index] }], again: [], lost: [] };
    }),
  );
}

/** A request refused for its content: halved until the one bad text is alone. */
export function afterRefusal(pack: Pack, error: EngineError): Next {
  if (pack.tasks.length > 1) return { good: [], again: halves(pack), lost: [] };
  return merge(
    pack.tasks.map((task) =>
      error.kind === 'answer' ? nextStage(pack, task, error.message) : { good: [], again: [], lost: [{ task, error }] },
    ),
  );
}

export function halves(pack: Pack, how: Partial<Pack> = {}): Next['again'] {
  const half = Math.ceil(pack.tasks.length / 2);
  return [pack.tasks.slice(0, half), pack.tasks.slice(half)].map((tasks) => ({ tasks, how }));
}

function nextStage(pack: Pack, task: Task, fault: string): Next {
  const again = (how: Partial<Pack>) => ({ good: [], again: [{ tasks: [task], how }], lost: [] });
  if (pack.stage === 'packed') return again({ stage: 'alone' });
  if (pack.stage === 'alone' && hasMarks(task.job.text)) return again({ stage: 'bare', bare: withoutMarks(task.job.text) });
  return { good: [], again: [], lost: [{ task, error: new EngineError('answer', fault) }] };
}

function merge(all: readonly Next[]): Next {
  return { good: all.flatMap(({ good }) => good), again: all.flatMap(({ again }) => again), lost: all.flatMap(({ lost }) => lost) };
}
