/** Accounts for each request: in the journal, the budget, the usage and the events, before it leaves and when its answer is in. */

import type { Engine, EngineRequest } from '../../engines/engine.ts';
import type { EngineError } from '../../errors.ts';
import type { BilledAs, OverBudget } from '../../store/store.ts';
import { maybeBilled } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import type { QueuedJob } from '../jobs/queued-job.ts';
import type { Next } from './after-answer.ts';
import { type Batch, charactersByArticle, charactersOf, claimedTexts, type SentBatch } from './batch.ts';
import type { Usage } from './event.ts';
import type { QueueOptions } from './queue-options.ts';

interface Claimed {
  readonly request: number | undefined;
  readonly mine?: ReadonlySet<string> | undefined;
}

export interface Accounting {
  readonly usage: Usage;
  /**
   * Called before the request is made; rejects where it cannot be written down.
   * @returns its number in the store, and the keys of its texts that are its own to send, where not all are
   */
  claim(batch: Batch): Promise<Claimed | OverBudget>;
  /** Called where a claimed request is not sent after all: its texts are anybody's again. */
  notSent(request: number | undefined): Promise<void>;
  /** Called as the request leaves. */
  enter(batch: Batch, number: number | undefined, request: EngineRequest, reported: SentBatch['reported'], pauses: number): SentBatch;
  /** Called before anyone uses the answers; rejects where they cannot be written down. */
  answered(sent: SentBatch, good: Next['good']): Promise<void>;
  /** Gives the budget back what was surely not billed. */
  failed(sent: SentBatch, error: EngineError): Promise<void>;
}

export function createAccounting(engine: Engine, options: QueueOptions): Accounting {
  const { limits, clock, store, budget, onEvent = () => {} } = options;
  const price = engine.pricePerMillionCharacters ?? 0;
  const usage = { requests: 0, characters: 0, maybeBilled: 0, cost: 0 };

  function billOf({ characters, reported: { charges } }: SentBatch): Bill {
    if (charges.length === 0) return { characters, cost: (characters * price) / 1e6, reported: undefined };
    const billed = sumOf(charges.map((charge) => charge.characters)) ?? characters;
    const cost = sumOf(charges.map((charge) => charge.cost)) ?? (billed * price) / 1e6;
    return { characters: billed, cost, reported: { characters: billed, cost } };
  }

  function count({ reported: { charges } }: SentBatch, { characters, cost }: Bill): void {
    usage.characters += characters;
    usage.cost += cost;
    // An engine may have called its provider more than once for a request.
    usage.requests += Math.max(0, charges.length - 1);
  }

  return {
    get usage() {
      return { ...usage };
    },
    claim: async (batch) => {
      if (store === undefined) return { request: undefined };
      const { jobs, unmarked } = batch;
      const { from, to } = jobs[0] as QueuedJob;
      const intent = {
        engine: engineLabel(engine, { from, to }),
        account: engine.account ?? engine.name,
        seconds: Math.max(limits.timeoutSeconds, engine.limits?.secondsPerRequest ?? 0),
        from,
        to,
        texts: unmarked?.texts.length ?? jobs.length,
        characters: charactersOf(batch),
        pricePerMillionCharacters: price,
        at: clock.now(),
        articles: charactersByArticle(batch),
      };
      return store.claim(intent, claimedTexts(batch));
    },
    notSent: async (request) => {
      if (request !== undefined) await store?.failed(request, 'refused');
    },
    enter: (batch, request, { texts, from, to }, reported, pauses) => {
      const label = engineLabel(engine, { from, to });
      const characters = charactersOf(batch);
      usage.requests++;
      onEvent({ type: 'sent', engine: label, to, texts: texts.length, characters });
      return { batch, engine: label, texts, from, to, characters, at: clock.now(), pauses, reported, request };
    },
    answered: async (sent, good) => {
      const { request, engine: label, to, at } = sent;
      const bill = billOf(sent);
      if (request !== undefined) await store?.answered(request, good, bill.reported);
      count(sent, bill);
      onEvent({ type: 'answered', engine: label, to, characters: bill.characters, milliseconds: clock.now() - at });
    },
    failed: async (sent, error) => {
      const { request, characters, engine: label, to, batch } = sent;
      const bill = billOf(sent);
      // What the provider has put on the bill it was paid for, whatever came of it.
      const isBilled = bill.reported !== undefined;
      const isUnknown = !isBilled && maybeBilled(error);
      if (request !== undefined) {
        if (isBilled) await store?.answered(request, [], bill.reported);
        else await store?.failed(request, isUnknown ? 'unknown' : 'refused');
      }
      if (isBilled) count(sent, bill);
      else if (isUnknown) {
        usage.maybeBilled += characters;
        onEvent({ type: 'maybeBilled', engine: label, to, characters });
      } else budget?.release(batch.reserved);
      onEvent({ type: 'refused', engine: label, to, kind: error.kind, message: error.message });
    },
  };
}

/** The provider's bill where it told one, else the characters sent at the engine's price. */
interface Bill {
  readonly characters: number;
  readonly cost: number;
  /** For the journal: what the provider told. */
  readonly reported: BilledAs | undefined;
}

/** The sum of what is given; undefined where nothing is, or nothing that can be on a bill. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((number): number is number => Number.isFinite(number) && Number(number) >= 0);
  return given.length === 0 ? undefined : given.reduce((total, number) => total + number, 0);
}
