/** `dragoman status`: article (or namespace of strings) by locale, what is fresh, stale or missing. */

import { checks, recordFormat } from '../adapters.ts';
import { checkFile } from '../edition/check-file.ts';
import { everyEdition } from '../edition/every.ts';
import { enginesOf } from '../edition/outcome.ts';
import type { DoubtedSentence } from '../edition/shortlist.ts';
import { type Source, sourceName } from '../edition/source.ts';
import type { EditionStatus } from '../edition/status.ts';
import { findingEvent, type WithheldCounts } from '../edition/summary.ts';
import type { Engine } from '../engines/engine.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { openDisk } from '../project/disk.ts';
import { openDictionaries } from '../project/hunspell.ts';
import { unreadableMemories } from '../project/memories.ts';
import { orphanFindings } from '../project/orphans.ts';
import { chosenLocales, openProject, type Project, sources } from '../project/project.ts';
import { allOf, select } from '../project/selection.ts';
import { chooseEngines } from '../session/choices.ts';
import { draftLocales, draftNote, type EngineChoice, standingNote } from '../session/draft.ts';
import { workListOf } from '../session/shared-work.ts';
import type { ListedEdition } from '../store/postgres/work/work-list.ts';
import { counted } from '../text/counted.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { printSentences, sentenceLines, shortlistFor } from './look-first.ts';
import { type Made, otherEngines } from './other-engines.ts';
import { countStates } from './states.ts';
import { markdownTable, table } from './table.ts';
import { isTrusted } from './trust.ts';
import { withheldLine } from './withheld.ts';
import { workLines } from './work-lines.ts';

interface Row {
  readonly source: Source;
  readonly locale: string;
  readonly status: EditionStatus;
  readonly findings: number;
}

export const runStatus: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const locales = chosenLocales(project, text(options.to));
  const layout = text(options.format) ?? 'pretty';
  if (layout !== 'pretty' && layout !== 'markdown')
    throw new KnownError(`--format: "${layout}" is not known`, { expected: 'pretty or markdown', got: layout });
  const rows: Row[] = [];
  let unreadable = 0;
  const made: Made[] = [];
  const shortlist = shortlistFor(options);
  const selection = { drafts: options.drafts === true, isNamed: false, now: Date.now() };
  const { chosen, withheld } = select(project, allOf(project, sources(project), locales), selection);
  const dictionaries = await openDictionaries(project, locales);
  for (const { open, desk, status } of everyEdition(openDisk(project, { recordFormat, checks }, { dictionaries }), chosen, (error) => {
    unreadable++;
    context.say(inLines(error));
  })) {
    for (const [engine, sentences] of enginesOf(open.edition.targets)) made.push({ locale: open.locale, engine, sentences });
    const findings = open.texts.localized === undefined ? [] : checkFile(open, open.texts.localized, desk);
    shortlist.add(open);
    rows.push({
      source: open.source,
      locale: open.edition.locale,
      status,
      findings: findings.filter(({ level }) => level !== 'note').length,
    });
  }
  for (const error of unreadableMemories(project, recordFormat, locales)) context.say(inLines(error));
  const orphaned = orphanFindings(project, text(options.to) === undefined ? undefined : locales);
  const mayAsk = isTrusted(options, context.env);
  const choices = mayAsk ? await chosenEngines(project, locales) : [];
  const first = shortlist.sentences();
  const work = mayAsk ? await workListOf(project.config, context.say) : [];
  if (context.json) printJson(rows, orphaned, { drafts: draftLocales(choices, made), withheld, first, work }, context.print);
  else {
    const cells = byArticle(rows, locales);
    context.print(layout === 'markdown' ? markdownTable(...cells) : fitting(cells, rows, locales, context.columns));
    for (const finding of orphaned) context.print(findingLine(finding, context));
    for (const line of otherEngines(made, project.config)) context.print(line);
    for (const line of [
      withheldLine(withheld),
      draftNote(choices),
      standingNote(choices, made),
      ...sentenceLines(first, context),
      ...workLines(work),
    ])
      if (line !== undefined) context.print(line);
  }
  return unreadable > 0 ? exit.usage : exit.done;
};

