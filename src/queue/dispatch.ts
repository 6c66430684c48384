/** Sends packed requests and deals with what comes back: retries, splits, texts alone, texts without marks. */

import type { Engine } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import { faultOf, hasMarks } from './answers.ts';
import { withoutMarks } from './bare.ts';
import type { Usage } from './event.ts';
import { asEngineError, maybeBilled, pauseAfter } from './failure.ts';
import { createHealth } from './health.ts';
import { engineLabel } from './job.ts';
import type { QueueOptions } from './options.ts';
import type { Pace } from './pace.ts';
import { charactersOf, type Pack, packOf, sharesOf } from './pack.ts';
import { callEngine, requestOf } from './request.ts';
import { reject, settle, stillWanted, type Task } from './task.ts';
import { createWorkers } from './workers.ts';

/** After so many refusals in a row without an answer between, the pair of languages itself is refused, not its texts. */
const REFUSALS_OF_A_PAIR = 32;
/** Requests, for each worker, that may wait for another try of their own before nothing new is begun. */
const BACKING_OFF = 4;

/** After so many silences a request is halved. */
const WHOLE_TRIES = 2;

/** A pack on the wire. */
interface Sent {
  readonly pack: Pack;
  readonly texts: readonly string[];
  readonly characters: number;
  readonly at: number;
  /** Of `Health.pauses`, when it left. */
  readonly pauses: number;
  /** Its number in the journal. */
  readonly request: number | undefined;
}

export interface Pair {
  readonly from: string;
  readonly to: string;
}

export interface Dispatch {
  readonly hasRoom: boolean;
  readonly usage: Usage;
  /** Sends tasks of one pair of languages as one request; their characters are reserved of the budget already. */
  send(tasks: Task[]): void;
  /** Lets go of tasks that nobody waits for any more and that are not on the wire. */
  withdraw(): void;
  /** Rejects what is not on the wire: all, or a pair of languages. */
  drain(error: unknown, pair?: Pair): void;
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
  readonly onStop: (error: unknown, pair?: Pair) => void;
}

