/** `dragoman memory align`: editions that people translated before Dragoman came get their records. */

import { existsSync } from 'node:fs';
import { recordFormat } from '../adapters.ts';
import type { Article, TargetState } from '../article.ts';
import { atLevels } from '../checks/levels.ts';
import { readLocalized, readSourceArticle } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import { writeOptions } from '../edition/writing.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { adoptionFindings } from '../memory/adoption.ts';
import { type Aligned, alignEditions, type EditionPair } from '../memory/align.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { withSource } from '../merge/known.ts';
import { editionPaths, openGlossary } from '../project/disk.ts';
import { readText, writeAtomic } from '../project/files.ts';
import { fileAt } from '../project/git.ts';
import { type History, historyOf } from '../project/history.ts';
import { chosenLocales, chosenSources, locate, openProject, type Project, readProjectFile, recordFile } from '../project/project.ts';
import { isBlank } from '../text.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { table } from './table.ts';

interface Adoptable extends EditionPair {
  readonly source: ArticleSource;
  /** The source as it is now. */
  readonly present: Article;
}

interface Counts {
  editions: number;
  /** Sentences of the present sources. */
  sentences: number;
  adopted: number;
  doubtful: number;
  /** Of the present source, without a target made from it: the next run does them. */
  pending: number;
  leftOut: number;
  /** Editions of which too little fits. */
  handMade: number;
}

/** Of an edition's sentences, those that a source fits; doubtful ones count half. Below this it is another text. */
const FITS = 0.3;

export const runMemoryAlign: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd);
  // Strings are adopted by their keys, where they are translated.
  const sources = chosenSources(project, slugs).filter((source) => source.format === 'markdown');
  const history = await historyOf(project.root);
  const byLocale = new Map<string, Counts>();
  let unreadable = 0;
  let isCutShort = false;
  for (const locale of chosenLocales(project, text(options.to))) {
    const pairs: Adoptable[] = [];
    for (const source of sources)
      try {
        const pair = await openPair(project, source, locale, history);
        if (pair === undefined) continue;
        pairs.push(pair);
        isCutShort ||= history?.isShallow === true && history.lastChange(pair.file) === undefined;
      } catch (error) {
        if (!(error instanceof KnownError)) throw error;
        unreadable++;
        context.say(inLines(error));
      }
    const counts: Counts = { editions: 0, sentences: 0, adopted: 0, doubtful: 0, pending: 0, leftOut: 0, handMade: 0 };
    byLocale.set(locale, counts);
    for (const [at, aligned] of alignEditions(pairs, { terms: openGlossary(project, locale).required }).entries()) {
      const pair = pairs[at] as Adoptable;
      const isFitting = fits(aligned);
      if (isFitting) count(counts, pair.present, aligned.record);
      else counts.handMade++;
      if (isFitting && options['dry-run'] !== true)
        writeAtomic(
          locate(project, recordFile(project, pair.source, locale)),
          recordFormat.write(
            withSource(aligned.record, { article: pair.article, locale }, writeOptions(project, { article: pair.article, locale })),
          ),
        );
      const findings = isFitting ? [...aligned.findings, ...adoptionFindings(aligned.record, pair.file)] : [notFitting(pair, aligned)];
      for (const finding of atLevels(findings, project.config.checks)) show(finding, context);
    }
  }
  if (isCutShort)
    context.say(
      'This is a shallow clone: of editions older than its history, today\'s source is taken for theirs. "git fetch --unshallow" gives the rest.',
    );
  summarize(byLocale, unreadable, context);
  return unreadable > 0 ? exit.usage : exit.done;
};

/** An edition without a record, with the source that it was made from; one with a record is Dragoman's already. */
async function openPair(
  project: Project,
  source: ArticleSource,
  locale: string,
  history: History | undefined,
): Promise<Adoptable | undefined> {
  const { file, recordFile } = editionPaths(project, source, locale);
  if (existsSync(locate(project, recordFile))) return undefined;
  const edition = readProjectFile(project, file);
  if (edition === undefined) return undefined;
  const present = readSourceArticle(project, source, readText(locate(project, source.file), source.file));
  return {
    source,
    file,
    present,
    article: (await sourceThen(project, source, file, history)) ?? present,
    edition: readLocalized(project, source, { text: edition, locale, file }),
  };
}

/** The source as it was at the last commit of an edition; undefined where that is not known, or it could not be read even then. */
async function sourceThen(
  project: Project,
  source: ArticleSource,
  edition: string,
  history: History | undefined,
): Promise<Article | undefined> {
  const commit = history?.lastChange(edition);
  if (history === undefined || commit === undefined || history.isSameSince(source.file, edition)) return undefined;
  const then = await fileAt(project.root, commit, source.file);
  try {
    return then === undefined ? undefined : readSourceArticle(project, source, then);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function fits({ sentences: { all, sure, doubtful } }: Aligned): boolean {
  return all > 0 && (sure + doubtful / 2) / all >= FITS;
}

function notFitting({ article, edition, file }: Adoptable, { sentences: { all, sure } }: Aligned): Finding {
  return {
    check: 'hand-made',
    level: 'warning',
    message: `Too little of the edition fits its source to adopt it (${sure} of ${all} sentences): left as it is, without a record.`,
    slug: article.id,
    locale: edition.locale,
    file,
  };
}

/** What the record says of the sentences of the present source. */
function count(counts: Counts, present: Article, record: EditionRecord): void {
  const { same } = matchRecord(present, record);
  const states = present.blocks
    .flatMap(({ segments }) => segments)
    .filter((segment) => !isBlank(segment.text))
    .map((segment) => same.get(segment.id)?.target?.state);
  const of = (state: TargetState | undefined) => states.filter((one) => one === state).length;
  counts.editions++;
  counts.sentences += states.length;
  counts.adopted += of('reviewed');
  counts.doubtful += of('needs-review');
  counts.leftOut += of('left-out');
  counts.pending += of(undefined);
}

function summarize(byLocale: ReadonlyMap<string, Counts>, unreadable: number, context: CommandContext): void {
  const sum = (of: keyof Counts) => [...byLocale.values()].reduce((all, counts) => all + counts[of], 0);
  if (context.json) {
    const all = Object.fromEntries(COLUMNS.map(([key]) => [key, sum(key)]));
    context.print({ type: 'summary', ...all, aligned: sum('adopted') + sum('doubtful'), unreadable });
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

function show(finding: Finding, context: CommandContext): void {
  if (context.json) context.print({ type: 'finding', ...finding });
  else {
    context.print(findingLine(finding, context.color));
    if (finding.target !== undefined) context.print(`    ${finding.target}`);
  }
}
