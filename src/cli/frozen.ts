/** `dragoman translate --frozen`: the proof that every edition is derived from its present source and glossary. */

import { checks, recordFormat } from '../adapters.ts';
import { everyEdition } from '../edition/every.ts';
import type { Chosen } from '../edition/selection.ts';
import type { EditionStatus, Reason } from '../edition/status.ts';
import { findingEvent } from '../edition/summary.ts';
import type { Finding } from '../finding.ts';
import { openDisk } from '../project/disk.ts';
import type { Project } from '../project/project.ts';
import { counted } from '../text/counted.ts';
import type { CommandContext } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { groupLines } from './group-lines.ts';
import { countStates } from './states.ts';

const WHY: Record<Reason, string> = {
  new: 'not translated yet',
  changed: 'the source has changed',
  terms: 'the glossary has changed',
  untranslated: 'no target',
  outdated: 'reviewed for an earlier source',
  correction: 'a correction of the source is missing',
  file: 'not what source and record give: edited by hand, a setting changed, or never written',
  'no record': 'made by hand, without a record ("dragoman memory align" adopts articles, "dragoman translate" strings)',
};

type Stale = Pick<EditionStatus, 'state' | 'reasons'> & { readonly file: string };

function printGroup(why: string, editions: readonly Stale[], context: CommandContext): void {
  const grouped = editions.map(({ file, state, reasons }) => ({
    file,
    note: state,
    lines: reasons.flatMap(({ why: own, source }) =>
      source === undefined ? (WHY[own] === why ? [] : [WHY[own]]) : [`${WHY[own] === why ? '' : `${WHY[own]}: `}${source}`],
    ),
  }));
  for (const line of groupLines(`${counted(editions.length, 'edition')}: ${why}`, grouped, context)) context.print(line);
}

/**
 * @param orphaned editions that there should not be
 * @returns the exit code: 0 where everything is fresh; nothing is written or sent
 */
export function frozen(project: Project, chosen: readonly Chosen[], orphaned: readonly Finding[], context: CommandContext): number {
  let unreadable = 0;
  let [leftOut, doubtful] = [0, 0];
  const states: Parameters<typeof countStates>[0][number][] = [];
  /** By why they are not up to date. */
  const stale = new Map<string, Stale[]>();
  for (const { open, status } of everyEdition(openDisk(project, { recordFormat, checks }), chosen, (error) => {
    unreadable++;
    context.say(inLines(error));
  })) {
    const { format, slug } = open.source;
    states.push({ format, state: status.state });
    leftOut += status.leftOut;
    doubtful += status.doubtful;
    if (status.state === 'fresh') continue;
    if (context.json) context.print({ type: 'edition', format, slug, locale: open.edition.locale, file: open.file, ...status });
    else {
      const [first] = status.reasons;
      const why = first === undefined ? status.state : WHY[first.why];
      stale.set(why, [...(stale.get(why) ?? []), { file: open.file, ...status }]);
    }
  }
  for (const [why, editions] of stale) printGroup(why, editions, context);
  for (const finding of orphaned) context.json ? context.print(findingEvent(finding)) : context.print(findingLine(finding, context));
  const counts = countStates(states);
  const { editions, fresh, strings } = counts;
  if (context.json) context.print({ type: 'summary', ...counts, orphaned: orphaned.length, leftOut, doubtful });
  else {
    const others = strings.files === 0 ? '' : `, ${strings.fresh} of ${counted(strings.files, 'file')} of strings`;
    context.print(`${fresh} of ${counted(editions, 'edition is', 'editions are')} up to date${others}`);
    if (leftOut > 0)
      context.print(
        `${counted(leftOut, 'sentence is', 'sentences are')} left out by adopted editions; "dragoman translate --fill" translates ${leftOut === 1 ? 'it' : 'them'}`,
      );
    if (doubtful > 0)
      context.print(
        `${counted(doubtful, 'sentence of an adopted edition is', 'sentences of adopted editions are')} to be reviewed; "dragoman check" lists ${doubtful === 1 ? 'it' : 'them'}`,
      );
  }
  if (unreadable > 0) return exit.usage;
  return orphaned.length === 0 && states.every(({ state }) => state === 'fresh') ? exit.done : exit.findings;
}
