/** `dragoman check`: what the checks find in the editions as they are on disk. Sends nothing, and writes only where asked to. */

import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { type Checked, checkEditions } from '../edition/recheck.ts';
import type { DoubtedSentence } from '../edition/shortlist.ts';
import type { Source } from '../edition/source.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { readText } from '../files/read.ts';
import { appendTo, writeAtomic } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { hasTable } from '../glossary/inflection.ts';
import { version } from '../program/version.ts';
import { type TargetChange, targetsChanged } from '../project/changes.ts';
import { editionPaths, openDisk } from '../project/disk.ts';
import { changedSince, fileAt, goneSince, goneStaged, staged } from '../project/git.ts';
import { openDictionaries } from '../project/hunspell.ts';
import { unreadableMemories } from '../project/memories.ts';
import { orphanFindings } from '../project/orphans.ts';
import { chosenLocales, chosenSources, glossaryFiles, openProject, type Project } from '../project/project.ts';
import { allOf, select } from '../project/selection.ts';
import { baseline, beyondBaseline } from '../reports/baseline.ts';
import { github } from '../reports/github.ts';
import { junit } from '../reports/junit.ts';
import { markdownReport } from '../reports/markdown.ts';
import { sarif } from '../reports/sarif.ts';
import { calledControls } from '../text/control-characters.ts';
import { counted } from '../text/counted.ts';
import { type CommandContext, type Options, type RunCommand, text, verbatim } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { printSentences, sentenceLines, shortlistFor } from './look-first.ts';
import { outputFile } from './output-file.ts';
import { countStates } from './states.ts';
import { table } from './table.ts';

const FORMATS = ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

export const runCheck: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd, context.config);
  const format = formatOf(options, context);
  const changed = await changedFiles(project, options);
  const locales = chosenLocales(project, text(options.to));
  const dictionaries = await openDictionaries(project, locales);
  const selection = { drafts: options.drafts === true, isNamed: slugs.length > 0, now: Date.now() };
  const { chosen } = select(project, allOf(project, chosenSources(project, slugs), locales), selection);
  const shortlist = shortlistFor(options);
  const checked = await checkEditions(openDisk(project, { recordFormat, checks }, { dictionaries }), {
    chosen,
    concerns: changed && ((source, locale) => filesOfEdition(project, source, locale).some((file) => changed.has(file))),
    frozen: options.frozen === true,
    fix: options.fix === true,
    onEdition: shortlist.add,
  });
  // Who asks for some articles is told of these, and who asks for what has changed, of what is gone since.
  const gone = await goneFiles(project, options);
  const orphaned = slugs.length > 0 ? [] : orphanFindings(project, text(options.to) === undefined ? undefined : locales, gone);
  const frozen = options.frozen === true;
  const findings = withBaseline(
    project,
    [...checked.findings, ...orphaned.map((one) => (frozen ? { ...one, level: 'error' as const } : one))],
    options,
    context,
  );
  const shown: Shown = { findings, checked, changed: await changes(project, format, options, checked), first: shortlist.sentences() };
  show(format, shown, context);
  for (const [locale, { asked }] of checked.terms)
    if (asked > 0 && !hasTable(locale)) context.say(`${locale}: no table of its endings; terms are checked by the beginnings of words`);
  for (const error of [...checked.unreadable, ...unreadableMemories(project, recordFormat, locales)]) context.say(inLines(error));
  if (checked.unreadable.length > 0) return exit.usage;
  const isStale = frozen && (orphaned.length > 0 || checked.editions.some(({ state }) => state !== 'fresh'));
  return isStale || findings.some((finding) => finding.level === 'error') ? exit.findings : exit.done;
};

/** What an edition is made of. */
export function filesOfEdition(project: Project, source: Source, locale: string): string[] {
  const { file, recordFile } = editionPaths(project, source, locale);
  return [source.file, file, recordFile, ...glossaryFiles(project, locale)];
}

function formatOf(options: Options, context: CommandContext): Format {
  const given = text(options.format) ?? (context.json ? 'json' : 'pretty');
  const format = FORMATS.find((name) => name === given);
  if (format !== undefined) return format;
  throw new KnownError(`--format: "${given}" is not a format of findings`, { expected: FORMATS.join(', '), got: given });
}

/** Files that limit what is checked; undefined for no limit. */
async function changedFiles(project: Project, options: Options): Promise<ReadonlySet<string> | undefined> {
  const revision = text(options.since);
  if (options.staged === true) return staged(project.root);
  return revision === undefined ? undefined : changedSince(project.root, revision);
}

/** Files that are no more since what limits the check; undefined for no limit. */
async function goneFiles(project: Project, options: Options): Promise<ReadonlySet<string> | undefined> {
  const revision = text(options.since);
  if (options.staged === true) return goneStaged(project.root);
  return revision === undefined ? undefined : goneSince(project.root, revision);
}

