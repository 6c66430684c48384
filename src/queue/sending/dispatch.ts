/** Sends batches, gives each job its answer, and sends again where that helps. */

import type { Engine } from '../../engines/engine.ts';
import { EngineError } from '../../errors.ts';
import { overBudget } from '../../store/embedded/budget.ts';
import type { Pace } from '../../store/store.ts';
import type { Breaker } from '../failures/breaker.ts';
import { pauseAfter } from '../failures/failure.ts';
import type { Health } from '../failures/health.ts';
import type { InFlight } from '../jobs/in-flight.ts';
import type { LanguagePair } from '../jobs/job.ts';
import { isOfPair, type QueuedJob } from '../jobs/queued-job.ts';
import type { Workers } from '../timing/workers.ts';
import type { Accounting } from './accounting.ts';
import { afterAnswer, afterRefusal, afterSilence, type Next } from './after-answer.ts';
import { afterFailure } from './after-failure.ts';
import { type Batch, batchOf, charactersOf, type SentBatch } from './batch.ts';
import { createElsewhere } from './elsewhere.ts';
import type { QueueOptions } from './queue-options.ts';
import type { Wire } from './transmit.ts';
import { createWaitingBatches } from './waiting-batches.ts';

/**
 * How much longer (ms) than usual the claim of a request may take. With the pace's patience it is what the margin of 1 % pays for, 600 ms
 * of a minute (`store/pace-rates.ts`).
 */
const HELD_UP = 300;
/** How fast claims that became slow are usual: a database that is always far away delays all requests alike, and makes none late. */
const SLOWER = 1.1;

export interface Dispatch {
  readonly hasRoom: boolean;
  /** Sends jobs of one pair of languages as one batch; their characters are reserved of the budget already. */
  send(jobs: QueuedJob[]): void;
  /** Lets go of jobs that nobody waits for any more and that are not on the wire. */
  withdraw(): void;
  /** Rejects what is not on the wire here: all, or a pair of languages. What is on the wire elsewhere may be answered yet. */
  drain(error: unknown, pair: LanguagePair | undefined): void;
  /** Rejects what is on the wire elsewhere too. */
  close(error: unknown): void;
}

export interface DispatchParts {
  /** The engine, for events. */
  readonly label: string;
  readonly engine: Pick<Engine, 'open'>;
  readonly options: QueueOptions;
  readonly pace: Pace;
  readonly workers: Workers;
  readonly wire: Wire;
  readonly accounting: Accounting;
  readonly health: Health;
  readonly breaker: Breaker;
  readonly inFlight: InFlight;
}

