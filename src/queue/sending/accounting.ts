/** Accounts for each request: in the journal, the budget, the usage and the events, before it leaves and when its answer is in. */

import type { Engine, EngineRequest } from '../../engines/engine.ts';
import type { EngineError } from '../../errors.ts';
import type { BilledAs } from '../../store/embedded/journal.ts';
import { maybeBilled } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import type { Next } from './after-answer.ts';
import { type Batch, charactersByArticle, charactersOf, type SentBatch } from './batch.ts';
import type { Usage } from './event.ts';
import type { QueueOptions } from './queue-options.ts';

export interface Accounting {
  readonly usage: Usage;
  /** Called before the request leaves; throws where it cannot be written down. */
  enter(batch: Batch, request: EngineRequest, reported: SentBatch['reported'], pauses: number): SentBatch;
  /** Called before anyone uses the answers; throws where they cannot be written down. */
  answered(sent: SentBatch, good: Next['good']): void;
  /** Gives the budget back what was surely not billed. */
  failed(sent: SentBatch, error: EngineError): void;
}

export function createAccounting(engine: Engine, options: QueueOptions): Accounting {
  const { clock, journal, budget, onEvent = () => {} } = options;
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
    enter: (batch, { texts, from, to }, reported, pauses) => {
      const label = engineLabel(engine, { from, to });
      const at = clock.now();
      const characters = charactersOf(batch);
      const intent = { engine: label, from, to, texts: texts.length, characters, pricePerMillionCharacters: price, at };
      const request = journal?.intend({ ...intent, articles: charactersByArticle(batch) });
      usage.requests++;
      onEvent({ type: 'sent', engine: label, to, texts: texts.length, characters });
      return { batch, engine: label, texts, from, to, characters, at, pauses, reported, request };
    },
    answered: (sent, good) => {
      const { request, engine: label, to, at } = sent;
      const bill = billOf(sent);
      if (request !== undefined) journal?.answered(request, good, bill.reported);
      count(sent, bill);
      onEvent({ type: 'answered', engine: label, to, characters: bill.characters, milliseconds: clock.now() - at });
    },
    failed: (sent, error) => {
      const { request, characters, engine: label, to, batch } = sent;
      const bill = billOf(sent);
      // What the provider has put on the bill it was paid for, whatever came of it.
      const isBilled = bill.reported !== undefined;
      const isUnknown = !isBilled && maybeBilled(error);
      if (request !== undefined) {
        if (isBilled) journal?.answered(request, [], bill.reported);
        else journal?.failed(request, isUnknown ? 'unknown' : 'refused');
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

/** The sum of what is given; undefined where nothing is. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((number) => number !== undefined);
  return given.length === 0 ? undefined : given.reduce((total, number) => total + number, 0);
}
