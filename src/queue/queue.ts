/**
 * A queue around an engine is an engine: exact in its pace, sparing with money. One text at a time goes in (`submit`),
 * requests packed from many articles go out, and nothing is paid twice.
 */

import type { Engine, EngineRequest } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import { overBudget } from './accounts/budget.ts';
import { type Answer, countCharacters, engineLabel, type Job, jobKey, jobsOf, type LanguagePair, pairName } from './jobs/job.ts';
import { createWaiting } from './jobs/lanes.ts';
import { aborted, reject, stillWanted, type Task } from './jobs/queued-job.ts';
import { createDispatch } from './sending/dispatch.ts';
import type { Usage } from './sending/event.ts';
import type { QueueOptions } from './sending/options.ts';
import { preparing } from './sending/prepare.ts';
import { createPace, requestSize } from './timing/pace.ts';

/** How long (ms) less than a full request waits for more: long enough to read the next article. */
const LINGER = 20;
/** Requests' worth of text, for each worker, that may wait before `ready` holds the caller back. */
const DEPTH = 4;
/** An engine that was given up is left alone for so long (ms). */
const COOLDOWN = 60_000;
const MINUTE = 60_000;
const EVERY_PAIR = 'every pair';

export interface Queue extends Engine {
  /**
   * The translation of one text.
   * Rejects with an EngineError: `invalid` or `answer` for this text alone; `unavailable`, `busy`, `stopped` or `budget` when
   * nothing more can be sent; `aborted` when `signal` came before it was sent. What is on the wire then is still delivered.
   */
  submit(job: Job, signal: AbortSignal): Promise<Answer>;
  /** Resolves when there is room for another article's texts: await it before each, and a corpus of any size fits in memory. */
  ready(): Promise<void>;
  /** In a chain whose first engine does not hold to terms: the first that does. */
  readonly holdingTerms?: Queue | undefined;
  /** Whether the journal has the answer already. */
  knows(job: Job): boolean;
  readonly usage: Usage;
}

