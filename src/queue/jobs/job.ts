/** What goes into the queue and what comes out of it: one text each. */

import { hash } from 'node:crypto';
import type { DraftRepair, Engine, EngineRemarks, EngineRequest, TextContext } from '../../engines/engine.ts';

export interface Job {
  /** An XML fragment, as `toFragment` writes it. */
  readonly text: string;
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
  readonly terms?: EngineRequest['terms'];
  readonly examples?: EngineRequest['examples'];
  readonly context?: TextContext;
  readonly repair?: DraftRepair;
  /** Higher goes first, for example the article's date as a number; default 0. Equals go in the order of submission. */
  readonly priority?: number;
  /** The slug, for the ledger. */
  readonly article?: string;
}

export interface Answer {
  /** The fragment in the target language, with the marks of the job's text. */
  readonly text: string;
  /** The engine's name and model, for `Target.origin`. */
  readonly engine: string;
  /** What this text was billed for; 0 where another in flight was the same, or the journal had it. */
  readonly characters: number;
  /** What the engine had to say of this text. */
  readonly remarks?: EngineRemarks;
  /** From the journal: paid for by an earlier request. */
  readonly recovered?: true;
  /** Its key in the journal: hand it to `Journal.recorded` once the record on disk holds the text. */
  readonly receipt: string;
}

/** One job for each text of a request. */
export function jobsOf(request: EngineRequest): Job[] {
  const { from, to, terms, examples, contexts, repairs } = request;
  return request.texts.map((text, index) => ({
    text,
    from,
    to,
    ...(terms !== undefined && { terms }),
    ...(examples !== undefined && { examples }),
    ...(contexts !== undefined && { context: contexts[index] ?? {} }),
    ...(repairs?.[index] !== undefined && { repair: repairs[index] }),
  }));
}

/** Of languages, BCP 47. */
export interface LanguagePair {
  readonly from: string;
  readonly to: string;
}

export function pairName({ from, to }: LanguagePair): string {
  return `${from} ${to}`;
}

/**
 * The name of the engine for a pair of languages, for records, journal and ledger: `google general/nmt`, or the bare name of an
 * engine without a model.
 */
export function engineLabel(engine: Pick<Engine, 'name' | 'model' | 'modelFor'>, pair?: LanguagePair): string {
  const model = (pair && engine.modelFor?.(pair.from, pair.to)) ?? engine.model;
  return model === undefined ? engine.name : `${engine.name} ${model}`;
}

/**
 * The name of an answer: two jobs with one key want the same text. Context and examples are left out on purpose:
 * an answer that was paid for serves the same words in any article.
 */
export function jobKey(engine: string, job: Job): string {
  const terms = job.terms?.map(({ source, target }) => `${source}\u0001${target}`).join('\u0002') ?? '';
  const repair = job.repair === undefined ? [] : [job.repair.draft, ...job.repair.lacks];
  // 120 bits of the hash: no two of a million million texts meet.
  return hash('sha256', [engine, job.from, job.to, terms, job.text, ...repair].join('\u0000'), 'base64url').slice(0, 20);
}