/** Before and after belong to a comment on a pull request. */
async function changes(project: Project, format: Format, options: Options, checked: Checked): Promise<readonly TargetChange[]> {
  const revision = text(options.since);
  if (format !== 'markdown' || revision === undefined) return [];
  return targetsChanged(project, recordFormat, checked.editions, (file) => fileAt(project.root, revision, file));
}

function withBaseline(project: Project, findings: readonly Finding[], options: Options, context: CommandContext): readonly Finding[] {
  const name = text(options.baseline);
  if (name === undefined) {
    if (options['write-baseline'] === true)
      throw new KnownError('--write-baseline needs a file', { expected: '--baseline FILE', got: 'none' });
    return findings;
  }
  const path = resolve(context.cwd, name);
  const file = relative(context.cwd, path);
  if (options['write-baseline'] === true) {
    writeAtomic(outputFile(project, context.cwd, name), baseline(findings));
    context.say(`${file}: recorded ${counted(findings.length, 'known finding')}`);
    return [];
  }
  if (!existsSync(path))
    throw new KnownError(`${file}: no such baseline`, {
      expected: 'a file that "dragoman check --baseline FILE --write-baseline" has written',
      got: 'nothing',
      help: `Run "dragoman check --baseline ${file} --write-baseline" once.`,
    });
  return beyondBaseline(findings, readText(path, file), file);
}

interface Shown {
  readonly findings: readonly Finding[];
  readonly checked: Checked;
  readonly changed: readonly TargetChange[];
  readonly first: readonly DoubtedSentence[];
}

function show(format: Format, { findings, checked, changed, first }: Shown, context: CommandContext): void {
  switch (format) {
    case 'json':
      for (const finding of findings) context.print(findingEvent(finding));
      printSentences(first, context.print);
      context.print(summary(findings, checked));
      break;
    case 'sarif':
      verbatim(context, calledControls(sarif(findings, version())));
      break;
    case 'junit':
      verbatim(context, junit(findings, checked.editions));
      break;
    case 'markdown':
      verbatim(context, markdownReport(findings, checked.editions.length, changed));
      break;
    case 'github':
      annotate(findings, context);
      break;
    default:
      pretty(findings, checked, context);
      for (const line of sentenceLines(first, context)) context.print(line);
  }
}

function annotate(findings: readonly Finding[], context: CommandContext): void {
  const { lines, summary } = github(findings);
  for (const line of lines) verbatim(context, line);
  const file = context.env.GITHUB_STEP_SUMMARY;
  if (summary === undefined) return;
  if (file === undefined)
    context.say(
      `${counted(findings.length - lines.length, 'more finding is', 'more findings are')} not annotated; set GITHUB_STEP_SUMMARY or use --format json`,
    );
  else appendTo(file, summary);
}

function pretty(findings: readonly Finding[], checked: Checked, context: CommandContext): void {
  for (const finding of findings) context.print(findingLine(finding, context));
  const stale = checked.editions.filter((edition) => edition.state !== 'fresh');
  for (const edition of stale) context.print(`${context.shown(edition.file)}  ${edition.state}`);
  const byLocale = Map.groupBy(checked.editions, (edition) => edition.locale);
  const count = (locale: string, level: string) =>
    String(findings.filter((finding) => finding.locale === locale && finding.level === level).length);
  const rows = [...byLocale].map(([locale, editions]) => [
    locale,
    String(editions.length),
    String(editions.filter((edition) => edition.state !== 'fresh').length),
    ...['error', 'warning', 'note'].map((level) => count(locale, level)),
  ]);
  if (findings.length + stale.length > 0) context.print('');
  context.print(table(['locale', 'editions', 'stale', 'errors', 'warnings', 'notes'], rows));
  const said = [...checked.terms].filter(([, { asked }]) => asked > 0);
  if (said.length > 0) {
    const columns = ['asked', 'exact', 'inflected', 'compound', 'repaired', 'derived', 'missing'] as const;
    context.print('');
    context.print(
      table(
        ['terms', ...columns],
        said.map(([locale, counts]) => [locale, ...columns.map((column) => String(counts[column]))]),
      ),
    );
  }
  if (checked.fixed > 0) context.print(`${counted(checked.fixed, 'target')} fixed`);
}

function summary(findings: readonly Finding[], checked: Checked): object {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const { editions, stale, missing, strings } = countStates(checked.editions);
  return {
    type: 'summary',
    articles: new Set(checked.editions.flatMap(({ format, slug }) => (format === 'markdown' ? [slug] : []))).size,
    editions,
    stale,
    missing,
    ...(strings.files > 0 && { strings }),
    fixed: checked.fixed,
    findings: { error: count('error'), warning: count('warning'), note: count('note') },
    terms: Object.fromEntries(checked.terms),
  };
}
