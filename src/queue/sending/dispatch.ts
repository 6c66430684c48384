/** Sends packed requests in their turn, and again where that helps. */

import type { Engine } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import { overBudget } from '../accounts/budget.ts';
import { asEngineError, pauseAfter } from '../failures/failure.ts';
import { createHealth } from '../failures/health.ts';
import { engineLabel, type LanguagePair, pairName } from '../jobs/job.ts';
import { reject, settle, stillWanted, type Task } from '../jobs/queued-job.ts';
import type { Pace } from '../timing/pace.ts';
import { createWorkers } from '../timing/workers.ts';
import { createBooks } from './accounting.ts';
import { charactersOf, type Pack, packOf, type Sent } from './batch.ts';
import type { Usage } from './event.ts';
import type { QueueOptions } from './options.ts';
import { afterAnswer, afterRefusal, halves, type Next } from './outcome.ts';
import { callEngine, letterOf } from './request.ts';

/** After so many refused requests and lost texts in a row, the fault is not in the texts: the pair of languages is given up. */
const LOSSES_OF_A_PAIR = 32;
/** Requests, for each worker, that may wait for another try of their own before nothing new is begun. */
const BACKING_OFF = 4;

/** After so many silences a request is halved. */
const WHOLE_TRIES = 2;

export interface Dispatch {
  readonly hasRoom: boolean;
  readonly usage: Usage;
  /** Sends tasks of one pair of languages as one request; their characters are reserved of the budget already. */
  send(tasks: Task[]): void;
  /** Lets go of tasks that nobody waits for any more and that are not on the wire. */
  withdraw(): void;
  /** Rejects what is not on the wire: all, or a pair of languages. */
  drain(error: unknown, pair?: LanguagePair): void;
  /** Gives an engine that was given up another chance. */
  tryAgain(): void;
  /** Ends the requests on the wire. */
  abort(): void;
}

export interface DispatchCallbacks {
  /** A worker is free. */
  readonly onFree: () => void;
  /** The task has its answer or error. */
  readonly onDone: (task: Task) => void;
  /** Nothing more can be sent: at all, or for a pair of languages. */
  readonly onStop: (error: unknown, pair?: LanguagePair) => void;
  /** Why nothing can be sent for a pair of languages; undefined while it can. */
  readonly stopFor: (pair: LanguagePair) => unknown;
}

