/** What a run works with: its tools, what was chosen, and where it counts. */

import type { Article } from '../article.ts';
import type { Lookup } from '../memory/recall.ts';
import type { Memory } from '../memory/store.ts';
import type { EditionTools, Glossary } from '../project/editions.ts';
import type { Freshness, FreshnessSurvey } from '../project/freshness.ts';
import type { Project, Source } from '../project/project.ts';
import type { Renamed } from '../project/renames.ts';
import type { Queue } from '../queue/queue.ts';
import type { Usage } from '../queue/sending/event.ts';
import type { Event, Failure, Summary } from './summary.ts';

export interface TranslateTools extends EditionTools {
  /** The way to a locale's engine. */
  readonly queueFor: (locale: string) => Queue;
  /** What has been sent so far. */
  readonly usage: () => Usage;
  /** What other articles of a locale know. */
  readonly memoryFor?: (locale: string) => Lookup;
  /** Sentences of a locale's memory that are like a text, for engines that take examples. */
  readonly nearFor?: (locale: string) => Memory['near'];
  /** What needs no look; without it everything is read. */
  readonly freshness?: Freshness;
  /** Called with the receipts of answers that stand in a record on disk. */
  readonly recorded?: (receipts: readonly string[]) => void;
}

export interface RunOptions {
  readonly sources: readonly Source[];
  readonly locales: readonly string[];
  /** Where the caller has made it already. */
  readonly survey?: FreshnessSurvey | undefined;
  /** Tells what would be sent; sends and writes nothing. */
  readonly dryRun?: boolean;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: Event) => void;
}

/** Localized files, those of strings among them; the summary's editions are those of articles. */
interface RunProgress {
  /** Brought up to date, or found so. */
  done: number;
  readonly editions: number;
  /** Those that are not as the last run left them. */
  readonly work: number;
  /** How many of these are there, a part of one for every text that came back. */
  reached: number;
}

export interface TranslateRun {
  readonly project: Project;
  readonly tools: TranslateTools;
  readonly options: RunOptions;
  readonly summary: Summary;
  readonly glossaryFor: (locale: string) => Glossary;
  /** An article of another name, and of a record without one, that has the same words. */
  readonly formerOf: (article: Article, locale: string) => Renamed | undefined;
  /** Texts that a dry run has counted. */
  readonly foreseen: Set<string>;
  readonly progress: RunProgress;
  readonly fail: (failure: Failure) => void;
  readonly onEvent: (event: Event) => void;
}
