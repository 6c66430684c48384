/**
 * The main job: every edition of every chosen article is opened, what is still valid is recalled, only the rest goes to the engine,
 * and what comes of it is acted on. Stop it anywhere and start it again.
 */

import PQueue from 'p-queue';
import type { Article } from '../article.ts';
import { KnownError } from '../errors.ts';
import type { Memory } from '../memory/store.ts';
import type { Queue } from '../queue/queue.ts';
import type { Usage } from '../queue/sending/event.ts';
import type { SharedMemory } from '../store/shared-memory.ts';
import type { Disk } from './disk.ts';
import { failureOf } from './failures.ts';
import { refuseTooLarge } from './foreseen-size.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { type Answers, foreseenCounts, NO_ANSWERS, type Outcome, outcomeOf } from './outcome.ts';
import { NO_OPINIONS, type Opinions } from './ranks.ts';
import { readSource } from './reading.ts';
import { askOpinions, foreseenOpinions, opinionRequest } from './second-opinion.ts';
import { EXAMPLES } from './segment-request.ts';
import { requestFor, sendAll } from './send.ts';
import { nearWithShared, shareOutcome, withShared } from './shared.ts';
import type { EditionPaths } from './source.ts';
import type { EditionCounts, Event, FreshnessSurvey, Summary } from './summary.ts';
import { openTally, type Tally } from './tally.ts';

/** Editions at work at once: enough to fill every worker's requests, few enough for any machine's memory. */
const EDITIONS_AT_ONCE = 64;

/** An edition is made anew for so many saves while it is made; no person saves as quickly. */
const MOST_SAVES = 20;

export interface TranslateTools {
  readonly disk: Disk;
  /** The way to the engine of a locale. @param from the language of what is translated, where that is not the project's */
  readonly queueFor: (locale: string, from?: string) => Queue;
  /** What has been sent so far. */
  readonly usage: () => Usage;
  /** Sentences of a locale's memory that are like a text, for engines that take examples. */
  readonly nearFor?: (locale: string) => Memory['near'];
  /** What desks know together. */
  readonly shared?: SharedMemory | undefined;
  readonly freshness?: Freshness;
  readonly second?: SecondEngine | undefined;
  /** Called with the receipts of answers that a record on disk holds. */
  readonly recorded?: (receipts: readonly string[]) => void;
  /** Called with each edition once its files are written. */
  readonly onWritten?: (outcome: Outcome) => void;
}

/** The engine that machine sentences are compared with. */
export interface SecondEngine {
  /** Undefined where it does not translate the pair. @param from as of `queueFor` */
  readonly queueFor: (locale: string, from?: string) => Queue | undefined;
  /** What it has been sent so far. */
  readonly usage: () => Usage;
  /** Told why sentences have no rank; never a failure of the run. */
  readonly onFailure: (failure: unknown) => void;
}

/** What the files of an edition say once a run has brought it up to date. */
export interface FinalTexts {
  readonly source: string;
  readonly edition: string;
  readonly record: string;
  /** Whether this run has written the edition or the record. */
  readonly isWritten: boolean;
}

/** Told of editions that are whole, so that the next run need not open them. */
export interface Freshness {
  /**
   * Looks at an edition's files before they are read.
   * @returns saves that another run over these files has nothing to do
   */
  readonly look: (paths: EditionPaths) => (counts: EditionCounts, texts: FinalTexts) => void;
}

export interface RunOptions {
  /** What there is to do. */
  readonly survey: FreshnessSurvey;
  /** Tells what would be sent; sends and writes nothing. */
  readonly dryRun?: boolean;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: Event) => void;
}

/**
 * Brings editions up to date. Content problems are findings, and what goes wrong with one article or edition is a failure of
 * that one: both are events and counted in the summary. A glossary that is not usable fails the editions that are held to it.
 */