export function createDispatch(engine: Engine, options: QueueOptions, pace: Pace, callbacks: DispatchCallbacks): Dispatch {
  const { limits, clock, journal, budget, random = Math.random, onEvent = () => {} } = options;
  const { onDone, onStop } = callbacks;
  const label = engineLabel(engine);
  const price = engine.pricePerMillionCharacters ?? 0;
  const workers = createWorkers(limits.concurrency, clock, callbacks.onFree);
  const health = createHealth(limits.attempts, random);
  /** Taken and not on the wire: waiting for a worker, for the pace or for another try. */
  const packs = new Set<Pack>();
  const wires = new Set<AbortController>();
  /** In a row, by pair of languages. */
  const refusals = new Map<string, number>();
  const usage = { requests: 0, characters: 0, maybeBilled: 0, cost: 0 };
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
    const request = requestOf(jobs, pack.bare?.texts);
    const { from, to, texts } = request;
    const at = clock.now();
    const intent = { engine: label, from, to, texts: texts.length, characters, pricePerMillionCharacters: price, at };
    const sent = { pack, texts, characters, at, pauses: health.pauses, request: journal?.intend({ ...intent, articles: sharesOf(pack) }) };
    for (const task of pack.tasks) task.sent = true;
    usage.requests++;
    onEvent({ type: 'sent', engine: label, to, texts: texts.length, characters });
    const wire = new AbortController();
    wires.add(wire);
    const call = callEngine(engine, request, { timeoutMs: limits.timeoutSeconds * 1000, clock, wire });
    const outcome = await call.then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: asEngineError(error, label) }),
    );
    wires.delete(wire);
    if ('error' in outcome) onFailure(sent, outcome.error);
    else onAnswer(sent, outcome.answer);
  }

  function onAnswer(sent: Sent, answer: unknown): void {
    const { pack, texts, characters, at, request } = sent;
    const { from, to } = pack.tasks[0] as Task;
    const answers = Array.isArray(answer) && answer.length === texts.length ? (answer as unknown[]) : undefined;
    const { good, bad } = answers === undefined ? { good: [], bad: [] } : sift(pack, answers);
    if (request !== undefined) journal?.answered(request, good);
    usage.characters += characters;
    usage.cost += (characters * price) / 1e6;
    health.succeeded(clock.now());
    workers.limit(limits.concurrency);
    onEvent({ type: 'answered', engine: label, to, characters, milliseconds: clock.now() - at });
    if (good.length > 0) refusals.delete(`${from} ${to}`);
    for (const { task, text } of good) {
      onDone(task);
      settle(task, { text, engine: label, characters: pack.bare ? characters : task.characters, receipt: task.key });
    }
    for (const { task, fault } of bad) nextStage(pack, task, fault);
    if (answers !== undefined) return;
    // Which text is to blame cannot be told, unless it is alone.
    if (pack.tasks.length > 1) split(pack);
    else nextStage(pack, pack.tasks[0] as Task, `${Array.isArray(answer) ? answer.length : 'no'} texts came back for ${texts.length}`);
  }

  /** A bad answer: once more alone, then without its marks, then given up. */
  function nextStage(pack: Pack, task: Task, fault: string): void {
    if (pack.stage === 'packed') sendAgain([task], { stage: 'alone' });
    else if (pack.stage === 'alone' && hasMarks(task.job.text)) sendAgain([task], { stage: 'bare', bare: withoutMarks(task.job.text) });
    else fail([task], new EngineError('answer', `${label}: ${fault}`));
  }

  function split(pack: Pack, how: Partial<Pack> = {}): void {
    const half = Math.ceil(pack.tasks.length / 2);
    const halves = [pack.tasks.slice(0, half), pack.tasks.slice(half)];
    for (const tasks of halves) sendAgain(tasks, how);
  }

  /** Sends once more what holds nothing of the budget, because it was billed or has given back its part. */
  function sendAgain(tasks: readonly Task[], how: Partial<Pack> = {}): void {
    const wanted = landed(tasks);
    if (wanted.length === 0) return;
    const pack = packOf(wanted, how);
    if (budget === undefined || budget.reserve(pack.reserved)) enqueue(pack);
    else breakDown(pack, overBudget(budget.describe()));
  }

  function onFailure(sent: Sent, error: EngineError): void {
    const { pack, characters, request } = sent;
    const { to } = pack.tasks[0] as Task;
    const isUnknown = maybeBilled(error);
    if (request !== undefined) journal?.failed(request, isUnknown ? 'unknown' : 'refused');
    if (isUnknown) {
      usage.maybeBilled += characters;
      onEvent({ type: 'maybeBilled', engine: label, to, characters });
    } else budget?.release(pack.reserved);
    onEvent({ type: 'refused', engine: label, to, kind: error.kind, message: error.message });
    if (error.kind === 'busy' || error.kind === 'unavailable') retry(sent, error);
    else if (error.kind === 'invalid' || error.kind === 'answer') narrow(pack, error);
    else if (error.kind === 'aborted') fail(pack.tasks, error);
    else breakDown(pack, error);
  }

  function breakDown(pack: Pack, error: unknown): void {
    fail(pack.tasks, error);
    onStop(error);
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
    else split(pack, how);
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

  /** The request is refused for its content: halves, until the one bad text is alone. */
  function narrow(pack: Pack, error: EngineError): void {
    const { from, to } = pack.tasks[0] as Task;
    const count = (refusals.get(`${from} ${to}`) ?? 0) + 1;
    refusals.set(`${from} ${to}`, count);
    if (count >= REFUSALS_OF_A_PAIR) {
      const all = new EngineError('stopped', `${label} refuses all from ${from} to ${to}: ${error.message}`, { cause: error });
      fail(pack.tasks, all);
      onStop(all, { from, to });
    } else if (pack.tasks.length > 1) split(pack);
    else if (error.kind === 'answer') nextStage(pack, pack.tasks[0] as Task, error.message);
    else fail(pack.tasks, error);
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
      return { ...usage };
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

/** The answers that can be used, and those that cannot. */
function sift(pack: Pack, answers: readonly unknown[]) {
  const good: { task: Task; key: string; text: string }[] = [];
  const bad: { task: Task; fault: string }[] = [];
  for (const [index, task] of pack.tasks.entries()) {
    const text = pack.bare === undefined ? answers[index] : pack.bare.restore(answers);
    const fault = text === undefined ? 'the marks were lost, and the words do not tell their places' : faultOf(task.job.text, text);
    if (fault === undefined) good.push({ task, key: task.key, text: text as string });
    else bad.push({ task, fault });
  }
  return { good, bad };
}

export function overBudget(limit: string): EngineError {
  return new EngineError('budget', `The budget is used: ${limit}`, { help: 'What was translated is saved. Raise the budget to go on.' });
}
