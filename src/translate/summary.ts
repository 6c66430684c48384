/** What a run tells while it goes and at its end; the JSON of the contract. */

import type { Finding } from '../finding.ts';

export interface Summary {
  readonly type: 'summary';
  articles: number;
  editions: number;
  readonly segments: { total: number; recalled: number; translated: number; reviewed: number; pending: number };
  readonly engine: { requests: number; characters: number; cost: number; currency: 'USD' };
  readonly findings: { error: number; warning: number };
  readonly files: { written: number; unchanged: number };
  /** What went wrong with whole articles or editions; empty where nothing did. */
  readonly failures: Failure[];
}

/** Why an article or an edition could not be brought up to date. */
export interface Failure {
  readonly type: 'failure';
  /** `input`: the file; `engine`, `budget`, `aborted`: the way to the engine. */
  readonly reason: 'input' | 'engine' | 'budget' | 'aborted';
  readonly slug: string;
  readonly locale?: string;
  readonly message: string;
  readonly help?: string;
}

export type Event =
  | (Finding & { readonly type: 'finding' })
  | Failure
  | { readonly type: 'edition'; readonly slug: string; readonly locale: string; readonly file: string; readonly state: EditionOutcome }
  | { readonly type: 'progress'; readonly done: number; readonly editions: number; readonly characters: number };

/** `kept`: a person's own file without a record, which is left alone. */
export type EditionOutcome = 'written' | 'unchanged' | 'pending' | 'kept';

export function emptySummary(): Summary {
  return {
    type: 'summary',
    articles: 0,
    editions: 0,
    segments: { total: 0, recalled: 0, translated: 0, reviewed: 0, pending: 0 },
    engine: { requests: 0, characters: 0, cost: 0, currency: 'USD' },
    findings: { error: 0, warning: 0 },
    files: { written: 0, unchanged: 0 },
    failures: [],
  };
}
