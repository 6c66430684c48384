/**
 * A queue whose engine has batches. What a batch holds is not sent again; answers of a batch that is done come from the store as
 * those of any request that was paid for. In a run that submits, what would be sent is gathered for a new batch instead.
 */

import { randomUUID } from 'node:crypto';
import type { BatchedAnswer, Engine, EngineBatches, EngineRequest } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import { faultIn, mendAnswer } from '../fragment/settle.ts';
import { type BatchedRequest, BEGUN, type SubmittedBatch } from '../store/batch-store.ts';
import { overBudget } from '../store/embedded/budget.ts';
import type { Store } from '../store/store.ts';
import { countCharacters } from '../text.ts';
import { maybeBilled } from './failures/failure.ts';
import { engineLabel, type Job, jobKey } from './jobs/job.ts';
import { createLanes } from './jobs/lanes.ts';
import type { QueuedJob } from './jobs/queued-job.ts';
import type { Queue } from './queue.ts';
import { batchOf, charactersByArticle } from './sending/batch.ts';
import type { QueueOptions } from './sending/queue-options.ts';
import { requestOf } from './sending/request.ts';

export interface BatchQueue extends Queue {
  /** Submits what was gathered as one batch. Rejects as `Queue.submit` does; then nothing of it is remembered. */
  submitGathered(signal: AbortSignal): Promise<void>;
}

/** What a batch queue needs of a queue's options. */
export type BatchQueueOptions = Pick<QueueOptions, 'budget' | 'onEvent' | 'clock' | 'limits'> & { readonly store: Store };

/** @param submits whether this run gathers what it would send */
export function createBatchQueue(queue: Queue, engine: Engine, submits: boolean, options: BatchQueueOptions): BatchQueue {
  const { store, budget, limits, onEvent = () => {} } = options;
  const { batches } = engine;
  const gathered = new Map<string, QueuedJob>();

  const keyOf = (job: Job) => jobKey(engineLabel(engine, job), job);

  const submit: Queue['submit'] = async (job, signal) => {
    const key = keyOf(job);
    if ((await store.find(key)) !== undefined) return queue.submit(job, signal);
    if (store.batches.holds(key)) throw deferred(engine);
    if (!submits || batches === undefined || signal.aborted) return queue.submit(job, signal);
    const { from, to, text } = job;
    const characters = countCharacters(text);
    if (!gathered.has(key)) {
      if (budget?.reserve(characters) === false) throw overBudget(budget.describe());
      gathered.set(key, { job, key, from, to, characters, priority: 0, order: gathered.size, waiters: [], isSent: false });
    }
    throw deferred(engine);
  };

  return Object.assign(Object.create(queue) as Queue, {
    submit,
    knows: async (job: Job) => (await queue.knows(job)) || store.batches.holds(keyOf(job)),
    submitGathered: async (signal: AbortSignal) => {
      if (gathered.size === 0 || batches === undefined) return;
      const all = packed([...gathered.values()], engine, limits.charactersPerRequest);
      for (let at = 0; at < all.length; at += batches.largest) {
        const requests = all.slice(at, at + batches.largest);
        await submitOne(engine, batches, requests, store, signal);
        onEvent({ type: 'batch', engine: engineLabel(engine), state: 'submitted', texts: countTexts(requests) });
      }
      gathered.clear();
    },
  });
}

/** Written down before it leaves, as any request is: a run that is killed before it hears the batch's name leaves the mark to find it by. */
async function submitOne(
  engine: Engine,
  batches: EngineBatches,
  requests: readonly BatchedRequest[],
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const mark = `${BEGUN}${randomUUID()}`;
  store.batches.begin(engine.name, mark, requests);
  try {
    const asked = requests.map(({ request }) => request);
    store.batches.submitted(mark, await batches.submit(asked, mark, signal));
  } catch (error) {
    // A refusal; where no answer came, the provider may have it all the same, and the next run looks.
    if (!(error instanceof EngineError) || !maybeBilled(error)) store.batches.remove(mark);
    throw error;
  }
}

const countTexts = (requests: readonly BatchedRequest[]) => requests.reduce((total, { keys }) => total + keys.length, 0);

const deferred = (engine: Engine) =>
  new EngineError('deferred', `${engineLabel(engine)} has this text in a batch`, { help: 'Run "dragoman translate" again in some hours.' });

