import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('a clock that is set back between two runs costs a minute at most', () => {
  const journal = openJournal(':memory:', { name: 'killed', at: 0 });
  const limits = { charactersPerMinute: 1_000, requestsPerMinute: 100, margin: 0, charactersPerRequest: 100 };
  const paceAt = (now: number) => embeddedStore(journal, { ...systemClock, now: () => now }).pace({ name: 'mine' }, limits);
  const HOUR = 3_600_000;
  const intent = {
    engine: 'mine',
    account: 'mine',
    seconds: 30,
    from: 'en',
    to: 'es',
    texts: 1,
    pricePerMillionCharacters: 0,
    articles: new Map(),
  };
  for (let at = 0; at < HOUR; at += 12_000) journal.intend({ ...intent, characters: 200, at });
  const after = (now: number) => Number(paceAt(now).reserve(100, now)) - now;
  const usual = after(HOUR - 12_000);
  expect(usual).toBeGreaterThan(0);
  expect(after(HOUR - 30_000)).toBeCloseTo(usual, 3);
  expect(after(60_000)).toBeCloseTo(usual, 3);
  expect(after(HOUR + 120_000)).toBe(0);
});