export async function translateEditions(tools: TranslateTools, options: RunOptions): Promise<Summary> {
  const { survey, signal } = options;
  const { disk, freshness } = tools;
  const tally = openTally(survey, () => tools.usage().characters, options.onEvent);
  const work = new PQueue({ concurrency: EDITIONS_AT_ONCE });
  const faults: unknown[] = [];
  for (const { source, locales: stale } of survey.stale.toReversed()) {
    if (signal.aborted || faults.length > 0) break;
    // Looked at before anything is read: what changes from here on is seen by the next run.
    const editions = stale.map((locale) => {
      const paths = disk.editionPaths(source, locale);
      return { paths, remember: freshness?.look(paths) };
    });
    let text: string;
    let articles: ReadonlyMap<string, Article>;
    try {
      text = disk.readSource(source);
      articles = readSource(disk.settings, source, text, stale);
    } catch (error) {
      tally.fail(failureOf(error, source.slug));
      continue;
    }
    if (source.format === 'markdown') tally.summary.articles++;
    for (const { paths, remember } of editions) {
      const { locale } = paths;
      await work.onSizeLessThan(1);
      if (options.dryRun !== true) await tools.queueFor(locale, source.locale).ready();
      void work.add(() =>
        bringUpToDate(paths, articles.get(locale) as Article, tools, options, tally)
          .then((outcome) => {
            if (outcome?.settled !== undefined) remember?.(outcome.settled, finalTexts(text, outcome));
          })
          .catch((error: unknown) => tally.fail(failureOf(error, source.slug, locale)))
          .catch((fault: unknown) => faults.push(fault)),
      );
    }
  }
  await work.onIdle();
  // A fault of the program itself is thrown once what was under way has been saved.
  if (faults.length > 0) throw faults[0];
  tally.end();
  const { summary } = tally;
  if (options.dryRun !== true) {
    const { requests, characters, cost } = tools.usage();
    Object.assign(summary.engine, { requests, characters, cost });
    if (tools.second !== undefined) summary.secondOpinion = spentOn(tools.second.usage());
  }
  return summary;
}

const spentOn = ({ requests, characters, cost }: Usage) => ({ requests, characters, cost });

/** @param outcome of an edition that is whole: it has both files */
function finalTexts(source: string, { files, record, edition }: Outcome): FinalTexts {
  return { source, edition: edition?.text ?? '', record: record?.text ?? '', isWritten: files.written > 0 };
}

/** @returns what was done to the edition's files; undefined under a dry run, which does nothing */
async function bringUpToDate(
  paths: EditionPaths,
  article: Article,
  tools: TranslateTools,
  { dryRun, signal }: RunOptions,
  tally: Tally,
): Promise<Outcome | undefined> {
  const { disk } = tools;
  const { source, locale } = paths;
  const desk = await withShared(disk.deskFor(locale, source.locale), article, tools.shared);
  const queue = tools.queueFor(locale, source.locale);
  let open = openEdition(paths, article, disk.read(paths), desk, () => disk.formerOf(article, paths));
  tally.opened(source);
  if (open.hand !== 'person') refuseTooLarge(open);
  for (let saves = 0; ; saves++) {
    const own = tools.nearFor?.(locale);
    const near = queue.takesExamples === true ? await nearWithShared(open, own, tools.shared, EXAMPLES) : own;
    const request = requestFor(open, desk, queue, near);
    if (dryRun === true) {
      if (open.hand === 'person') tally.add(outcomeOf(open, NO_ANSWERS, desk), 0);
      else {
        await tally.foresee(foreseenCounts(open, desk), request, queue);
        const second = tools.second?.queueFor(locale, source.locale);
        if (second !== undefined)
          await tally.foreseeOpinions(foreseenOpinions(open, desk, queue.name.split(', ')[0] ?? '', second), second);
      }
      return undefined;
    }
    const texts = request.prepared.length;
    const answers = await sendAll(request, queue, signal, () => tally.answered(texts));
    const outcome = outcomeOf(open, answers, desk, await opinionsOf(open, answers, tools, signal));
    if (await disk.write(outcome)) {
      tools.recorded?.(outcome.receipts);
      tools.onWritten?.(outcome);
      tally.add(outcome, texts);
      // Where it fails the edition counts as not looked at, so that the next run shares it.
      await shareOutcome(outcome, article, desk, tools.shared);
      return outcome;
    }
    if (saves >= MOST_SAVES) throw savedAllTheTime(open.file);
    // While the engine worked, a person has saved the edition or its record. What has been answered is in the journal.
    const { record, replaces: files } = open;
    open = openEdition(paths, article, disk.read(paths), desk, () => ({ record, files }));
  }
}

/** The second engine's, once every sentence has its translation. */
async function opinionsOf(open: OpenEdition, answers: Answers, { disk, second }: TranslateTools, signal: AbortSignal): Promise<Opinions> {
  const { source, locale } = open;
  const queue = second?.queueFor(locale, source.locale);
  if (queue === undefined || answers.failure !== undefined || open.hand === 'person') return NO_OPINIONS;
  const request = opinionRequest(open, answers, disk.deskFor(locale, source.locale), queue);
  if (request.unranked.length === 0) return NO_OPINIONS;
  const opinions = await askOpinions(request, queue, signal);
  if (opinions.failure !== undefined && !signal.aborted) second?.onFailure(opinions.failure);
  return opinions;
}

function savedAllTheTime(file: string): KnownError {
  return new KnownError(`${file}: saved again and again while its edition was made`, {
    expected: 'a file that rests for some milliseconds',
    got: `${MOST_SAVES} saves`,
    help: 'Run again once nothing writes to it; what was translated is kept.',
    place: file,
  });
}
