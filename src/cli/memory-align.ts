/** `dragoman memory align`: editions that people translated before Dragoman came get their records. */

import { checks, recordFormat } from '../adapters.ts';
import type { Article } from '../article.ts';
import { type AdoptableEdition, type AdoptionCounts, adoptable, adoptEditions } from '../edition/adopt.ts';
import { localesFor } from '../edition/collections.ts';
import type { Disk } from '../edition/disk.ts';
import { savedMeanwhile } from '../edition/failures.ts';
import { openEdition } from '../edition/open.ts';
import { readSourceArticle } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import type { Finding, FindingName } from '../finding.ts';
import type { KnownPair } from '../memory/align.ts';
import { openDisk } from '../project/disk.ts';
import { type History, historyOf, textThen } from '../project/history.ts';
import { chosenLocales, chosenSources, openProject, type Project } from '../project/project.ts';
import { articleRecords, readableRecordAt } from '../project/records.ts';
import { counted } from '../text/counted.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { countedIn, groupLines } from './group-lines.ts';
import { table } from './table.ts';

type Counts = { -readonly [Key in keyof AdoptionCounts]: number } & {
  editions: number;
  /** Editions of which too little fits. */
  handMade: number;
};

export const runMemoryAlign: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd, context.config);
  const disk = openDisk(project, { recordFormat, checks });
  // Strings are adopted by their keys, where they are translated.
  const sources = chosenSources(project, slugs).filter((source) => source.format === 'markdown');
  const history = await historyOf(project.root);
  const byLocale = new Map<string, Counts>();
  const told: Finding[] = [];
  let failed = 0;
  const fail = (error: unknown) => {
    if (!(error instanceof KnownError)) throw error;
    failed++;
    context.say(inLines(error));
  };
  let isCutShort = false;
  const locales = chosenLocales(project, text(options.to));
  for (const [at, locale] of locales.entries()) {
    const place = `${locale}, ${at + 1} of ${counted(locales.length, 'locale')}`;
    showPlace(place, context);
    const editions: AdoptableEdition[] = [];
    for (const source of sources.filter((one) => localesFor(project.config, one, [locale]).length > 0))
      try {
        const edition = await openAdoptable(project, disk, source, locale, history);
        if (edition === undefined) continue;
        editions.push(edition);
        showPlace(`${place}: ${counted(editions.length, 'edition')} read`, context);
        isCutShort ||= history?.isShallow === true && history.lastChange(edition.open.file) === undefined;
      } catch (error) {
        fail(error);
      }
    if (editions.length > 0) tellPlace(`${place}: ${counted(editions.length, 'edition')}`, context);
    const onDone = (sentences: number, all: number) => {
      if (sentences < all) tellPlace(`${place}: ${sentences.toLocaleString('en')} of ${counted(all, 'sentence')}`, context);
    };
    const counts: Counts = { editions: 0, sentences: 0, adopted: 0, doubtful: 0, pending: 0, leftOut: 0, handMade: 0 };
    byLocale.set(locale, counts);
    for (const { open, record, counts: own, findings } of adoptEditions(
      editions,
      disk.deskFor(locale),
      knownPairs(project, locale),
      onDone,
    )) {
      told.push(...findings);
      const { file, recordFile, texts } = open;
      if (record === undefined || own === undefined) counts.handMade++;
      else if (options['dry-run'] !== true && !(await disk.write({ file, recordFile, texts, record, removed: [] })))
        fail(savedMeanwhile(file));
      else {
        counts.editions++;
        for (const key of Object.keys(own) as (keyof AdoptionCounts)[]) counts[key] += own[key];
      }
    }
  }
  showPlace('', context);
  show(told, context);
  if (isCutShort)
    context.say(
      'This is a shallow clone: of editions older than its history, today\'s source is taken for theirs. "git fetch --unshallow" gives the rest.',
    );
  summarize(byLocale, failed, context);
  return failed > 0 ? exit.usage : exit.done;
};

/** What is at work, in a line of the terminal that is written over. */
function showPlace(place: string, { stderr, json }: CommandContext): void {
  if (stderr.isTTY === true && !json) stderr.write(`\r\u001b[2K${place}`);
}

