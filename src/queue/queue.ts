/**
 * A queue around an engine is an engine: exact in its pace, sparing with money. One text at a time goes in (`submit`),
 * requests packed from many articles go out, and nothing is paid twice.
 *
 * The way of a text: `submit` makes a job of it and puts it into a lane (jobs/), the pump takes a batch from a lane when a worker
 * is free, the dispatch sends the batch over the wire (sending/) at the pace's time (timing/), and settles each job or sends it
 * again. The breaker (failures/) ends all that when the engine is of no use; journal and budget (src/store/) keep the money.
 */

import type { Engine, EngineRequest } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import { createPace } from '../store/embedded/pace.ts';
import type { PaidAnswer, Soon } from '../store/store.ts';
import { countCharacters } from '../text.ts';
import { createBreaker } from './failures/breaker.ts';
import { createHealth } from './failures/health.ts';
import { abortedError, createInFlight } from './jobs/in-flight.ts';
import { type Answer, engineLabel, type Job, jobKey, jobsOf } from './jobs/job.ts';
import { createLanes } from './jobs/lanes.ts';
import { isOfPair } from './jobs/queued-job.ts';
import { createAccounting } from './sending/accounting.ts';
import { createDispatch } from './sending/dispatch.ts';
import type { Usage } from './sending/event.ts';
import { preparing } from './sending/prepare.ts';
import { createPump } from './sending/pump.ts';
import type { QueueOptions } from './sending/queue-options.ts';
import { createWire } from './sending/transmit.ts';
import { requestSize } from './timing/request-size.ts';
import { createWorkers } from './timing/workers.ts';

/** How long (ms) less than a full batch waits for more: long enough to read the next article. */
const LINGER = 20;

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
  /** Whether the store has the answer already. */
  knows(job: Job): Soon<boolean>;
  readonly usage: Usage;
}

/** The parts of a queue, joined. What each can see of the others is what it is handed here. */
function assemble(engine: Engine, options: QueueOptions) {
  const { limits, clock, store, random = Math.random, onEvent = () => {} } = options;
  const label = engineLabel(engine);
  const longest = engine.limits?.charactersPerRequest ?? Number.POSITIVE_INFINITY;
  const textsPerRequest = engine.limits?.textsPerRequest ?? Number.POSITIVE_INFINITY;
  const batchSize = Math.min(requestSize(limits), longest);

  const paceLimits = { ...limits, charactersPerRequest: batchSize };
  const pace = store?.pace(engine, paceLimits) ?? createPace(paceLimits);
  const inFlight = createInFlight();
  const lanes = createLanes({
    characters: batchSize,
    texts: textsPerRequest,
    oneArticle: engine.limits?.oneArticlePerRequest === true,
    linger: LINGER,
  });
  const health = createHealth(limits.attempts, random);
  const breaker = createBreaker({
    label,
    clock,
    onTryAgain: health.tryAgain,
    onStopped: (message) => onEvent({ type: 'stopped', engine: label, message }),
  });
  const accounting = createAccounting(engine, options);
  const wire = createWire(engine, options, accounting);
  const workers = createWorkers(limits.concurrency, clock);
  const dispatch = createDispatch({ label, engine, options, pace, workers, wire, accounting, health, breaker, inFlight });
  const pump = createPump(lanes, dispatch, breaker, batchSize, options);
  workers.onFree(pump.fill);
  breaker.onOpen((error, pair) => {
    const concerned = lanes.remove((job) => isOfPair(job, pair));
    inFlight.reject(concerned, error);
    dispatch.drain(error, pair);
    pump.wakeReaders();
  });
  return { label, inFlight, lanes, breaker, accounting, wire, dispatch, pump, longestText: Math.min(longest, pace.largest) };
}

export function createQueue(engine: Engine, options: QueueOptions): Queue {
  const { clock, store } = options;
  const { label, inFlight, lanes, breaker, accounting, wire, dispatch, pump, longestText } = assemble(engine, options);
  const keyOf = (job: Job) => jobKey(engineLabel(engine, job), job);
  let order = 0;
  const watched = new WeakSet<AbortSignal>();

  function submit(job: Job, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return Promise.reject(abortedError());
    const key = keyOf(job);
    const known = store?.find(key);
    return known instanceof Promise ? placeLater(job, key, known, signal) : place(job, key, known, signal);
  }

  async function placeLater(job: Job, key: string, looked: Promise<PaidAnswer | undefined>, signal: AbortSignal): Promise<Answer> {
    const release = pump.hold(countCharacters(job.text));
    let answer: Promise<Answer>;
    try {
      const known = await looked;
      answer = place(job, key, known, signal);
    } finally {
      release();
    }
    return answer;
  }

  /** @param known the answer that the store has */
  function place(job: Job, key: string, known: PaidAnswer | undefined, signal: AbortSignal): Promise<Answer> {
    if (known !== undefined) return Promise.resolve({ ...known, characters: 0, recovered: true, receipt: key });
    if (signal.aborted) return Promise.reject(abortedError());
    const obstacle = breaker.obstacle(job);
    if (obstacle !== undefined) return Promise.reject(obstacle);
    const characters = countCharacters(job.text);
    if (characters > longestText)
      return Promise.reject(new EngineError('invalid', `${label}: a text of ${characters} characters, where ${longestText} is the most`));
    watch(signal);
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject, signal };
      if (inFlight.join(key, waiter)) return;
      const { from, to, priority = 0 } = job;
      const queued = { job, key, from, to, characters, priority, order: order++, waiters: [waiter], isSent: false };
      inFlight.add(queued);
      lanes.add(queued, clock.now());
      if (dispatch.hasRoom) pump.fillSoon();
    });
  }

  function watch(signal: AbortSignal): void {
    if (watched.has(signal)) return;
    watched.add(signal);
    signal.addEventListener('abort', withdraw, { once: true });
  }

  function withdraw(): void {
    inFlight.withdraw();
    lanes.remove((job) => job.waiters.length === 0);
    dispatch.withdraw();
    pump.wakeReaders();
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
    ...(engine.account !== undefined && { account: engine.account }),
    ...(engine.pricePerMillionCharacters !== undefined && { pricePerMillionCharacters: engine.pricePerMillionCharacters }),
    ...(engine.takesTerms !== undefined && { takesTerms: engine.takesTerms }),
    ...(engine.takesExamples !== undefined && { takesExamples: engine.takesExamples }),
    ...(engine.takesRepairs !== undefined && { takesRepairs: engine.takesRepairs }),
    ...(engine.paysTokens !== undefined && { paysTokens: engine.paysTokens }),
    ...(prepare !== undefined && { prepare }),
    translate,
    submit,
    ready: pump.ready,
    knows: (job) => {
      const known = store?.find(keyOf(job));
      return known instanceof Promise ? known.then((found) => found !== undefined) : known !== undefined;
    },
    get usage() {
      return accounting.usage;
    },
    close: async () => {
      const closed = new EngineError('aborted', `${label} was closed`);
      breaker.open(closed);
      dispatch.close(closed);
      wire.abort();
      await engine.close?.();
    },
  };
}
