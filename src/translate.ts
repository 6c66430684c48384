/**
 * The main job: every edition of every chosen article is read, its people's edits are taken in, what is still valid is
 * recalled, only the rest goes to the engine, and record and edition are written. Stop it anywhere and start it again.
 */

import PQueue from 'p-queue';
import type { Article } from './article.ts';
import { openGlossary } from './editions.ts';
import type { Standing } from './freshness.ts';
import { editionFile, type Project, type Source } from './project.ts';
import { openSource } from './reading.ts';
import { renameFinder } from './renames.ts';
import { bringUpToDate } from './translate/edition.ts';
import { failureOf } from './translate/failures.ts';
import type { Run, TranslateOptions, TranslateTools } from './translate/run.ts';
import { emptySummary, type Summary } from './translate/summary.ts';

/** Editions at work at once: enough to fill every worker's requests, few enough for any machine's memory. */
const EDITIONS_AT_ONCE = 64;

/**
 * Brings editions up to date. Content problems are findings, and what goes wrong with one article or edition is a failure of
 * that one: both are events and counted in the summary.
 */
export async function translate(project: Project, tools: TranslateTools, options: TranslateOptions): Promise<Summary> {
  const run = begin(project, tools, options);
  const { summary, fail } = run;
  const work = new PQueue({ concurrency: EDITIONS_AT_ONCE });
  for (const source of options.sources.toReversed()) {
    if (options.signal.aborted) break;
    const looks = options.locales.map((locale) => ({ locale, ...(tools.freshness?.look(source, locale) ?? UNSEEN) }));
    const stale = looks.filter(({ locale, standing }) => {
      if (standing !== undefined) pass(run, source, locale, standing);
      return standing === undefined;
    });
    const articles = opened(
      run,
      source,
      stale.map(({ locale }) => locale),
    );
    if (articles === undefined) continue;
    if (source.format === 'markdown') summary.articles++;
    for (const { locale, stamps } of stale) {
      await work.onSizeLessThan(1);
      if (options.dryRun !== true) await tools.queueFor(locale).ready();
      void work.add(async () => {
        try {
          await bringUpToDate(run, source, articles.get(locale) as Article, locale, stamps);
        } catch (error) {
          fail(failureOf(error, source.slug, locale));
        }
      });
    }
  }
  await work.onIdle();
  if (options.dryRun !== true) {
    const { requests, characters, cost } = tools.usage();
    Object.assign(summary.engine, { requests, characters, cost });
  }
  return summary;
}

/** Where nothing is known of an edition's files. */
const UNSEEN = { stamps: undefined, standing: undefined };

/** @throws KnownError where a glossary is not usable */
function begin(project: Project, tools: TranslateTools, options: TranslateOptions): Run {
  const { onEvent = () => {}, locales } = options;
  const summary = emptySummary();
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
    progress: { done: 0, editions: options.sources.length * locales.length },
    fail: (failure) => {
      summary.failures.push(failure);
      onEvent(failure);
    },
    onEvent,
  };
}

/** The source's article for each locale, or a failure and undefined. A source that nobody needs is not read. */
function opened({ project, fail }: Run, source: Source, locales: readonly string[]): ReadonlyMap<string, Article> | undefined {
  try {
    return locales.length === 0 ? new Map() : openSource(project, source, locales);
  } catch (error) {
    fail(failureOf(error, source.slug));
    return undefined;
  }
}

/** Counts an edition that is as the last run left it. What that run found in it was told then; `check` tells it again. */
function pass({ project, summary, progress, onEvent }: Run, source: Source, locale: string, standing: Standing): void {
  const { segments, reviewed, errors, warnings } = standing;
  progress.done++;
  if (source.format === 'markdown') summary.editions++;
  summary.segments.total += segments;
  summary.segments.reviewed += reviewed;
  summary.segments.recalled += segments - reviewed;
  summary.files.unchanged += 2;
  summary.findings.error += errors;
  summary.findings.warning += warnings;
  onEvent({ type: 'edition', slug: source.slug, locale, file: editionFile(project, source, locale), state: 'unchanged' });
}
