import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { holdsToTheContract } from './contract.ts';

holdsToTheContract('of one machine', async () => {
  const file = join(temporaryFolder(), 'journal.db');
  return {
    isShared: false,
    open: async () => embeddedStore(openJournal(file, { name: 'run', at: 0 }), systemClock),
    waitOf: async (store, name, limits, characters) => {
      const now = systemClock.now();
      return (await store.pace({ name }, limits).reserve(characters, now)) - now;
    },
  };
});
