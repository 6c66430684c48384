/** The store of one machine: the journal in the project's `.dragoman/`, and a pace in memory. It answers at once. */

import type { Clock } from '../clock.ts';
import type { Journal } from './embedded/journal.ts';
import { createPace } from './embedded/pace.ts';
import type { Store } from './store.ts';

const MINUTE = 60_000;

/** @param journal closed with the store */
export function embeddedStore(journal: Journal, clock: Clock): Store {
  const { find, answered, failed, recorded, lost, batches, close } = journal;
  return {
    find,
    pace: ({ name }, limits) => {
      const pace = createPace(limits);
      // A run that was killed a moment ago has used of the same minute's quota.
      const now = clock.now();
      const sent = journal.sentSince(name, now - MINUTE);
      // Where the machine's clock was set back since, its last request left just now.
      const ahead = Math.max(0, (sent.at(-1)?.at ?? now) - now);
      for (const { characters, at } of sent) if (at - ahead >= now - MINUTE) pace.spent(characters, at - ahead);
      return pace;
    },
    claim: (intent) => ({ request: journal.intend(intent) }),
    answered,
    failed,
    // One run at a time has a checkout: nobody else claims anything.
    settled: async (keys) => ({ answered: new Map(), free: keys }),
    recorded,
    lost,
    batches,
    close,
  };
}