/** The same where minutes may pass until the next: without a terminal in a line of its own, so that a log shows that the work goes on. */
function tellPlace(place: string, context: CommandContext): void {
  if (context.stderr.isTTY === true && !context.json) showPlace(place, context);
  else context.say(place);
}

/** An edition without a record, with the source that it was made from; one with a record is Dragoman's already. */
async function openAdoptable(
  project: Project,
  disk: Disk,
  source: ArticleSource,
  locale: string,
  history: History | undefined,
): Promise<AdoptableEdition | undefined> {
  const paths = disk.editionPaths(source, locale);
  const texts = disk.read(paths);
  if (texts.record !== undefined || texts.localized === undefined) return undefined;
  const present = readSourceArticle(project, source, disk.readSource(source));
  const then = await textThen(project.root, history, source.file, paths.file);
  const open = openEdition(paths, present, texts, disk.deskFor(locale, source.locale));
  return adoptable(open, then === undefined ? undefined : earlierArticle(project, source, then));
}

/** What people have the locale's other editions say, read as far as it is asked for. */
function* knownPairs(project: Project, locale: string): Generator<KnownPair> {
  for (const { path } of articleRecords(project, locale)) {
    const record = readableRecordAt(project, recordFormat, path);
    if (record === undefined) continue;
    for (const { source, target } of record.blocks.flatMap(({ segments }) => segments))
      if (target?.state === 'reviewed' && target.text.length > 0) yield { locale: record.sourceLocale, source, target: target.text };
  }
}

/** Undefined where it could not be read even then. */
function earlierArticle(project: Project, source: ArticleSource, then: string): Article | undefined {
  try {
    return readSourceArticle(project, source, then);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function summarize(byLocale: ReadonlyMap<string, Counts>, failed: number, context: CommandContext): void {
  const sum = (of: keyof Counts) => [...byLocale.values()].reduce((all, counts) => all + counts[of], 0);
  if (context.json) {
    const all = Object.fromEntries(COLUMNS.map(([key]) => [key, sum(key)]));
    context.print({ type: 'summary', ...all, aligned: sum('adopted') + sum('doubtful'), unreadable: failed });
    return;
  }
  const head = ['locale', ...COLUMNS.map(([, name]) => name)];
  context.print(
    table(
      head,
      [...byLocale].map(([locale, counts]) => [locale, ...COLUMNS.map(([key]) => String(counts[key]))]),
    ),
  );
}

const COLUMNS: readonly (readonly [keyof Counts, string])[] = [
  ['editions', 'editions'],
  ['sentences', 'sentences'],
  ['adopted', 'adopted'],
  ['doubtful', 'doubtful'],
  ['pending', 'pending'],
  ['leftOut', 'left out'],
  ['handMade', 'hand-made'],
];

/** What is said of all texts of which a check says the same. */
const SAID: Partial<Record<FindingName, string>> = {
  'left-out': 'left out; "dragoman translate --fill" translates them',
  'needs-review': 'perhaps not the translation; "dragoman review" marks what is right',
  alignment: 'without a source; a paragraph stays where it is, a sentence goes with the one before it',
};

/** On a large site there are hundreds: they are told in groups, and all of them under `--json`. */
function show(findings: readonly Finding[], context: CommandContext): void {
  if (context.json) {
    for (const finding of findings) context.print(findingEvent(finding));
    return;
  }
  for (const [check, own] of Map.groupBy(findings, (finding) => finding.check)) {
    const editions = [...Map.groupBy(own, ({ file }) => file ?? '')].map(([file, all]) => ({ file, lines: all.flatMap(linesOf) }));
    const said = SAID[check];
    const what =
      said === undefined ? `${counted(editions.length, 'edition')}: ${check}` : `${countedIn(own.length, 'text', editions)}: ${said}`;
    for (const line of groupLines(what, editions, context)) context.print(line);
  }
}

/** A doubtful sentence has both sides, one that is left out only its source, a text without a source only its own words. */
function linesOf({ source, target, message }: Finding): string[] {
  const sides = [source, target].filter((side) => side !== undefined);
  return [sides.length === 0 ? message : sides.join('  ~  ')];
}
