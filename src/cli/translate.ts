/** `dragoman translate`: the main job. */

import process from 'node:process';
import type { Source } from '../edition/source.ts';
import { countPassed, type Event, emptySummary, findingEvent, type Summary, withWithheld } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { programKey } from '../program/key.ts';
import { openFreshness } from '../project/freshness.ts';
import { changedSince, goneSince } from '../project/git.ts';
import { orphanFindings } from '../project/orphans.ts';
import { chosenLocales, chosenSources, openProject, type Project } from '../project/project.ts';
import { keepReleases } from '../project/releases.ts';
import { allOf, planOf, select } from '../project/selection.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { waiting } from './holding.ts';
import type { Made } from './other-engines.ts';
import { createProgress } from './progress.ts';

export const runTranslate: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd, context.config);
  const locales = chosenLocales(project, text(options.to));
  const sources = await since(project, chosenSources(project, slugs), text(options.since));
  // Who asks for some articles is told of these, and who asks for what has changed, of what is gone since.
  const gone = options.since === undefined ? undefined : await goneSince(project.root, text(options.since) ?? '');
  const orphaned = () => (slugs.length === 0 ? orphanFindings(project, text(options.to) === undefined ? undefined : locales, gone) : []);
  const selection = { drafts: options.drafts === true, isNamed: slugs.length > 0, now: Date.now() };
  if (options.frozen === true) {
    const { chosen } = select(project, allOf(project, sources, locales), selection);
    return (await import('./frozen.ts')).frozen(project, chosen, orphaned(), context);
  }
  const maxCharacters = wholeNumber(options, 'max-characters');
  const progress = createProgress(context);
  const engine = text(options.engine);
  const freshness = openFreshness(project, programKey());
  const fill = options.fill === true;
  const again = options.again === true ? { fromEngine: text(options['from-engine']) } : undefined;
  if (again === undefined && options['from-engine'] !== undefined)
    throw new KnownError('--from-engine goes with --again', { expected: '--again --from-engine apertium', got: '--from-engine alone' });
  const isDry = options['dry-run'] === true;
  const known = fill || again !== undefined ? undefined : freshness;
  const { survey, withheld } = await planOf(project, sources, locales, { ...selection, freshness: known });
  if (!isDry) keepReleases(project);
  // Nothing is opened, not even the code that would; an engine that somebody names is opened, for it may not be there.
  if (survey.stale.length === 0 && engine === undefined) {
    const summary = withWithheld(emptySummary(), withheld);
    countPassed(summary, survey, progress.onEvent);
    tellOrphans(orphaned(), summary, progress.onEvent);
    progress.end(summary);
    return exitCode(summary, context);
  }
  if (context.stderr.isTTY === true && process.stdin.isTTY === true && !context.json && engine === undefined && !isDry)
    await (await import('./offer-models.ts')).offerModels(project, locales, context);
  const [{ inSession }, { translateEditions }, { nothingOf, otherEngines }] = await Promise.all([
    import('../session/session.ts'),
    import('../edition/translate.ts'),
    import('./other-engines.ts'),
  ]);
  const session = {
    command: 'translate',
    lock: waiting(context),
    engine,
    maxCharacters,
    fill,
    isPassing: options.passing === true,
    ...(again !== undefined && { again }),
    ...(options.batch === true && !isDry && { batch: { signal: context.signal } }),
    freshness,
    onEvent: progress.onQueueEvent,
    onLost: progress.onLost,
    onUnreadable: progress.onUnreadable,
    onChosen: progress.onChosen,
    onNoOpinion: progress.onNoOpinion,
  };
  const made: Made[] = [];
  return inSession(project, locales, session, async (tools) => {
    if (!isDry && options.yes !== true) {
      const refused = await (await import('./ask-cost.ts')).refusedCost(project, tools, survey, maxCharacters !== undefined, context);
      if (refused !== undefined) {
        progress.end(withWithheld(refused, withheld));
        return exit.budget;
      }
    }
    const done = await translateEditions(tools, {
      survey,
      dryRun: isDry,
      signal: context.signal,
      onEvent: (event) => {
        if (event.type === 'made') made.push(event);
        progress.onEvent(event);
      },
    });
    const summary = withWithheld(done, withheld);
    // By now an article under a new name has what its old one had.
    tellOrphans(orphaned(), summary, progress.onEvent);
    progress.end(summary);
    const { translated, pending } = summary.segments;
    if (!context.json && again?.fromEngine !== undefined && translated + pending === 0) context.print(nothingOf(again.fromEngine, made));
    if (!context.json && engine === undefined) for (const line of otherEngines(made, project.config)) context.print(line);
    return exitCode(summary, context);
  });
};

function tellOrphans(findings: readonly Finding[], summary: Summary, onEvent: (event: Event) => void): void {
  for (const finding of findings) {
    if (finding.level !== 'note') summary.findings[finding.level]++;
    onEvent(findingEvent(finding));
  }
}

/** What stopped a run comes before what went wrong in it. */
function exitCode(summary: Summary, context: CommandContext): number {
  const reasons = new Set(summary.failures.map((failure) => failure.reason));
  if (context.signal.aborted || reasons.has('aborted')) return exit.interrupted;
  if (reasons.has('budget')) return exit.budget;
  if (reasons.has('engine')) return exit.engine;
  if (reasons.has('input')) return exit.usage;
  return summary.findings.error > 0 ? exit.findings : exit.done;
}

async function since(project: Project, sources: readonly Source[], revision: string | undefined): Promise<readonly Source[]> {
  if (revision === undefined) return sources;
  const changed = await changedSince(project.root, revision);
  return sources.filter((source) => changed.has(source.file));
}

function wholeNumber(options: Options, name: string): number | undefined {
  const given = text(options[name]);
  if (given === undefined) return undefined;
  if (/^\d+$/.test(given)) return Number(given);
  throw new KnownError(`--${name} takes a whole number`, { expected: 'for example 50000', got: given });
}
