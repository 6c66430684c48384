/** `dragoman work`: brings editions of the desk's work list up to date in a checkout of its own, until it is told to end. */

import { systemClock } from '../clock.ts';
import { openProject } from '../project/project.ts';
import { demandedStore } from '../session/open-store.ts';
import { failureText, mayComeBack } from '../store/postgres/connection.ts';
import { openWorkList, type TakenEdition, type WorkList } from '../store/postgres/work/work-list.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { portOf } from './port.ts';
import { countOf } from './whole-number.ts';
import { runBatch, type WorkedBatch } from './work/batch.ts';
import { openWorkCheckout } from './work/checkout.ts';
import { openHealth, type WorkerHealth } from './work/health.ts';

/** Nobody outside of the machine is answered unless told. */
const LOCAL = '127.0.0.1';
/** Editions of one commit. */
const BATCH = 16;
/** Milliseconds between two looks at an empty list. */
const POLL = 2_000;
/** Milliseconds between two signs of life: a third of what a worker has. */
const ALIVE = 10_000;
/** Milliseconds between two tries to tell the list what was done while the database is away. */
const AGAIN = 1_000;

export const runWork: RunCommand = async (_args, options, context) => {
  const { signal } = context;
  const { url } = demandedStore(openProject(context.cwd, context.config).config);
  const checkout = await openWorkCheckout(text(options.branch), context);
  const at = options.port === undefined ? undefined : { host: text(options.address) ?? LOCAL, port: portOf(options.port, 0) };
  const health = await openHealth(at, systemClock.now);
  const onError = (message: string) => context.say(`The work list: ${message}`);
  let list: WorkList | undefined;
  try {
    list = await openWorkList({ url, clock: systemClock, isWorker: true, onError });
    if (!context.json) context.say('At work; Ctrl-C or SIGTERM ends it once what is in hand is done.');
    await workOn(list, { checkout, health, options, signal }, context);
  } finally {
    await list?.close();
    await health.close();
  }
  return exit.done;
};

interface Tools {
  readonly checkout: Awaited<ReturnType<typeof openWorkCheckout>>;
  readonly health: WorkerHealth;
  readonly options: Options;
  readonly signal: AbortSignal;
}

async function workOn(list: WorkList, { checkout, health, options, signal }: Tools, context: CommandContext): Promise<void> {
  const most = countOf(options, 'batch') ?? BATCH;
  const tools = { checkout, engine: text(options.engine), now: systemClock.now };
  // The first signal takes nothing new; what is in hand is done.
  while (!signal.aborted) {
    const taken = await insist(() => list.take(most), health, context);
    if (taken === undefined || taken.length === 0) {
      if (taken !== undefined && options.once === true) return;
      await systemClock.sleep(POLL, signal);
      continue;
    }
    health.is('at work');
    for (const batch of apart(taken)) {
      const alive = setInterval(() => void list.touch(taken).catch(() => {}), ALIVE);
      const outcome = await runBatch(batch, tools, context).finally(() => clearInterval(alive));
      health.trouble(outcome.trouble);
      await settle(list, outcome, health, context);
    }
    health.is(signal.aborted ? 'draining' : 'idle');
  }
}

/** What has failed before is tried alone, after the others. */
function apart(taken: readonly TakenEdition[]): TakenEdition[][] {
  const fresh = taken.filter(({ tries }) => tries === 0);
  const failed = taken.filter(({ tries }) => tries > 0).map((edition) => [edition]);
  return fresh.length === 0 ? failed : [fresh, ...failed];
}

async function settle(
  list: WorkList,
  { settled, characters, trouble }: WorkedBatch,
  health: WorkerHealth,
  context: CommandContext,
): Promise<void> {
  const done = [...settled].flatMap(([edition, { is }]) => (is === 'done' ? [edition] : []));
  await insist(() => list.done(done), health, context, true);
  health.count('done', done.length);
  health.sent(characters);
  if (trouble !== undefined) context.say(trouble);
  for (const [edition, what] of settled) {
    if (what.is === 'done') continue;
    health.count(what.is, 1);
    const tell = {
      failed: () => list.failed(edition, what.reason),
      parked: () => list.park(edition, what.reason),
      later: () => list.later(edition, what.is === 'later' ? what.at : 0, what.reason),
    }[what.is];
    await insist(tell, health, context, true);
    if (what.is === 'parked' && !context.json) context.say(`Parked: ${edition.slug} -> ${edition.locale}: ${what.reason}`);
  }
  if (!context.json && done.length > 0) context.say(`Done: ${done.map(({ slug, locale }) => `${slug} -> ${locale}`).join(', ')}`);
  if (context.json)
    for (const [{ slug, locale }, what] of settled)
      context.print({ type: 'work', slug, locale, state: what.is, ...('reason' in what && { reason: what.reason }) });
}

/**
 * A statement to the list, again and again while the database is away.
 * @param isOwed whether it is told even while the worker drains: the work is done
 * @returns undefined where the worker was told to end meanwhile
 */
async function insist<Result>(
  ask: () => Promise<Result>,
  health: WorkerHealth,
  context: CommandContext,
  isOwed = false,
): Promise<Result | undefined> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!mayComeBack(error)) throw error;
      health.trouble(`the database is away: ${failureText(error)}`);
      if (context.signal.aborted && !isOwed) return undefined;
      await systemClock.sleep(AGAIN);
    }
  }
}
