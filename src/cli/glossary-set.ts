/** `dragoman glossary set` and `glossary remove`: one correction, seen before it is done, and done in every edition. */

import { openEngine, recordFormat } from '../adapters.ts';
import { engineChainFor } from '../config.ts';
import { counted } from '../counted.ts';
import { sourceLocaleOf, sourceLocalesOf } from '../edition/collections.ts';
import { type Affected, afterCorrection, type Correction, foreseeCorrection, type Resent, type TermChange } from '../edition/correction.ts';
import { emptySummary, type Summary } from '../edition/summary.ts';
import { translateEditions } from '../edition/translate.ts';
import { KnownError } from '../errors.ts';
import type { TermKind } from '../glossary/term.ts';
import { writeAtomic } from '../project/files.ts';
import { openMemories } from '../project/memories.ts';
import {
  chosenLocales,
  chosenSourceLocale,
  glossaryFile,
  locate,
  openProject,
  type Project,
  readProjectFile,
  sources,
} from '../project/project.ts';
import { allOf } from '../project/selection.ts';
import { inSession } from '../session/session.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { createProgress } from './progress.ts';

type LanguagePair = { readonly from: string; readonly to: string };
type Holding = Parameters<typeof foreseeCorrection>[3];

const KINDS: readonly TermKind[] = ['person', 'place', 'organization', 'term'];
/** Segments that a person sees of a correction; `--json` has all. */
const SHOWN = 50;

export const runGlossarySet: RunCommand = ([locale = '', source = '', target = ''], options, context) => {
  const kind = text(options.kind);
  if (kind !== undefined && !KINDS.some((one) => one === kind))
    throw new KnownError(`--kind: "${kind}" is no kind of term`, { expected: KINDS.join(', '), got: kind });
  if (source.trim() === '' || target.trim() === '')
    throw new KnownError('A term needs a source and a target', { expected: 'dragoman glossary set es "Kyiv" "Kiev"', got: 'nothing' });
  return correct(locale, { source, target, ...(kind !== undefined && { kind: kind as TermKind }) }, options, context);
};

export const remove: RunCommand = ([locale = '', source = ''], options, context) => correct(locale, { source }, options, context);

async function correct(to: string, term: TermChange, options: Options, context: CommandContext): Promise<number> {
  const dryRun = options['dry-run'] === true;
  const project = openProject(context.cwd, context.config);
  const [locale = ''] = chosenLocales(project, to);
  const pair = { from: chosenSourceLocale(project, text(options.from)), to: locale };
  const correction = foresee(project, pair, term);
  if (term.target === undefined && !correction.isChanged)
    throw new KnownError(`${correction.file}: no term "${term.source}"`, { expected: 'a source that the glossary has', got: term.source });
  show(correction, locale, context);
  const price = correction.affected.some(({ action }) => action === 'resend') ? await priceOf(project, locale) : 0;
  if (!dryRun && correction.isChanged) writeAtomic(locate(project, correction.file), correction.csv);
  const slugs = new Set(correction.affected.filter(({ action }) => action !== 'reviewed').map(({ slug }) => slug));
  const summary = dryRun || slugs.size === 0 ? emptySummary() : await apply(project, locale, slugs, context);
  const resent = dryRun ? [] : withHolding(project, pair, (holding) => afterCorrection(term, correction, pair, holding));
  showResent(resent, term, locale, context);
  tell(summary, correction, { locale, dryRun, price, resent, context });
  if (context.signal.aborted) return exit.interrupted;
  const reasons = new Set(summary.failures.map((failure) => failure.reason));
  return reasons.has('budget')
    ? exit.budget
    : reasons.has('engine')
      ? exit.engine
      : reasons.has('input')
        ? exit.usage
        : resent.some(({ isSaid }) => !isSaid)
          ? exit.findings
          : exit.done;
}

/** Nothing is written but the memory's index. */
function foresee(project: Project, pair: LanguagePair, term: TermChange): Correction {
  const file = glossaryFile(project, pair.to, pair.from);
  return withHolding(project, pair, (holding) =>
    foreseeCorrection(term, { file, csv: readProjectFile(project, file) ?? '' }, pair, holding),
  );
}

/** What records hold of a pair of languages. */
function withHolding<Result>(project: Project, { from, to }: LanguagePair, work: (holding: Holding) => Result): Result {
  const { config } = project;
  const memories = openMemories(project, recordFormat);
  // A memory is a target locale's: where articles are in several languages, theirs alone are meant.
  const slugs = sourceLocalesOf(config).length === 1 ? undefined : slugsIn(project, from);
  try {
    return work((letters, sameCase) => {
      const segments = memories.recordedHolding(to, letters, sameCase);
      return slugs === undefined ? segments : segments.filter(({ slug }) => slugs.has(slug));
    });
  } finally {
    memories.close();
  }
}