type Cells = Parameters<typeof table>;

function byArticle(rows: readonly Row[], locales: readonly string[]): Cells {
  const bySource = Map.groupBy(rows, (row) => row.source);
  const cells = [...bySource].map(([source, editions]) => {
    const byLocale = new Map(editions.map((row) => [row.locale, cell(row)]));
    return [sourceName(source), ...locales.map((locale) => byLocale.get(locale) ?? '-')];
  });
  return [['article', ...locales], cells];
}

/** More locales than a terminal has room for beside each other are counted, a line each. */
function fitting(cells: Cells, rows: readonly Row[], locales: readonly string[], columns = Number.POSITIVE_INFINITY): string {
  const all = table(...cells);
  const [one] = locales;
  if (one === undefined || locales.length === 1 || all.split('\n').every((line) => line.length <= columns)) return all;
  const states = [...new Set(rows.map(({ status }) => status.state))];
  const counts = locales.map((locale) => {
    const own = rows.filter((row) => row.locale === locale);
    const found = own.reduce((sum, { findings }) => sum + findings, 0);
    return [locale, ...states.map((state) => own.filter(({ status }) => status.state === state).length), found].map(String);
  });
  return `${table(['locale', ...states, 'findings'], counts)}\nArticle by article: dragoman status --to ${one}`;
}

/** Which engine each locale's next run takes; without those where it will not run, which `translate` and `engines` tell. */
async function chosenEngines(project: Project, locales: readonly string[]): Promise<EngineChoice[]> {
  const engines = new Map<string, Engine>();
  const choices: EngineChoice[] = [];
  try {
    for (const locale of locales) {
      try {
        choices.push(...(await chooseEngines(project, [locale], undefined, engines)));
      } catch (error) {
        if (!(error instanceof KnownError)) throw error;
      }
    }
    return choices;
  } finally {
    await Promise.all([...engines.values()].map((engine) => engine.close?.()));
  }
}

function cell({ status, findings }: Row): string {
  // A sentence that is left out is decided, and read by nobody.
  const read = status.reviewed - status.leftOut;
  const reviewed = read <= 0 ? '' : `, ${Math.round((read / status.segments) * 100)}% reviewed`;
  const found = findings === 0 ? '' : `, ${counted(findings, 'finding')}`;
  const reasons = status.state === 'stale' ? ` (${status.reasons.length})` : '';
  const leftOut = status.leftOut === 0 ? '' : `, ${status.leftOut} left out`;
  const doubtful = status.doubtful === 0 ? '' : `, ${status.doubtful} to review`;
  const correction = status.reasons.some(({ why }) => why === 'correction') ? ', correction missing' : '';
  return `${status.state}${reasons}${correction}${reviewed}${leftOut}${doubtful}${found}`;
}

function printJson(
  rows: readonly Row[],
  orphaned: readonly Finding[],
  {
    drafts,
    withheld,
    first,
    work,
  }: {
    readonly drafts: readonly string[];
    readonly withheld: WithheldCounts;
    readonly first: readonly DoubtedSentence[];
    readonly work: readonly ListedEdition[];
  },
  print: CommandContext['print'],
): void {
  for (const { source, locale, status, findings } of rows)
    print({ type: 'edition', format: source.format, slug: source.slug, locale, ...status, findings });
  for (const finding of orphaned) print(findingEvent(finding));
  printSentences(first, print);
  for (const one of work) print({ type: 'work', ...one });
  print({
    type: 'summary',
    ...countStates(rows.map(({ source, status }) => ({ format: source.format, state: status.state }))),
    orphaned: orphaned.length,
    ...(Object.keys(withheld).length > 0 && { withheld }),
    ...(drafts.length > 0 && { draft: drafts }),
  });
}
