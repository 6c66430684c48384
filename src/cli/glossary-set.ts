/** `dragoman glossary set` and `glossary remove`: one correction, seen before it is done, and done in every edition. */

import { recordFormat } from '../adapters.ts';
import { type Affected, type Correction, type Resent, stillLacking, type TermChange } from '../edition/correction.ts';
import { emptySummary, type Summary } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import type { TermKind } from '../glossary/term.ts';
import { openMemories } from '../project/memories.ts';
import { chosenLocales, chosenSourceLocale, openProject, type Project } from '../project/project.ts';
import { applyCorrection, foreseeTerm, pricePerMillion } from '../session/correcting.ts';
import { counted, inDollars } from '../text/counted.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { createProgress, type Progress } from './progress.ts';

type LanguagePair = { readonly from: string; readonly to: string };

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
  const progress = createProgress(context);
  const memories = openMemories(project, recordFormat, progress.onUnreadable);
  const correction = foreseeTerm(project, pair, term, memories);
  memories.close();
  if (term.target === undefined && !correction.isChanged)
    throw new KnownError(`${correction.file}: no term "${term.source}"`, { expected: 'a source that the glossary has', got: term.source });
  show(correction, locale, context);
  const price = correction.affected.some(({ action }) => action === 'resend') ? await pricePerMillion(project, locale) : 0;
  const { summary, resent } = dryRun
    ? { summary: emptySummary(), resent: stillLacking(correction) }
    : await apply(project, pair, term, correction, { context, progress });
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

function apply(
  project: Project,
  pair: LanguagePair,
  term: TermChange,
  correction: Correction,
  { context, progress }: { readonly context: CommandContext; readonly progress: Progress },
) {
  const { onQueueEvent, onLost, onNoOpinion, onEvent } = progress;
  // A memory that cannot be read has been told of.
  const session = { command: 'glossary set', onEvent: onQueueEvent, onLost, onNoOpinion };
  return applyCorrection(project, pair, term, correction, { session, signal: context.signal, onEvent });
}

function show({ affected, former, file, isChanged }: Correction, locale: string, context: CommandContext): void {
  if (context.json) {
    for (const { texts: _, ...one } of affected) context.print({ type: 'affected', locale, ...one });
    return;
  }
  context.print(isChanged ? `${file}${former === undefined ? '' : `: until now "${former}"`}` : `${file}: is so already`);
  // What lacks the term already is told once, as it is in the end.
  const changing = affected.filter(({ action }) => action !== 'lacking');
  for (const one of changing.slice(0, SHOWN)) context.print(inWords(one));
  if (changing.length > SHOWN) context.print(`... and ${changing.length - SHOWN} more: --json has all`);
}

const WHAT: Readonly<Record<Affected['action'], string>> = {
  repair: 'repaired',
  resend: 'translated again',
  lacking: 'the engine did not bring the term',
  reviewed: 'reviewed by a person, left to them',
};

/** What cannot be repaired by rule, as the engine has it now; where it still lacks the term, somebody has to say it. */
function showResent(resent: readonly Resent[], term: TermChange, locale: string, context: CommandContext): void {
  const lacking = resent.filter(({ isSaid }) => !isSaid);
  if (context.json) {
    for (const one of resent) context.print({ type: 'resent', locale, ...one });
    return;
  }
  for (const { slug, source, after, isSaid } of resent.slice(0, SHOWN))
    context.print([`${slug}: ${WHAT[isSaid ? 'resend' : 'lacking']}`, `    ${source}`, `  + ${after}`].join('\n'));
  if (resent.length > SHOWN) context.print(`... and ${resent.length - SHOWN} more: --json has all`);
  if (lacking.length > 0)
    context.print(
      `${lacking.length === 1 ? 'One sentence does' : `${lacking.length} sentences do`} not say "${term.target ?? ''}": correct ${lacking.length === 1 ? 'it' : 'them'} in the edition, or choose an engine that knows terms (dragoman engines) and run "dragoman translate --again".`,
    );
}

function inWords({ slug, action, before, after, source }: Affected): string {
  return [`${slug}: ${WHAT[action]}`, `    ${source}`, `  - ${before}`, ...(after === undefined ? [] : [`  + ${after}`])].join('\n');
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
  const lacking = resent.filter(({ isSaid }) => !isSaid).length;
  const editions = new Set(affected.map(({ slug }) => slug)).size;
  const characters = affected.reduce((sum, one) => sum + one.characters, 0);
  const cost = price === undefined ? undefined : (characters * price) / 1e6;
  const { failures: _, ...run } = summary;
  if (context.json)
    context.print({
      ...run,
      locale,
      dryRun,
      affected: { ...counts, editions, characters, cost, lacking },
    });
  else
    context.print(
      `${counted(affected.length, 'segment')} in ${counted(editions, 'edition')}: ${counts.repair} repaired, ${counts.resend} translated again ` +
        `(${counted(characters, 'character')}${cost ? `, ${inDollars(cost)}` : ''}), ${counts.reviewed} left to ${counts.reviewed === 1 ? 'its reviewer' : 'their reviewers'}${lacking === 0 ? '' : `, ${lacking} without the term`}${dryRun ? '; nothing is written' : ''}`,
    );
}
