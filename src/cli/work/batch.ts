/** Some editions of the work list, brought up to date in one go: one session, one commit. What comes of each is told the list. */

import { type Event, emptySummary, type Failure, type FreshnessSurvey } from '../../edition/summary.ts';
import { translateEditions } from '../../edition/translate.ts';
import { knownOf } from '../../errors.ts';
import { holdCheckout } from '../../project/checkout.ts';
import { openProject, type Project, sources } from '../../project/project.ts';
import { inSession } from '../../session/session.ts';
import type { TakenEdition } from '../../store/postgres/work/work-list.ts';
import type { CommandContext } from '../command.ts';
import { waiting } from '../holding.ts';
import { createProgress } from '../progress.ts';
import type { WorkCheckout } from './checkout.ts';

/** What became of an edition. */
type Settled =
  | { readonly is: 'done' }
  /** It is tried again; after the last try it is parked. */
  | { readonly is: 'failed'; readonly reason: string }
  /** Nothing but a person's change will help. */
  | { readonly is: 'parked'; readonly reason: string }
  /** Not the edition's fault: it waits until then (ms). */
  | { readonly is: 'later'; readonly reason: string; readonly at: number };

export interface WorkedBatch {
  readonly settled: ReadonlyMap<TakenEdition, Settled>;
  /** Code points sent. */
  readonly characters: number;
  /** What went wrong with all of it. */
  readonly trouble?: string;
}

/** Milliseconds for which editions wait where something of the worker's is wrong: another worker may have them then. */
const PAUSE = 60_000;
const DAY = 86_400_000;

export interface BatchTools {
  readonly checkout: WorkCheckout;
  readonly engine: string | undefined;
  readonly now: () => number;
}

export async function runBatch(taken: readonly TakenEdition[], tools: BatchTools, context: CommandContext): Promise<WorkedBatch> {
  const { checkout, now } = tools;
  try {
    const release = await holdCheckout(openProject(context.cwd, context.config), 'work', {
      ...waiting(context, Number.POSITIVE_INFINITY),
      signal: context.signal,
    });
    try {
      const project = await checkout.begin();
      const { failures, characters } = await translated(project, taken, tools, context);
      await checkout.deliver();
      return { settled: new Map(taken.map((edition) => [edition, settledBy(failures, edition, now())])), characters };
    } finally {
      release();
    }
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const trouble = known.got === undefined ? known.message : `${known.message}: ${known.got}`;
    return {
      settled: new Map(taken.map((edition) => [edition, { is: 'later', reason: trouble, at: now() + PAUSE }])),
      characters: 0,
      trouble,
    };
  }
}

async function translated(project: Project, taken: readonly TakenEdition[], { engine }: BatchTools, context: CommandContext) {
  const localesOf = Map.groupBy(taken, ({ slug }) => slug);
  // An article that is gone since is done.
  const stale = sources(project).flatMap((source) => {
    const wanted = localesOf.get(source.slug)?.map(({ locale }) => locale) ?? [];
    const locales = wanted.filter((locale) => project.config.targetLocales.includes(locale));
    return locales.length === 0 ? [] : [{ source, locales: [...new Set(locales)] }];
  });
  if (stale.length === 0) return emptyOutcome;
  const survey: FreshnessSurvey = { stale, passed: [], articles: 0 };
  const locales = [...new Set(stale.flatMap((one) => one.locales))];
  const progress = createProgress({ ...context, stderr: { write: () => {} } });
  const { onQueueEvent: onEvent, onLost, onUnreadable, onChosen, onNoOpinion } = progress;
  const session = { command: 'work', lock: 'held', engine, isPassing: true, onEvent, onLost, onUnreadable, onChosen, onNoOpinion } as const;
  const told = (event: Event) => {
    if (event.type === 'failure' || event.type === 'edition') progress.onEvent(event);
  };
  // A worker that is told to end does what is in hand.
  const { signal } = new AbortController();
  const summary = await inSession(project, locales, session, (tools) => translateEditions(tools, { survey, signal, onEvent: told }));
  return { failures: summary.failures, characters: summary.engine.characters };
}

const emptyOutcome: { readonly failures: readonly Failure[]; readonly characters: number } = {
  failures: emptySummary().failures,
  characters: 0,
};

/** As the exit codes of `translate` have it: 2 is the article's, 3 the engine's, 4 the budget's. */
function settledBy(failures: readonly Failure[], { slug, locale }: TakenEdition, now: number): Settled {
  const failure = failures.find((one) => one.slug === slug && (one.locale === undefined || one.locale === locale));
  if (failure === undefined) return { is: 'done' };
  const reason = failure.message;
  if (failure.reason === 'input') return { is: 'parked', reason };
  if (failure.reason === 'budget') return { is: 'later', reason, at: (Math.floor(now / DAY) + 1) * DAY };
  if (failure.reason === 'engine') return { is: 'failed', reason };
  return { is: 'later', reason, at: now };
}
