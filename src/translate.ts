/**
 * The main job: every edition of every chosen article is read, its people's edits are taken in, what is still valid is
 * recalled, only the rest goes to the engine, and record and edition are written. Stop it anywhere and start it again.
 */

import { rmSync } from 'node:fs';
import PQueue from 'p-queue';
import type { Article, Edition, Segment } from './article.ts';
import {
  checkEdition,
  type EditionTools,
  type Glossary,
  type OpenEdition,
  openEdition,
  openGlossary,
  openSource,
  renewedRecord,
  writtenEdition,
} from './editions.ts';
import { EngineError, KnownError } from './errors.ts';
import { writePair } from './files.ts';
import type { Finding } from './finding.ts';
import type { Freshness, Stamps, Standing } from './freshness.ts';
import type { Lookup } from './memory/recall.ts';
import type { Memory } from './memory/store.ts';
import { editionFile, locate, type Project, type Source } from './project.ts';
import type { Usage } from './queue/event.ts';
import { countCharacters } from './queue/job.ts';
import type { Queue } from './queue/queue.ts';
import { type Renamed, renameFinder } from './renames.ts';
import { words } from './text.ts';
import { type Prepared, prepare, type Surroundings, send, type Translated, withoutEngine } from './translate/segment.ts';
import { type EditionOutcome, type Event, emptySummary, type Failure, type Summary } from './translate/summary.ts';

/** Editions at work at once: enough to fill every worker's requests, few enough for any machine's memory. */
const EDITIONS_AT_ONCE = 64;

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

export interface TranslateOptions {
  readonly sources: readonly Source[];
  readonly locales: readonly string[];
  /** Tells what would be sent; sends and writes nothing. */
  readonly dryRun?: boolean;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: Event) => void;
}

/**
 * Brings editions up to date. Content problems are findings, and what goes wrong with one article or edition is a failure of
 * that one: both are events and counted in the summary.
 */