export function createQueue(engine: Engine, options: QueueOptions): Queue {
  const { limits, clock, journal, budget, onEvent = () => {} } = options;
  const label = engineLabel(engine);
  const keyOf = (job: Job) => jobKey(engineLabel(engine, job), job);
  const longest = engine.limits?.charactersPerRequest ?? Number.POSITIVE_INFINITY;
  const size = Math.min(requestSize(limits), longest);
  const pace = createPace({ ...limits, charactersPerRequest: size });
  for (const { characters, at } of journal?.sentSince(engine.name, clock.now() - MINUTE) ?? []) pace.spent(characters, at);
  const waiting = createWaiting<Task>({
    characters: size,
    texts: engine.limits?.textsPerRequest ?? Number.POSITIVE_INFINITY,
    linger: LINGER,
  });
  /** Waiting or on the wire, by key. */
  const tasks = new Map<string, Task>();
  const watched = new WeakSet<AbortSignal>();
  const readers: (() => void)[] = [];
  /** Why nothing is sent any more, and until when (ms), by pair of languages. */
  const stops = new Map<string, { error: unknown; until: number }>();
  let order = 0;
  let isPumpDue = false;
  let isLingering = false;

  const dispatch = createDispatch(engine, options, pace, {
    onFree: pump,
    onDone: (task) => tasks.delete(task.key),
    onStop: stop,
    stopFor,
  });

  function submit(job: Job, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return Promise.reject(aborted());
    const key = keyOf(job);
    const known = journal?.find(key);
    if (known !== undefined) return Promise.resolve({ ...known, characters: 0, recovered: true, receipt: key });
    const obstacle = stopFor(job);
    if (obstacle !== undefined) return Promise.reject(obstacle);
    const characters = countCharacters(job.text);
    const most = Math.min(longest, pace.largest);
    if (characters > most)
      return Promise.reject(new EngineError('invalid', `${label}: a text of ${characters} characters, where ${most} is the most`));
    watch(signal);
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject, signal };
      const same = tasks.get(key);
      if (same !== undefined) {
        same.waiters.push(waiter);
        return;
      }
      const { from, to, priority = 0 } = job;
      const task: Task = { job, key, from, to, characters, priority, order: order++, waiters: [waiter], sent: false };
      tasks.set(key, task);
      waiting.add(task, clock.now());
      if (dispatch.hasRoom) pumpSoon();
    });
  }

  /** Fills the free workers. */
  function pump(): void {
    while (dispatch.hasRoom) {
      const pack = waiting.take(clock.now(), budget?.left() ?? Number.POSITIVE_INFINITY);
      if (pack === undefined) break;
      const characters = pack.reduce((total, task) => total + task.characters, 0);
      if (budget !== undefined && (pack.length === 0 || !budget.reserve(characters))) {
        stop(overBudget(budget.describe()));
        break;
      }
      dispatch.send(pack);
    }
    pumpSoon();
    wakeReaders();
  }

  /** Comes back when the caller's turn is over, so that what it submits in one go is packed together, or when a lane has lingered. */
  function pumpSoon(): void {
    const at = waiting.readyAt();
    if (at === undefined || !dispatch.hasRoom) return;
    const delay = at - clock.now();
    if (delay <= 0) {
      if (isPumpDue) return;
      isPumpDue = true;
      queueMicrotask(() => {
        isPumpDue = false;
        pump();
      });
    } else if (!isLingering) {
      isLingering = true;
      void clock.sleep(delay).then(() => {
        isLingering = false;
        pump();
      });
    }
  }

  const hasDepth = () => waiting.characters < DEPTH * limits.concurrency * size;

  function ready(): Promise<void> {
    if (hasDepth() && readers.length === 0) return Promise.resolve();
    return new Promise((resolve) => readers.push(resolve));
  }

  /** One at a time, and the next when that one has had its turn: all at once would bring too much. */
  function wakeReaders(): void {
    if (readers.length === 0 || !hasDepth()) return;
    readers.shift()?.();
    setImmediate(wakeReaders);
  }

  function watch(signal: AbortSignal): void {
    if (watched.has(signal)) return;
    watched.add(signal);
    signal.addEventListener('abort', withdraw, { once: true });
  }

  function withdraw(): void {
    for (const task of tasks.values()) if (!task.sent && !stillWanted(task)) tasks.delete(task.key);
    waiting.remove((task) => task.waiters.length === 0);
    dispatch.withdraw();
    wakeReaders();
  }

  function stopFor(job: LanguagePair): unknown {
    for (const place of [EVERY_PAIR, pairName(job)]) {
      const found = stops.get(place);
      if (found === undefined) continue;
      if (clock.now() < found.until) return found.error;
      stops.delete(place);
      dispatch.tryAgain();
    }
    return undefined;
  }

  function stop(error: unknown, pair?: LanguagePair): void {
    const place = pair === undefined ? EVERY_PAIR : pairName(pair);
    const isForNow = error instanceof EngineError && (error.kind === 'unavailable' || error.kind === 'busy');
    const until = isForNow ? clock.now() + Math.max(COOLDOWN, error.retryAfterMs ?? 0) : Number.POSITIVE_INFINITY;
    // The first of several workers to find out tells the reason.
    if ((stops.get(place)?.until ?? 0) < until) {
      stops.set(place, { error, until });
      const isClosed = error instanceof EngineError && error.kind === 'aborted';
      if (!isClosed) onEvent({ type: 'stopped', engine: label, message: error instanceof Error ? error.message : String(error) });
    }
    for (const task of waiting.remove((task) => pair === undefined || (task.from === pair.from && task.to === pair.to))) {
      tasks.delete(task.key);
      reject(task, error);
    }
    dispatch.drain(error, pair);
    wakeReaders();
  }

  async function translate(request: EngineRequest, signal: AbortSignal): Promise<string[]> {
    const answers = await Promise.all(jobsOf(request).map((job) => submit(job, signal)));
    for (const [index, { remarks }] of answers.entries()) if (remarks !== undefined) request.report?.(index, remarks);
    return answers.map((answer) => answer.text);
  }

  const prepare = preparing(engine, options);
  return {
    name: engine.name,
    ...(engine.model !== undefined && { model: engine.model }),
    ...(engine.modelFor !== undefined && { modelFor: (from: string, to: string) => engine.modelFor?.(from, to) }),
    ...(engine.limits !== undefined && { limits: engine.limits }),
    ...(engine.pricePerMillionCharacters !== undefined && { pricePerMillionCharacters: engine.pricePerMillionCharacters }),
    ...(engine.takesTerms !== undefined && { takesTerms: engine.takesTerms }),
    ...(engine.takesExamples !== undefined && { takesExamples: engine.takesExamples }),
    ...(prepare !== undefined && { prepare }),
    translate,
    submit,
    ready,
    knows: (job) => journal?.find(keyOf(job)) !== undefined,
    get usage() {
      return dispatch.usage;
    },
    close: async () => {
      stop(new EngineError('aborted', `${label} was closed`));
      dispatch.abort();
      await engine.close?.();
    },
  };
}