const slugsIn = (project: Project, locale: string): ReadonlySet<string> =>
  new Set(sources(project).flatMap((source) => (sourceLocaleOf(project.config, source) === locale ? [source.slug] : [])));

/** In dollars a million characters; undefined where the engine is not to be had here. */
async function priceOf(project: Project, locale: string): Promise<number | undefined> {
  const [name] = engineChainFor(project.config, locale);
  try {
    const engine = await openEngine(project, name ?? '');
    await engine.close?.();
    return engine.pricePerMillionCharacters ?? 0;
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** The editions that hold affected segments, brought up to date; the rest of them is recalled. */
function apply(project: Project, locale: string, slugs: ReadonlySet<string>, context: CommandContext): Promise<Summary> {
  const progress = createProgress(context);
  const chosen = sources(project).filter(({ slug }) => slugs.has(slug));
  const { onQueueEvent: onEvent, onLost, onNoOpinion } = progress;
  const session = { command: 'glossary set', lock: 'held' as const, onEvent, onLost, onNoOpinion };
  return inSession(project, [locale], session, (tools) =>
    translateEditions(tools, {
      survey: { stale: allOf(project, chosen, [locale]), passed: [], articles: 0 },
      signal: context.signal,
      onEvent: progress.onEvent,
    }),
  );
}

function show({ affected, former, file, isChanged }: Correction, locale: string, context: CommandContext): void {
  if (context.json) {
    for (const one of affected) context.print({ type: 'affected', locale, ...one });
    return;
  }
  context.print(isChanged ? `${file}${former === undefined ? '' : `: until now "${former}"`}` : `${file}: is so already`);
  for (const one of affected.slice(0, SHOWN)) context.print(inWords(one));
  if (affected.length > SHOWN) context.print(`... and ${affected.length - SHOWN} more: --json has all`);
}

/** What cannot be repaired by rule, as the engine has it now; where it still lacks the term, somebody has to say it. */
function showResent(resent: readonly Resent[], term: TermChange, locale: string, context: CommandContext): void {
  const lacking = resent.filter(({ isSaid }) => !isSaid);
  if (context.json) {
    for (const one of resent) context.print({ type: 'resent', locale, ...one });
    return;
  }
  for (const { slug, source, after, isSaid } of resent.slice(0, SHOWN))
    context.print(
      [`${slug}: ${isSaid ? 'translated again' : 'the engine did not bring the term'}`, `    ${source}`, `  + ${after}`].join('\n'),
    );
  if (resent.length > SHOWN) context.print(`... and ${resent.length - SHOWN} more: --json has all`);
  if (lacking.length > 0)
    context.print(
      `${lacking.length === 1 ? 'One sentence does' : `${lacking.length} sentences do`} not say "${term.target ?? ''}": correct ${lacking.length === 1 ? 'it' : 'them'} in the edition, or choose an engine that knows terms (dragoman engines).`,
    );
}

function inWords({ slug, action, before, after, source }: Affected): string {
  const what = { repair: 'repaired', resend: 'translated again', reviewed: 'reviewed by a person, left to them' }[action];
  return [`${slug}: ${what}`, `    ${source}`, `  - ${before}`, ...(after === undefined ? [] : [`  + ${after}`])].join('\n');
}

function tell(
  summary: Summary,
  { affected }: Correction,
  {
    locale,
    dryRun,
    price,
    resent,
    context,
  }: {
    readonly resent: readonly Resent[];
    readonly locale: string;
    readonly dryRun: boolean;
    readonly price: number | undefined;
    readonly context: CommandContext;
  },
): void {
  const of = (action: Affected['action']) => affected.filter((one) => one.action === action);
  const counts = { repair: of('repair').length, resend: of('resend').length, reviewed: of('reviewed').length };
  const editions = new Set(affected.map(({ slug }) => slug)).size;
  const characters = affected.reduce((sum, one) => sum + one.characters, 0);
  const cost = price === undefined ? undefined : (characters * price) / 1e6;
  const { failures: _, ...run } = summary;
  if (context.json)
    context.print({
      ...run,
      locale,
      dryRun,
      affected: { ...counts, editions, characters, cost, lacking: resent.filter(({ isSaid }) => !isSaid).length },
    });
  else
    context.print(
      `${counted(affected.length, 'segment')} in ${counted(editions, 'edition')}: ${counts.repair} repaired, ${counts.resend} translated again ` +
        `(${counted(characters, 'character')}${cost ? `, $${cost.toFixed(2)}` : ''}), ${counts.reviewed} left to ${counts.reviewed === 1 ? 'its reviewer' : 'their reviewers'}${dryRun ? '; nothing is written' : ''}`,
    );
}
