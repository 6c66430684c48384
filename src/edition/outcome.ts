/** One edition brought up to date: recalled, the rest sent, checked and written. */

import { rmSync } from 'node:fs';
import type { Article, Edition, Segment } from '../article.ts';
import { atLevels } from '../checks/levels.ts';
import { EngineError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { readPriority } from '../frontmatter/fields.ts';
import { checkEdition, type OpenEdition, openEdition, renewedRecord } from '../project/editions.ts';
import { writePair } from '../project/files.ts';
import type { EditionCounts, Stamps } from '../project/freshness.ts';
import { locate, type Source } from '../project/project.ts';
import type { Renamed } from '../project/renames.ts';
import { countCharacters } from '../queue/jobs/job.ts';
import { failureOf, handMade, refusals } from './failures.ts';
import type { TranslateRun } from './run.ts';
import { type Prepared, prepare, type Surroundings, send, type Translated, withoutEngine } from './segment.ts';
import type { EditionOutcome } from './summary.ts';
import { writtenEdition } from './writing.ts';

/** @param stamps of its files before they were read; undefined where nobody keeps them */
export async function bringUpToDate(
  run: TranslateRun,
  source: Source,
  article: Article,
  locale: string,
  stamps: Stamps | undefined,
): Promise<void> {
  const { project, tools, options, summary } = run;
  const glossary = run.glossaryFor(locale);
  const memory = tools.memoryFor?.(locale);
  let renamed: Renamed | undefined;
  const former = () => {
    renamed = source.format === 'markdown' ? run.formerOf(article, locale) : undefined;
    return renamed?.record;
  };
  const open = openEdition(project, source, article, locale, { glossary, tools, memory, former });
  if (source.format === 'markdown') summary.editions++;
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
  tools.recorded?.([...done.values()].flatMap(({ receipts }) => receipts));
  const findings = isWhole
    ? [...refusals(open, refused), ...checkEdition(project, open, edition, written.output, { glossary, tools })]
    : [];
  const state = isWhole ? (written.files > 0 ? 'written' : 'unchanged') : 'pending';
  finish(run, open, [...open.findings, ...findings], state, prepared.length);
  if (isWhole && refused.size === 0 && stamps !== undefined)
    tools.freshness?.save(source, locale, stamps, standingOf(edition, findings), written.files > 0);
}

/** What a dry run tells: the texts that would be sent, each once. */
function foresee({ summary, tools, foreseen }: TranslateRun, prepared: readonly Prepared[], { to }: Surroundings): void {
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

function prepareAll(run: TranslateRun, open: OpenEdition, rest: readonly Segment[]): { prepared: Prepared[]; around: Surroundings } {
  const { article, locale } = open.edition;
  const around: Surroundings = {
    slug: article.id,
    from: article.locale,
    to: locale,
    glossary: run.glossaryFor(locale),
    takesTerms: run.tools.queueFor(locale).takesTerms === true,
    ...(run.tools.queueFor(locale).takesExamples === true && { near: run.tools.nearFor?.(locale) }),
    priority: readPriority(tryFrontMatter(article.source) ?? {}, article.id),
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
async function sendAll(run: TranslateRun, prepared: readonly Prepared[], around: Surroundings) {
  const { tools, options, progress } = run;
  const queue = tools.queueFor(around.to);
  const done = new Map<string, Translated>();
  const refused = new Map<string, EngineError>();
  let failure: unknown;
  await Promise.all(
    prepared.map(async (one) => {
      try {
        done.set(one.segment.id, await send(one, queue, around, options.signal));
      } catch (error) {
        if (error instanceof EngineError && (error.kind === 'answer' || error.kind === 'invalid')) refused.set(one.segment.id, error);
        else failure ??= error;
      }
      progress.reached += 1 / (prepared.length + 1);
      tell(run, around.to);
    }),
  );
  return { done, refused, failure };
}

/** Record first, then the edition; an edition that is not whole yet stays as it was, and only the record learns what was paid for. */
function write(run: TranslateRun, open: OpenEdition, edition: Edition, isWhole: boolean): { files: number; output: string } {
  const { project, summary, tools } = run;
  const output = isWhole ? writtenEdition(project, open.source, edition) : (open.text ?? '');
  const record = renewedRecord(project, open, edition, isWhole ? output : undefined);
  const files = writePair(
    { path: locate(project, open.recordFile), text: tools.recordFormat.write(record) },
    isWhole ? { path: locate(project, open.file), text: output } : undefined,
  );
  summary.files.written += files;
  summary.files.unchanged += (isWhole ? 2 : 1) - files;
  return { files, output };
}

/** @param texts that were sent for it, each of which is counted already; its writing is the last part */
function finish(run: TranslateRun, open: OpenEdition, findings: readonly Finding[], state: EditionOutcome, texts = 0): void {
  const { project, summary, onEvent, progress } = run;
  for (const finding of atLevels(findings, project.config.checks)) {
    if (finding.level !== 'note') summary.findings[finding.level]++;
    onEvent({ type: 'finding', ...finding });
  }
  onEvent({ type: 'edition', slug: open.source.slug, locale: open.edition.locale, file: open.file, state });
  progress.done++;
  progress.reached += 1 / (texts + 1);
  tell(run, open.edition.locale);
}

function tell({ tools, onEvent, progress: { done, editions, work, reached } }: TranslateRun, locale: string): void {
  onEvent({ type: 'progress', done, editions, share: Math.min(1, reached / work), characters: tools.queueFor(locale).usage.characters });
}

function standingOf({ targets }: Edition, findings: readonly Finding[]): EditionCounts {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const reviewed = [...targets.values()].filter(({ state }) => state === 'reviewed').length;
  return { segments: targets.size, reviewed, errors: count('error'), warnings: count('warning') };
}