export function createDispatch(engine: Engine, options: QueueOptions, pace: Pace, callbacks: DispatchCallbacks): Dispatch {
  const { limits, clock, budget, random = Math.random, onEvent = () => {} } = options;
  const { onDone, onStop, stopFor } = callbacks;
  const label = engineLabel(engine);
  const books = createBooks(engine, options);
  const workers = createWorkers(limits.concurrency, clock, callbacks.onFree);
  const health = createHealth(limits.attempts, random);
  /** Taken and not on the wire: waiting for a worker, for the pace or for another try. */
  const packs = new Set<Pack>();
  const wires = new Set<AbortController>();
  /** In a row without an answer, by pair of languages. */
  const losses = new Map<string, number>();
  let backingOff = 0;

  function enqueue(pack: Pack): void {
    packs.add(pack);
    const run = () => send(pack).catch((error) => breakDown(pack, error));
    workers.add(run, pack.tasks[0]?.priority ?? 0);
  }

  async function send(pack: Pack): Promise<void> {
    const now = clock.now();
    if (pack.tasks.length > 0) await clock.sleep(pace.reserve(charactersOf(pack), now) - now, pack.wake.signal);
    // All were told to wait meanwhile: the time that this one reserved goes by, and it reserves again.
    if (pack.tasks.length > 0 && workers.isPaused) return enqueue(pack);
    packs.delete(pack);
    const characters = charactersOf(pack);
    budget?.release(pack.reserved - characters);
    pack.reserved = characters;
    if (pack.tasks.length === 0) return;
    const jobs = pack.tasks.map((task) => task.job);
    const letter = letterOf(jobs, pack.bare?.texts, options.label);
    const sent = books.enter(pack, letter, health.pauses);
    for (const task of pack.tasks) task.sent = true;
    const wire = new AbortController();
    wires.add(wire);
    const call = callEngine(engine, letter.request, { timeoutMs: limits.timeoutSeconds * 1000, clock, wire });
    const outcome = await call.then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: asEngineError(error, label) }),
    );
    wires.delete(wire);
    if ('error' in outcome) onFailure(sent, outcome.error);
    else onAnswer(sent, outcome.answer);
  }

  function onAnswer(sent: Sent, answer: unknown): void {
    const { pack, characters } = sent;
    const next = afterAnswer(sent, answer);
    books.answered(sent, next.good);
    health.succeeded(clock.now());
    workers.limit(limits.concurrency);
    if (next.good.length > 0) losses.delete(pairName(sent));
    for (const { task, text, remarks } of next.good) {
      const own = pack.bare === undefined ? task.characters : characters;
      onDone(task);
      settle(task, { text, engine: sent.engine, characters: own, receipt: task.key, ...(remarks !== undefined && { remarks }) });
    }
    goOn(next);
    const first = next.lost[0];
    if (first !== undefined) countLosses(sent, next.lost.length, first.error);
  }

  function goOn(next: Next): void {
    for (const { task, error } of next.lost) fail([task], error);
    for (const { tasks, how } of next.again) sendAgain(tasks, how);
  }

  function countLosses(pair: LanguagePair, count: number, error: EngineError): void {
    const total = (losses.get(pairName(pair)) ?? 0) + count;
    losses.set(pairName(pair), total);
    if (total < LOSSES_OF_A_PAIR) return;
    const { from, to } = pair;
    onStop(new EngineError('stopped', `${label} is of no use from ${from} to ${to}: ${error.message}`, { cause: error }), { from, to });
  }

  /** Sends once more what holds nothing of the budget, because it was billed or has given back its part. */
  function sendAgain(tasks: readonly Task[], how: Partial<Pack> = {}): void {
    const wanted = landed(tasks);
    if (wanted.length === 0) return;
    const pack = packOf(wanted, how);
    const obstacle = stopFor(wanted[0] as Task);
    if (obstacle !== undefined) fail(wanted, obstacle);
    else if (budget === undefined || budget.reserve(pack.reserved)) enqueue(pack);
    else breakDown(pack, overBudget(budget.describe()));
  }

  function onFailure(sent: Sent, error: EngineError): void {
    const { pack } = sent;
    // The engine has worked, and been paid, for an answer that it finds unusable itself.
    if (error.kind === 'answer') books.answered(sent, []);
    else books.failed(sent, error);
    if (error.kind === 'busy' || error.kind === 'unavailable') retry(sent, error);
    else if (error.kind === 'invalid' || error.kind === 'answer') {
      goOn(afterRefusal(pack, error));
      countLosses(sent, 1, error);
    } else if (error.kind === 'aborted') fail(pack.tasks, error);
    else breakDown(pack, error);
  }

  function breakDown(pack: Pack, error: unknown): void {
    fail(pack.tasks, error);
    const task = pack.tasks[0];
    const isPairs = error instanceof EngineError && error.pairOnly && task !== undefined;
    onStop(error, isPairs ? { from: task.from, to: task.to } : undefined);
  }

  function retry({ pack, at, pauses }: Sent, error: EngineError): void {
    const now = clock.now();
    const verdict = health.failed(error, { at, pauses }, now);
    // An engine that was silent is asked by one worker, until it answers.
    workers.limit(health.doubtful ? 1 : limits.concurrency);
    const isSilent = error.kind === 'unavailable';
    // A request's failures are its own while the engine answers others: then the fault lies in what it holds.
    const how = {
      ...pack,
      silences: pack.silences + (isSilent ? 1 : 0),
      failures: pack.failures + (isSilent && health.answeredSince(pack.failedAt) ? 1 : 0),
      failedAt: now,
    };
    if (verdict.is === 'given up') breakDown(pack, error);
    else if (how.failures >= limits.attempts && pack.tasks.length === 1) fail(pack.tasks, error);
    else if (verdict.is === 'alone') void backOff(pack, how);
    else {
      onEvent({ type: 'paused', engine: label, milliseconds: verdict.until - now, message: error.message });
      workers.pauseUntil(verdict.until);
      tryAgain(pack, how);
    }
  }

  /** From the third try on in halves: less may be quicker, and one bad text does not take the others with it. */
  function tryAgain(pack: Pack, how: Pack): void {
    if (how.silences < WHOLE_TRIES || pack.tasks.length === 1) sendAgain(pack.tasks, how);
    else goOn({ good: [], again: halves(pack, how), lost: [] });
  }

  async function backOff(pack: Pack, how: Pack): Promise<void> {
    pack.tasks = landed(pack.tasks);
    pack.reserved = 0;
    packs.add(pack);
    backingOff++;
    await clock.sleep(pauseAfter(Math.max(1, how.failures), random), pack.wake.signal);
    backingOff--;
    packs.delete(pack);
    if (pack.tasks.length > 0) tryAgain(pack, how);
  }

  function fail(tasks: readonly Task[], error: unknown): void {
    for (const task of tasks) {
      onDone(task);
      reject(task, error);
    }
  }

  /** Off the wire: those of the tasks that someone still wants. */
  function landed(tasks: readonly Task[]): Task[] {
    return tasks.filter((task) => {
      task.sent = false;
      const isWanted = stillWanted(task);
      if (!isWanted) onDone(task);
      return isWanted;
    });
  }

  function keep(isKept: (task: Task) => boolean): void {
    for (const pack of packs) {
      pack.tasks = pack.tasks.filter(isKept);
      if (pack.tasks.length > 0) continue;
      packs.delete(pack);
      pack.wake.abort();
    }
    if (packs.size === 0) workers.rest();
  }

  return {
    get hasRoom() {
      return workers.hasRoom && backingOff < BACKING_OFF * limits.concurrency;
    },
    get usage() {
      return books.usage;
    },
    send: (tasks) => enqueue(packOf(tasks)),
    withdraw: () => keep((task) => task.waiters.length > 0),
    drain: (error, pair) =>
      keep((task) => {
        if (pair !== undefined && (task.from !== pair.from || task.to !== pair.to)) return true;
        fail([task], error);
        return false;
      }),
    tryAgain: () => health.tryAgain(),
    abort: () => {
      const error = new EngineError('aborted', `${label} was closed`);
      for (const wire of wires) wire.abort(error);
    },
  };
}