export function createDispatch(parts: DispatchParts): Dispatch {
  const { label, engine, options, pace, workers, wire, accounting, health, breaker, inFlight } = parts;
  const { limits, clock, budget, random = Math.random, onEvent = () => {} } = options;
  const waiting = createWaitingBatches({ engine, options, pace, workers, send, onFault: giveUp });
  const elsewhere = createElsewhere({ store: options.store, inFlight, sendAgain: (jobs) => sendAgain(jobs, {}) });

  /** Milliseconds that a claim takes. */
  let usual = Number.POSITIVE_INFINITY;

  async function send(batch: Batch): Promise<void> {
    for (const job of batch.jobs) job.isSent = true;
    const begun = clock.now();
    const claim = await accounting.claim(batch);
    const took = clock.now() - begun;
    const isHeldUp = pace.patience !== undefined && took - usual > HELD_UP;
    usual = Math.min(took, SLOWER * usual);
    if ('over' in claim) {
      budget?.release(batch.reserved);
      return giveUp(batch, overBudget(claim.over));
    }
    if (claim.mine !== undefined) leaveToOthers(batch, claim.mine);
    if (batch.jobs.length === 0) return;
    if (isHeldUp) {
      await accounting.notSent(claim.request);
      pace.giveBack?.(batch.reserved, 1);
      return waiting.add(batch);
    }
    const returned = await wire.send(batch, claim.request, health.pauses);
    if ('error' in returned) await onFailure(returned.sent, returned.error);
    else await onAnswer(returned.sent, returned.answer);
  }

  /** What others have on the wire, or have had answered meanwhile, is waited for. */
  function leaveToOthers(batch: Batch, mine: ReadonlySet<string>): void {
    const others = batch.jobs.filter(({ key }) => !mine.has(key));
    if (others.length === 0) return;
    batch.jobs = batch.jobs.filter(({ key }) => mine.has(key));
    const characters = charactersOf(batch);
    pace.giveBack?.(batch.reserved - characters, batch.jobs.length === 0 ? 1 : 0);
    budget?.release(batch.reserved - characters);
    batch.reserved = characters;
    elsewhere.wait(others);
  }

  async function onAnswer(sent: SentBatch, answer: unknown): Promise<void> {
    const { batch, characters } = sent;
    const next = afterAnswer(sent, answer);
    await accounting.answered(sent, next.good);
    health.succeeded(clock.now());
    workers.limit(limits.concurrency);
    if (next.good.length > 0) breaker.answered(sent);
    for (const { job, text, remarks } of next.good) {
      const own = batch.unmarked === undefined ? job.characters : characters;
      inFlight.settle(job, { text, engine: sent.engine, characters: own, receipt: job.key, ...(remarks !== undefined && { remarks }) });
    }
    goOn(next);
    const first = next.lost[0];
    if (first !== undefined) breaker.lost(sent, next.lost.length, first.error);
  }

  async function onFailure(sent: SentBatch, error: EngineError): Promise<void> {
    const { batch } = sent;
    // The engine has worked, and been paid, for an answer that it finds unusable itself.
    if (error.kind === 'answer') await accounting.answered(sent, []);
    else await accounting.failed(sent, error);
    if (error.retryable) retry(sent, error);
    else if (error.isOfTheText) {
      goOn(afterRefusal(batch, error));
      breaker.lost(sent, 1, error);
    } else if (error.kind === 'aborted') inFlight.reject(batch.jobs, error);
    else giveUp(batch, error);
  }

  function goOn(next: Next): void {
    for (const { job, error } of next.lost) inFlight.reject([job], error);
    for (const { jobs, how } of next.again) sendAgain(jobs, how);
  }

  /** Sends jobs once more that hold nothing of the budget, because they were billed or have given back their part. */
  function sendAgain(jobs: readonly QueuedJob[], how: Partial<Batch>): void {
    const wanted = inFlight.release(jobs);
    if (wanted.length === 0) return;
    const batch = batchOf(wanted, how);
    const obstacle = breaker.obstacle(wanted[0] as QueuedJob);
    if (obstacle !== undefined) inFlight.reject(wanted, obstacle);
    else if (budget === undefined || budget.reserve(batch.reserved)) waiting.add(batch);
    else giveUp(batch, overBudget(budget.describe()));
  }

  function giveUp({ jobs }: Batch, error: unknown): void {
    inFlight.reject(jobs, error);
    const [job] = jobs;
    const isPairs = error instanceof EngineError && error.pairOnly && job !== undefined;
    breaker.open(error, isPairs ? { from: job.from, to: job.to } : undefined);
  }

  function retry(sent: SentBatch, error: EngineError): void {
    const { batch } = sent;
    const now = clock.now();
    const { how, ...next } = afterFailure(sent, error, { health, attempts: limits.attempts, now });
    // An engine that was silent is asked by one worker, until it answers.
    workers.limit(health.doubtful ? 1 : limits.concurrency);
    if (next.is === 'given up') giveUp(batch, error);
    else if (next.is === 'lost') inFlight.reject(batch.jobs, error);
    else if (next.is === 'alone') void backOff(batch, how);
    else {
      onEvent({ type: 'paused', engine: label, milliseconds: next.until - now, message: error.message });
      workers.pauseUntil(next.until);
      if (error.kind === 'busy') pace.pause?.(next.until - now);
      goOn(afterSilence(batch.jobs, how));
    }
  }

  /** A batch waits by itself while others go on. */
  async function backOff(batch: Batch, how: Batch): Promise<void> {
    batch.jobs = inFlight.release(batch.jobs);
    batch.reserved = 0;
    await waiting.delay(batch, pauseAfter(Math.max(1, how.failures), random));
    if (batch.jobs.length > 0) goOn(afterSilence(batch.jobs, how));
  }

  return {
    get hasRoom() {
      return waiting.hasRoom;
    },
    send: (jobs) => waiting.add(batchOf(jobs)),
    withdraw: () => waiting.keep((job) => job.waiters.length > 0),
    close: (error) => elsewhere.close(error),
    drain: (error, pair) =>
      waiting.keep((job) => {
        if (!isOfPair(job, pair)) return true;
        inFlight.reject([job], error);
        return false;
      }),
  };
}
