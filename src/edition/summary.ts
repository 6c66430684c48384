/** What a run tells while it goes and at its end; the JSON of the contract. */

import type { Finding } from '../finding.ts';
import type { Chosen } from './selection.ts';

export interface SegmentCounts {
  readonly total: number;
  readonly recalled: number;
  readonly reviewed: number;
  readonly translated: number;
  readonly pending: number;
}

/** Articles that are not translated, by why; a reason that none has is left out. */
export interface WithheldCounts {
  /** `translate: false` in the front matter, or not `true` where `select.optIn` asks for it. */
  readonly optedOut?: number;
  readonly draft?: number;
  /** An embargo that has not ended. */
  readonly embargo?: number;
  /** Before `select.since`. */
  readonly old?: number;
}

/** What a later run counts for an edition that it need not open. */
export interface EditionCounts {
  readonly segments: number;
  readonly reviewed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** `kept`: a person's own file without a record, which is left alone. */
export type EditionOutcome = 'written' | 'unchanged' | 'pending' | 'kept';

export interface Summary {
  readonly type: 'summary';
  articles: number;
  editions: number;
  readonly segments: { total: number; recalled: number; translated: number; reviewed: number; pending: number };
  readonly engine: {
    requests: number;
    characters: number;
    cost: number;
    currency: 'USD';
    /** Of a dry run: tokens will be paid, so that surroundings, terms and examples cost something too, and the cost is an estimate. */
    estimate?: 'tokens';
  };
  /** What the second engine was sent, apart from the first one's; absent where none is configured. */
  secondOpinion?: { requests: number; characters: number; cost: number };
  readonly findings: { error: number; warning: number };
  readonly files: { written: number; unchanged: number };
  /** Articles that are not translated, by why; absent where all are. */
  withheld?: WithheldCounts;
  /** What went wrong with whole articles or editions; empty where nothing did. */
  readonly failures: Failure[];
}

/** Why an article or an edition could not be brought up to date. */
export interface Failure {
  readonly type: 'failure';
  /** `input`: the file; `engine`, `budget`, `aborted`: the way to the engine. */
  readonly reason: 'input' | 'engine' | 'budget' | 'aborted' | 'deferred';
  readonly slug: string;
  readonly locale?: string;
  readonly message: string;
  readonly help?: string;
}

export type Event =
  | (Finding & { readonly type: 'finding' })
  | Failure
  | { readonly type: 'edition'; readonly slug: string; readonly locale: string; readonly file: string; readonly state: EditionOutcome }
  /** Machine sentences of the editions that were opened, by the engine that made them; told once, at the end. */
  | { readonly type: 'made'; readonly locale: string; readonly engine: string; readonly sentences: number }
  /** Editions of a locale that are as the last run left them. */
  | { readonly type: 'passed'; readonly locale: string; readonly editions: number }
  /** `done`: editions that are as they should be; `share`: how much of the rest is there, from 0 to 1. */
  | { readonly type: 'progress'; readonly done: number; readonly editions: number; readonly share: number; readonly characters: number };

/** A finding as those who read events see it: its message whole, without the parts of it. */
export function findingEvent({ wording: _, ...finding }: Finding): Event & Finding {
  return { type: 'finding', ...finding };
}

/** What there is to do, by the stamps of files. */
export interface FreshnessSurvey {
  /** The sources with locales that are to be opened, in the order given. */
  readonly stale: readonly Chosen[];
  /** For each locale, what is as the last run left it. */
  readonly passed: readonly Passed[];
  /** Articles of which nothing is stale. */
  readonly articles: number;
}

/** The sums over a locale's editions. */
interface Passed extends EditionCounts {
  readonly locale: string;
  /** Localized files, and those of articles among them. */
  readonly files: number;
  readonly editions: number;
}

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

/**
 * Counts editions that are as the last run left them. What that run found in them was told then; `check` tells it again.
 * @returns how many they are, those of strings included
 */
export function countPassed(summary: Summary, { passed, articles }: FreshnessSurvey, onEvent: (event: Event) => void): number {
  let done = 0;
  summary.articles += articles;
  for (const { locale, files, editions, segments, reviewed, errors, warnings } of passed) {
    if (files === 0) continue;
    done += files;
    summary.editions += editions;
    summary.segments.total += segments;
    summary.segments.reviewed += reviewed;
    summary.segments.recalled += segments - reviewed;
    summary.files.unchanged += 2 * files;
    summary.findings.error += errors;
    summary.findings.warning += warnings;
    onEvent({ type: 'passed', locale, editions: files });
  }
  return done;
}

/** A summary that says how many articles are not translated, and why. */
export function withWithheld(summary: Summary, withheld: WithheldCounts): Summary {
  return Object.keys(withheld).length === 0 ? summary : { ...summary, withheld };
}