export async function translate(project: Project, tools: TranslateTools, options: TranslateOptions): Promise<Summary> {
  const { onEvent = () => {}, signal } = options;
  const summary = emptySummary();
  const glossaries = new Map(options.locales.map((locale) => [locale, openGlossary(project, locale)]));
  const foreseen = new Set<string>();
  const finders = new Map(options.locales.map((locale) => [locale, renameFinder(project, locale, tools)]));
  const renames = (locale: string) => finders.get(locale) ?? (() => undefined);
  const work = new PQueue({ concurrency: EDITIONS_AT_ONCE });
  const fail = (failure: Failure) => {
    summary.failures.push(failure);
    onEvent(failure);
  };
  for (const source of options.sources.toReversed()) {
    if (signal.aborted) break;
    const looks = options.locales.map((locale) => ({ locale, ...(tools.freshness?.look(source, locale) ?? UNSEEN) }));
    const stale = looks.filter(({ locale, standing }) => {
      if (standing !== undefined)
        pass(summary, onEvent, { slug: source.slug, locale, file: editionFile(project, source, locale) }, standing);
      return standing === undefined;
    });
    const article = stale.length === 0 ? undefined : opened(project, source, fail);
    summary.articles += article === undefined && stale.length > 0 ? 0 : 1;
    if (article === undefined) continue;
    for (const { locale, stamps } of stale) {
      await work.onSizeLessThan(1);
      if (options.dryRun !== true) await tools.queueFor(locale).ready();
      void work.add(async () => {
        try {
          const run: Run = {
            foreseen,
            renames,
            project,
            tools,
            options,
            glossary: glossaries.get(locale) as Glossary,
            summary,
            fail,
            onEvent,
          };
          await bringUpToDate(run, source, article, locale, stamps);
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

interface Run {
  readonly renames: (locale: string) => (article: Article) => Renamed | undefined;
  /** Texts that a dry run has counted. */
  readonly foreseen: Set<string>;
  readonly project: Project;
  readonly tools: TranslateTools;
  readonly options: TranslateOptions;
  readonly glossary: Glossary;
  readonly summary: Summary;
  readonly fail: (failure: Failure) => void;
  readonly onEvent: (event: Event) => void;
}

async function bringUpToDate(run: Run, source: Source, article: Article, locale: string, stamps: Stamps | undefined): Promise<void> {
  const { project, tools, options, glossary, summary } = run;
  const memory = tools.memoryFor?.(locale);
  let renamed: Renamed | undefined;
  const former = () => {
    renamed = run.renames(locale)(article);
    return renamed?.record;
  };
  const open = openEdition(project, source, article, locale, { glossary, tools, memory, former });
  summary.editions++;
  if (open.hand === 'person') {
    finish(run, open, [handMade(open)], 'kept');
    return;
  }
  const { targets: ready, rest } = withoutEngine(open, glossary);
  const { prepared, around } = prepareAll(run, open, rest);
  const reviewed = [...ready.values()].filter((target) => target.state === 'reviewed').length;
  summary.segments.total += ready.size + prepared.length;
  summary.segments.reviewed += reviewed;
  summary.segments.recalled += ready.size - reviewed;
  if (options.dryRun === true) {
    foresee(run, prepared, around);
    return;
  }
  const { done, refused, failure } = await sendAll(run, prepared, around);
  const targets = new Map([...ready, ...[...done].map(([id, { target }]) => [id, target] as const)]);
  summary.segments.translated += done.size;
  summary.segments.pending += prepared.length - done.size;
  // An engine that refuses every text is of no use, whatever it says of each.
  const ended = failure ?? (done.size === 0 ? [...refused.values()][0] : undefined);
  if (ended !== undefined) run.fail(failureOf(ended, source.slug, locale));

  const isWhole = ended === undefined;
  const edition: Edition = { ...open.edition, targets };
  const written = write(run, open, edition, isWhole);
  for (const file of renamed?.files ?? []) rmSync(locate(project, file), { force: true });
  tools.recorded?.([...done.values()].flatMap(({ receipt }) => receipt ?? []));
  const findings = isWhole
    ? [
        ...refusals(open, refused),

        ...checkEdition(project, open, edition, written.output, { glossary, tools }),
      ]
    : [];
  finish(run, open, [...open.findings, ...findings], isWhole ? (written.files > 0 ? 'written' : 'unchanged') : 'pending');
  if (isWhole && refused.size === 0 && stamps !== undefined)
    tools.freshness?.save(source, locale, stamps, standingOf(edition, findings), written.files > 0);
}

/** What a dry run tells: the texts that would be sent, each once. */
function foresee({ summary, tools, foreseen }: Run, prepared: readonly Prepared[], { to }: Surroundings): void {
  const queue = tools.queueFor(to);
  for (const { job } of prepared) {
    const name = `${to} ${job.text}`;
    if (foreseen.has(name) || queue.knows(job)) continue;
    foreseen.add(name);
    const characters = countCharacters(job.text);
    summary.engine.characters += characters;
    summary.engine.cost += (characters * (queue.pricePerMillionCharacters ?? 0)) / 1e6;
  }
  summary.segments.pending += prepared.length;
}

function prepareAll(run: Run, open: OpenEdition, rest: readonly Segment[]): { prepared: Prepared[]; around: Surroundings } {
  const { article, locale } = open.edition;
  const around: Surroundings = {
    slug: article.id,
    from: article.locale,
    to: locale,
    glossary: run.glossary,
    takesTerms: run.tools.queueFor(locale).takesTerms === true,
    ...(run.tools.queueFor(locale).takesExamples === true && { near: run.tools.nearFor?.(locale) }),
    priority: dateOf(article),
  };
  const wanted = new Set(rest);
  const prepared = article.blocks.flatMap((block) =>
    block.segments.filter((segment) => wanted.has(segment)).map((segment) => prepare(segment, block, around)),
  );
  return { prepared, around };
}

/**
 * Every text on its own.
 * @returns what came back; texts that the engine refused for what they are; and what ended the sending, where something did
 */
async function sendAll(run: Run, prepared: readonly Prepared[], around: Surroundings) {
  const { tools, options, onEvent, summary } = run;
  const queue = tools.queueFor(around.to);
  const done = new Map<string, Translated>();
  const refused = new Map<string, EngineError>();
  let failure: unknown;
  const editions = options.sources.length * options.locales.length;
  await Promise.all(
    prepared.map(async (one) => {
      try {
        done.set(one.segment.id, await send(one, queue, around, options.signal));
        onEvent({ type: 'progress', done: summary.editions, editions, characters: queue.usage.characters });
      } catch (error) {
        if (error instanceof EngineError && (error.kind === 'answer' || error.kind === 'invalid')) refused.set(one.segment.id, error);
        else failure ??= error;
      }
    }),
  );
  return { done, refused, failure };
}

/** Record first, then the edition; an edition that is not whole yet stays as it was, and only the record learns what was paid for. */
function write(run: Run, open: OpenEdition, edition: Edition, isWhole: boolean): { files: number; output: string } {
  const { project, summary, tools } = run;
  const output = isWhole ? writtenEdition(edition, project.config) : (open.text ?? '');
  const record = renewedRecord(project, open, edition, isWhole ? output : undefined);
  const files = writePair(
    { path: locate(project, open.recordFile), text: tools.recordFormat.write(record) },
    isWhole ? { path: locate(project, open.file), text: output } : undefined,
  );
  summary.files.written += files;
  summary.files.unchanged += (isWhole ? 2 : 1) - files;
  return { files, output };
}

function tell(summary: Summary, onEvent: (event: Event) => void, findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.level !== 'note') summary.findings[finding.level]++;
    onEvent({ type: 'finding', ...finding });
  }
}

function finish({ summary, onEvent }: Run, open: OpenEdition, findings: readonly Finding[], state: EditionOutcome): void {
  tell(summary, onEvent, findings);
  onEvent({ type: 'edition', slug: open.source.slug, locale: open.edition.locale, file: open.file, state });
}

function standingOf({ targets }: Edition, findings: readonly Finding[]): Standing {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const reviewed = [...targets.values()].filter(({ state }) => state === 'reviewed').length;
  return { segments: targets.size, reviewed, errors: count('error'), warnings: count('warning') };
}

function refusals(open: OpenEdition, refused: ReadonlyMap<string, EngineError>): Finding[] {
  const segments = new Map(open.edition.article.blocks.flatMap((block) => block.segments.map(({ id, text }) => [id, text])));
  return [...refused].map(([segment, { message }]) => ({
    check: 'engine',
    level: 'error',
    message: `No usable translation, the source stands: ${message}`,
    slug: open.edition.article.id,
    locale: open.edition.locale,
    segment,
    file: open.file,
    source: words(segments.get(segment) ?? []),
  }));
}

function handMade(open: OpenEdition): Finding {
  return {
    check: 'hand-made',
    level: 'warning',
    message: 'A localized file without a record: left as it is. "dragoman memory align" adopts it',
    slug: open.edition.article.id,
    locale: open.edition.locale,
    file: open.file,
  };
}

function failureOf(error: unknown, slug: string, locale?: string): Failure {
  const place = { type: 'failure', slug, ...(locale !== undefined && { locale }) } as const;
  if (error instanceof EngineError) {
    const reason = error.kind === 'aborted' || error.kind === 'budget' ? error.kind : 'engine';
    return { ...place, reason, message: error.message, ...(error.help !== undefined && { help: error.help }) };
  }
  if (error instanceof KnownError)
    return {
      ...place,
      reason: 'input',
      message: [error.message, error.expected && `expected ${error.expected}`].filter(Boolean).join('; '),
      ...(error.help !== undefined && { help: error.help }),
    };
  throw error;
}

/** The article, or a failure and undefined. */
function opened(project: Project, source: Source, fail: (failure: Failure) => void): Article | undefined {
  try {
    return openSource(project, source);
  } catch (error) {
    fail(failureOf(error, source.slug));
    return undefined;
  }
}

/** Counts an edition that is as the last run left it. What that run found in it was told then; `check` tells it again. */
function pass(
  summary: Summary,
  onEvent: (event: Event) => void,
  edition: { readonly slug: string; readonly locale: string; readonly file: string },
  { segments, reviewed, errors, warnings }: Standing,
): void {
  summary.editions++;
  summary.segments.total += segments;
  summary.segments.reviewed += reviewed;
  summary.segments.recalled += segments - reviewed;
  summary.files.unchanged += 2;
  summary.findings.error += errors;
  summary.findings.warning += warnings;
  onEvent({ type: 'edition', ...edition, state: 'unchanged' });
}

/** The article's date as a number for the queue's priority: 20260302. */
function dateOf(article: Article): number {
  const date =
    /(?:^|\n)date:\s*["']?(\d{4})-(\d{2})-(\d{2})/.exec(article.source.slice(0, 4000)) ?? /(\d{4})-(\d{2})-(\d{2})/.exec(article.id);
  return date === null ? 0 : Number(`${date[1]}${date[2]}${date[3]}`);
}
