/** Accounts for each request: in the journal, the budget, the usage and the events, before it leaves and when its answer is in. */

import type { Engine, EngineRequest } from '../../engines/engine.ts';
import type { EngineError } from '../../errors.ts';
import { maybeBilled } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import type { Next } from './after-answer.ts';
import { type Batch, charactersByArticle, charactersOf, type SentBatch } from './batch.ts';
import type { Usage } from './event.ts';
import type { QueueOptions } from './queue-options.ts';

export interface Accounting {
  readonly usage: Usage;
  /** Called before the request leaves; throws where it cannot be written down. */
  enter(batch: Batch, request: EngineRequest, remarks: SentBatch['remarks'], pauses: number): SentBatch;
  /** Called before anyone uses the answers; throws where they cannot be written down. */
  answered(sent: SentBatch, good: Next['good']): void;
  /** Gives the budget back what was surely not billed. */
  failed(sent: SentBatch, error: EngineError): void;
}

export function createAccounting(engine: Engine, options: QueueOptions): Accounting {
  const { clock, journal, budget, onEvent = () => {} } = options;
  const price = engine.pricePerMillionCharacters ?? 0;
  const usage = { requests: 0, characters: 0, maybeBilled: 0, cost: 0 };
  return {
    get usage() {
      return { ...usage };
    },
    enter: (batch, { texts, from, to }, remarks, pauses) => {
      const label = engineLabel(engine, { from, to });
      const at = clock.now();
      const characters = charactersOf(batch);
      const intent = { engine: label, from, to, texts: texts.length, characters, pricePerMillionCharacters: price, at };
      const request = journal?.intend({ ...intent, articles: charactersByArticle(batch) });
      usage.requests++;
      onEvent({ type: 'sent', engine: label, to, texts: texts.length, characters });
      return { batch, engine: label, texts, from, to, characters, at, pauses, remarks, request };
    },
    answered: ({ request, characters, engine: label, to, at }, good) => {
      if (request !== undefined) journal?.answered(request, good);
      usage.characters += characters;
      usage.cost += (characters * price) / 1e6;
      onEvent({ type: 'answered', engine: label, to, characters, milliseconds: clock.now() - at });
    },
    failed: ({ request, characters, engine: label, to, batch }, error) => {
      const isUnknown = maybeBilled(error);
      if (request !== undefined) journal?.failed(request, isUnknown ? 'unknown' : 'refused');
      if (isUnknown) {
        usage.maybeBilled += characters;
        onEvent({ type: 'maybeBilled', engine: label, to, characters });
      } else budget?.release(batch.reserved);
      onEvent({ type: 'refused', engine: label, to, kind: error.kind, message: error.message });
    },
  };
}