function packed(jobs: readonly QueuedJob[], { limits = {} }: Engine, charactersPerRequest: number): BatchedRequest[] {
  const characters = Math.min(charactersPerRequest, limits.charactersPerRequest ?? charactersPerRequest);
  const texts = limits.textsPerRequest ?? Number.POSITIVE_INFINITY;
  const lanes = createLanes({ characters, texts, oneArticle: limits.oneArticlePerRequest === true, linger: 0 });
  for (const job of jobs) lanes.add(job, 0);
  const requests: BatchedRequest[] = [];
  for (let part = lanes.take(0, Number.POSITIVE_INFINITY); part !== undefined; part = lanes.take(0, Number.POSITIVE_INFINITY)) {
    const batch = batchOf(part);
    const { request } = requestOf(batch, undefined);
    requests.push({ request, keys: part.map(({ key }) => key), articles: [...charactersByArticle(batch)] });
  }
  return requests;
}

/**
 * Takes what an engine's batches have answered into the journal. Texts without a usable answer are left for the run to send.
 * A batch whose provider cannot be reached stays.
 */
export async function collectBatches(engine: Engine, options: BatchQueueOptions, signal: AbortSignal): Promise<void> {
  const { store, onEvent = () => {} } = options;
  const { batches } = engine;
  if (batches === undefined) return;
  for (const batch of store.batches.open(engine.name)) {
    const event = { type: 'batch', engine: engineLabel(engine), texts: countTexts(batch.requests) } as const;
    const asked = batch.requests.map(({ request }) => request);
    let name: string | undefined;
    let answers: readonly BatchedAnswer[] | 'gone' | undefined;
    try {
      // One that a run was submitting when it ended is looked for by its mark.
      name = batch.isBegun ? await batches.find?.(batch.name, signal) : batch.name;
      if (batch.isBegun && name !== undefined) store.batches.submitted(batch.name, name);
      answers = name === undefined ? 'gone' : await batches.collect(name, asked, signal);
    } catch (error) {
      // Its texts stay deferred: a wrong key is put right, a network comes back.
      if (!(error instanceof EngineError)) throw error;
      onEvent({ ...event, state: 'waiting', message: error.message });
      continue;
    }
    if (answers === undefined || answers === 'gone') onEvent({ ...event, state: answers ?? 'waiting' });
    if (answers === undefined) continue;
    if (answers !== 'gone') {
      let good = 0;
      for (const [at, answer] of answers.entries()) good += await enter(batch, at, answer, engine, options);
      const message = answers.find(({ fault }) => fault !== undefined)?.fault;
      onEvent({
        ...event,
        state: 'collected',
        ...(good < event.texts && { unanswered: event.texts - good }),
        ...(message !== undefined && { message }),
      });
    }
    store.batches.remove(name ?? batch.name);
  }
}

/**
 * One answered request, as the ledger and the next `submit` want it.
 * @returns how many of its texts have a usable answer
 */
async function enter(
  { requests }: SubmittedBatch,
  at: number,
  { texts, charge }: BatchedAnswer,
  engine: Engine,
  { store, clock }: BatchQueueOptions,
): Promise<number> {
  const { request, keys, articles } = requests[at] as BatchedRequest;
  if (texts === undefined && charge === undefined) return 0;
  // A run that was killed while it collected has entered some of them already.
  const known = await Promise.all(keys.map((key) => store.find(key)));
  if (known.some((answer) => answer !== undefined)) return known.filter((answer) => answer !== undefined).length;
  const { from, to } = request;
  const characters = countAll(request);
  const price = engine.pricePerMillionCharacters ?? 0;
  const label = engineLabel(engine, { from, to });
  const intent = {
    engine: label,
    account: engine.account ?? engine.name,
    from,
    to,
    texts: keys.length,
    characters,
    pricePerMillionCharacters: price,
    at: clock.now(),
  };
  const claim = await store.claim(
    { ...intent, articles: new Map(articles), isPaid: true },
    keys.map((key, index) => ({ key, characters: countCharacters(request.texts[index] ?? ''), article: articles[0]?.[0] ?? '' })),
  );
  if ('over' in claim) return 0;
  const good = keys.flatMap((key, index) => {
    const [asked, answer] = [request.texts[index] ?? '', texts?.[index]];
    if (typeof answer !== 'string') return [];
    const text = mendAnswer(asked, answer, from, to);
    return faultIn(asked, text, from, to) === undefined ? [{ key, text }] : [];
  });
  const billed = charge?.cost === undefined ? undefined : { characters: charge.characters ?? characters, cost: charge.cost };
  await store.answered(claim.request, good, billed);
  return good.length;
}

const countAll = ({ texts }: EngineRequest) => texts.reduce((total, text) => total + countCharacters(text), 0);
