/**
 * The main job: every edition of every chosen article is read, its people's edits are taken in, what is still valid is
 * recalled, only the rest goes to the engine, and record and edition are written. Stop it anywhere and start it again.
 */

import PQueue from 'p-queue';
import type { Article } from '../article.ts';
import { openGlossary } from '../project/editions.ts';
import type { FreshnessSurvey } from '../project/freshness.ts';
import type { Project, Source } from '../project/project.ts';
import { openSource } from '../project/reading.ts';
import { renameFinder } from '../project/renames.ts';
import { failureOf } from './failures.ts';
import { bringUpToDate } from './outcome.ts';
import type { RunOptions, TranslateRun, TranslateTools } from './run.ts';
import { countPassed, emptySummary, type Summary } from './summary.ts';

/** Editions at work at once: enough to fill every worker's requests, few enough for any machine's memory. */
const EDITIONS_AT_ONCE = 64;

/**
 * Brings editions up to date. Content problems are findings, and what goes wrong with one article or edition is a failure of
 * that one: both are events and counted in the summary.
 */
export async function translateEditions(project: Project, tools: TranslateTools, options: RunOptions): Promise<Summary> {
  const { sources, locales } = options;
  const survey = options.survey ?? (await tools.freshness?.survey(sources, locales)) ?? unseen(sources, locales);
  const summary = emptySummary();
  const passed = countPassed(summary, survey, options.onEvent ?? (() => {}));
  const run = begin(project, tools, options, summary, passed);
  const { fail } = run;
  const work = new PQueue({ concurrency: EDITIONS_AT_ONCE });
  const faults: unknown[] = [];
  for (const { source, locales: stale } of survey.stale.toReversed()) {
    if (options.signal.aborted || faults.length > 0) break;
    // Taken before anything is read: what changes from here on is seen by the next run.
    const looks = stale.map((locale) => ({ locale, stamps: tools.freshness?.look(source, locale) }));
    const articles = opened(run, source, stale);
    if (articles === undefined) continue;
    if (source.format === 'markdown') summary.articles++;
    for (const { locale, stamps } of looks) {
      await work.onSizeLessThan(1);
      if (options.dryRun !== true) await tools.queueFor(locale).ready();
      void work.add(() =>
        bringUpToDate(run, source, articles.get(locale) as Article, locale, stamps)
          .catch((error: unknown) => fail(failureOf(error, source.slug, locale)))
          .catch((fault: unknown) => faults.push(fault)),
      );
    }
  }
  await work.onIdle();
  // A mistake of the program's own is told once what was under way has been saved.
  if (faults.length > 0) throw faults[0];
  if (options.dryRun !== true) {
    const { requests, characters, cost } = tools.usage();
    Object.assign(summary.engine, { requests, characters, cost });
  }
  return summary;
}

/** Where nothing is known of any edition's files. */
function unseen(sources: readonly Source[], locales: readonly string[]): FreshnessSurvey {
  return { stale: sources.map((source) => ({ source, locales })), passed: [], articles: 0 };
}

/** @throws KnownError where a glossary is not usable */
function begin(project: Project, tools: TranslateTools, options: RunOptions, summary: Summary, passed: number): TranslateRun {
  const { onEvent = () => {}, locales } = options;
  const editions = options.sources.length * locales.length;
  const perLocale = <Value>(make: (locale: string) => Value) => {
    const made = new Map(locales.map((locale) => [locale, make(locale)]));
    return (locale: string) => made.get(locale) as Value;
  };
  const finderFor = perLocale((locale) => renameFinder(project, locale, tools));
  return {
    project,
    tools,
    options,
    summary,
    glossaryFor: perLocale((locale) => openGlossary(project, locale)),
    formerOf: (article, locale) => finderFor(locale)(article),
    foreseen: new Set(),
    progress: { done: passed, editions, work: editions - passed, reached: 0 },
    fail: (failure) => {
      summary.failures.push(failure);
      onEvent(failure);
    },
    onEvent,
  };
}

/** The source's article for each locale, or a failure and undefined. */
function opened({ project, fail }: TranslateRun, source: Source, locales: readonly string[]): ReadonlyMap<string, Article> | undefined {
  try {
    return openSource(project, source, locales);
  } catch (error) {
    fail(failureOf(error, source.slug));
    return undefined;
  }
}
