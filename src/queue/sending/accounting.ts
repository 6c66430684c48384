/** Each request is entered before it leaves and closed when its answer is in: in the journal, the budget, the usage and the events. */

import type { Engine } from '../../engines/engine.ts';
import type { EngineError } from '../../errors.ts';
import { maybeBilled } from '../failures/failure.ts';
import { engineLabel } from '../jobs/job.ts';
import { charactersOf, type Pack, type Sent, sharesOf } from './batch.ts';
import type { Usage } from './event.ts';
import type { QueueOptions } from './options.ts';
import type { Next } from './outcome.ts';
import type { Letter } from './request.ts';

export interface Books {
  readonly usage: Usage;
  /** Before the request leaves; throws where it cannot be written down. */
  enter(pack: Pack, letter: Letter, pauses: number): Sent;
  /** Before anyone uses the answers; throws where they cannot be written down. */
  answered(sent: Sent, good: Next['good']): void;
  /** Gives the budget back what was surely not billed. */
  failed(sent: Sent, error: EngineError): void;
}

export function createBooks(engine: Engine, options: QueueOptions): Books {
  const { clock, journal, budget, onEvent = () => {} } = options;
  const price = engine.pricePerMillionCharacters ?? 0;
  const usage = { requests: 0, characters: 0, maybeBilled: 0, cost: 0 };
  return {
    get usage() {
      return { ...usage };
    },
    enter: (pack, { request: { texts, from, to }, remarks }, pauses) => {
      const label = engineLabel(engine, { from, to });
      const at = clock.now();
      const characters = charactersOf(pack);
      const intent = { engine: label, from, to, texts: texts.length, characters, pricePerMillionCharacters: price, at };
      const request = journal?.intend({ ...intent, articles: sharesOf(pack) });
      usage.requests++;
      onEvent({ type: 'sent', engine: label, to, texts: texts.length, characters });
      return { pack, engine: label, texts, from, to, characters, at, pauses, remarks, request };
    },
    answered: ({ request, characters, engine: label, to, at }, good) => {
      if (request !== undefined) journal?.answered(request, good);
      usage.characters += characters;
      usage.cost += (characters * price) / 1e6;
      onEvent({ type: 'answered', engine: label, to, characters, milliseconds: clock.now() - at });
    },
    failed: ({ request, characters, engine: label, to, pack }, error) => {
      const isUnknown = maybeBilled(error);
      if (request !== undefined) journal?.failed(request, isUnknown ? 'unknown' : 'refused');
      if (isUnknown) {
        usage.maybeBilled += characters;
        onEvent({ type: 'maybeBilled', engine: label, to, characters });
      } else budget?.release(pack.reserved);
      onEvent({ type: 'refused', engine: label, to, kind: error.kind, message: error.message });
    },
  };
}
