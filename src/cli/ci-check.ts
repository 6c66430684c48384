/** What `dragoman ci` checks, and says where: annotations, a comment on the pull request, JUnit. */

import { checks, recordFormat } from '../adapters.ts';
import type { CiEvent } from '../ci/event.ts';
import { openForge } from '../ci/forge.ts';
import type { CiInputs } from '../ci/inputs.ts';
import { type ArticleInLocale, type Frozen, judgePullRequest, staleNote } from '../ci/pull-request.ts';
import type { Repository } from '../ci/repository.ts';
import { fetchBranches, remote } from '../ci/start.ts';
import { type Checked, checkEditions } from '../edition/recheck.ts';
import type { Chosen } from '../edition/selection.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { appendTo, writeAtomic } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { editionPaths, openDisk } from '../project/disk.ts';
import { changedSince, goneSince } from '../project/git.ts';
import { openDictionaries } from '../project/hunspell.ts';
import { orphanFindings } from '../project/orphans.ts';
import { chosenLocales, openProject, type Project, sources } from '../project/project.ts';
import { allOf, select } from '../project/selection.ts';
import { github } from '../reports/github.ts';
import { junit } from '../reports/junit.ts';
import { markdownReport } from '../reports/markdown.ts';
import { counted } from '../text/counted.ts';
import { filesOfEdition } from './check.ts';
import { type CommandContext, text, verbatim } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { outputFile } from './output-file.ts';
import { countStates } from './states.ts';

interface Run {
  readonly event: CiEvent;
  readonly inputs: CiInputs;
  readonly repository: Repository;
}

/** Writes and sends nothing. Exit 1 for what the change can mend; on a tag, or any push, for every edition that is not up to date too. */
export async function checkRun({ event, inputs, repository }: Run, context: CommandContext): Promise<number> {
  const project = openProject(context.cwd, context.config);
  const locales = chosenLocales(project, text(inputs.options.to));
  const isChange = event.kind === 'pull-request' || event.kind === 'merge-queue';
  const frozen: Frozen = inputs.frozen === 'auto' && !isChange ? 'always' : inputs.frozen;
  const base = isChange ? await baseOf(event, repository) : undefined;
  const changed = base === undefined ? undefined : await changedSince(project.root, base);
  if (isChange && changed === undefined) context.say('Where the change begins is not known (fetch-depth: 0): every edition is checked.');
  const all = allOf(project, sources(project), locales);
  const { chosen } = select(project, all, { drafts: false, isNamed: false, now: Date.now() });
  const checked = await checkEditions(
    openDisk(project, { recordFormat, checks }, { dictionaries: await openDictionaries(project, locales) }),
    {
      chosen,
      concerns: changed && ((source, locale) => filesOfEdition(project, source, locale).some((file) => changed.has(file))),
      frozen: true,
    },
  );
  const isTouched = changed === undefined ? () => true : touchedBy(project, all, changed);
  const judged = changed === undefined && isChange ? checked.findings : judgePullRequest(checked.findings, isTouched, frozen);
  const findings = [...judged, ...(await orphanedBy(project, isChange ? { base } : undefined, frozen))];
  const stale = frozen === 'never' ? [] : checked.editions.filter(({ state }) => state !== 'fresh');
  tell(findings, checked, stale.length, context);
  if (inputs.report !== undefined) writeAtomic(outputFile(project, context.cwd, inputs.report), junit(findings, checked.editions));
  if (event.kind === 'pull-request' && event.number !== undefined)
    await comment(event.number, commentOf(findings, stale, checked.editions.length), context);
  for (const error of checked.unreadable) context.say(inLines(error));
  if (checked.unreadable.length > 0) return exit.usage;
  return findings.some(({ level }) => level === 'error') ? exit.findings : exit.done;
}

/**
 * Editions whose source is gone. A change is told of those that it leaves behind, which it can remove too.
 * @param change with the commit that it starts from, where that is known; undefined for a tag or a push
 */
async function orphanedBy(project: Project, change: { readonly base: string | undefined } | undefined, frozen: Frozen): Promise<Finding[]> {
  if (change === undefined && frozen !== 'always') return [];
  const gone = change?.base === undefined ? undefined : await goneSince(project.root, change.base);
  const orphaned = orphanFindings(project, undefined, gone);
  return frozen === 'always' ? orphaned.map((one) => ({ ...one, level: 'error' as const })) : orphaned;
}

/** The commit that the change starts from. */
async function baseOf({ base, branch }: CiEvent, repository: Repository): Promise<string | undefined> {
  const forked = async (from: string) => {
    const { isDone, stdout } = await repository.tries('merge-base', from, 'HEAD');
    return isDone ? stdout.trim() : undefined;
  };
  const known = base === undefined ? undefined : await forked(base);
  if (known !== undefined || branch === undefined) return known;
  try {
    return (await fetchBranches(repository, [branch])).has(branch) ? await forked(remote(branch)) : undefined;
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function touchedBy(project: Project, all: readonly Chosen[], changed: ReadonlySet<string>): (place: ArticleInLocale) => boolean {
  const touched = new Set<string>();
  for (const { source, locales } of all)
    for (const locale of locales) {
      const { file, recordFile } = editionPaths(project, source, locale);
      if (changed.has(file) || changed.has(recordFile)) touched.add(`${locale} ${source.slug}`);
    }
  return ({ slug, locale }) => touched.has(`${locale} ${slug}`);
}

function tell(findings: readonly Finding[], checked: Checked, stale: number, context: CommandContext): void {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  if (context.json) {
    for (const finding of findings) context.print(findingEvent(finding));
    context.print({ type: 'summary', editions: countStates(checked.editions).editions, stale, findings: counts });
    return;
  }
  if (context.env.GITHUB_ACTIONS === 'true') {
    const { lines, summary } = github(findings);
    for (const line of lines) verbatim(context, line);
    if (summary !== undefined && context.env.GITHUB_STEP_SUMMARY) appendTo(context.env.GITHUB_STEP_SUMMARY, summary);
  } else for (const finding of findings) context.print(findingLine(finding, context));
  const editions = counted(checked.editions.length, 'edition');
  context.print(`${editions} checked, ${stale} to be translated; ${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}`);
}

/** @returns undefined where nothing has to be said */
function commentOf(findings: readonly Finding[], stale: readonly ArticleInLocale[], editions: number): string | undefined {
  const note = staleNote(stale);
  const others = findings.filter(({ check, level }) => check !== 'frozen' && level !== 'note');
  const parts = [...(note === undefined ? [] : [note]), ...(others.length === 0 ? [] : [markdownReport(others, editions)])];
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** A pull request from a fork has a token that may only read: what would be the comment is in the job's summary then. */
async function comment(number: number, body: string | undefined, context: CommandContext): Promise<void> {
  try {
    const forge = openForge(context.env, fetch);
    if (forge !== undefined) return await forge.comment(number, body);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    context.say(`${error.message}: the comment is left out.`);
  }
  if (body !== undefined && context.env.GITHUB_STEP_SUMMARY) appendTo(context.env.GITHUB_STEP_SUMMARY, `${body}\n`);
}
