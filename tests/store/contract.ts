/** What every store holds to, in words of the queue. */

import { describe, expect, test } from 'vitest';
import type { Claim, ClaimedText, Intent, PaceLimits, Store } from '../../src/store/store.ts';

export interface StoreBed {
  /** A worker's store on the same data; the one before may still be open where `isShared`. */
  readonly open: (options?: { readonly charactersPerDay?: number }) => Promise<Store>;
  readonly isShared: boolean;
  /** Milliseconds until an engine's next request of so many characters might leave; it may take them. */
  readonly waitOf: (store: Store, engine: string, limits: PaceLimits, characters: number) => number | Promise<number>;
}

export const intentOf = (texts: readonly ClaimedText[], more: Partial<Intent> = {}): Intent => ({
  engine: 'google general/nmt',
  account: 'google',
  from: 'en',
  to: 'es',
  texts: texts.length,
  characters: texts.reduce((total, { characters }) => total + characters, 0),
  pricePerMillionCharacters: 20,
  at: Date.now(),
  articles: new Map([['a', texts.reduce((total, { characters }) => total + characters, 0)]]),
  seconds: 30,
  ...more,
});

export const textsOf = (...keys: string[]): ClaimedText[] => keys.map((key) => ({ key, characters: 10, article: 'a' }));

/** A claim that no budget refuses. */
export async function claimed(store: Store, texts: readonly ClaimedText[], more: Partial<Intent> = {}): Promise<Claim> {
  const claim = await store.claim(intentOf(texts, more), texts);
  if ('over' in claim) throw new Error(`over ${claim.over}`);
  return claim;
}

/** @param bed for each test new */
export function holdsToTheContract(name: string, bed: () => Promise<StoreBed>): void {
  describe(`the store ${name}`, () => {
    test('gives what was paid for, with what the engine said of it, and to the next run', async () => {
      const { open } = await bed();
      const store = await open();
      expect(await store.find('one')).toBeUndefined();
      const { request } = await claimed(store, textsOf('one', 'two'));
      expect(await store.find('one')).toBeUndefined();
      await store.answered(request, [{ key: 'one', text: 'uno', remarks: { unknown: ['x'] } }]);
      expect(await store.find('one')).toEqual({ text: 'uno', engine: 'google general/nmt', remarks: { unknown: ['x'] } });
      expect(await store.find('two')).toBeUndefined();
      await store.close();
      const next = await open();
      expect(await next.find('one')).toMatchObject({ text: 'uno' });
      expect(next.lost).toEqual([]);
      await next.close();
    });

    test('tells the next run what was on the wire, once', async () => {
      const { open } = await bed();
      const store = await open();
      await claimed(store, textsOf('one', 'two'));
      const { request } = await claimed(store, textsOf('three'));
      await store.failed(request, 'refused');
      await store.close();
      const next = await open();
      expect(next.lost).toMatchObject([{ engine: 'google general/nmt', from: 'en', to: 'es', texts: 2, characters: 20 }]);
      await next.close();
      const third = await open();
      expect(third.lost).toEqual([]);
      await third.close();
    });

    test('what was on the wire of a run that ended may be claimed by the next', async () => {
      const { open } = await bed();
      const store = await open();
      await claimed(store, textsOf('one'));
      await store.close();
      const next = await open();
      const { mine } = await claimed(next, textsOf('one'));
      expect(mine === undefined || mine.has('one')).toBe(true);
      await next.close();
    });

    test('a new pace counts what was sent in the last minute', async () => {
      const { open, waitOf } = await bed();
      const limits = { charactersPerMinute: 600, requestsPerMinute: 600, margin: 0, charactersPerRequest: 10 };
      const store = await open();
      for (const key of Array.from({ length: 50 }, (_, nth) => `k${nth}`)) await claimed(store, textsOf(key));
      expect(await waitOf(store, 'google', limits, 200)).toBeGreaterThan(5_000);
      await store.close();
    });

    test('a pace spaces requests by the quota, and gives the burst at once', async () => {
      const { open } = await bed();
      const store = await open();
      const pace = store.pace(
        { name: 'other' },
        { charactersPerMinute: 60_000, requestsPerMinute: 60_000, margin: 0, charactersPerRequest: 100 },
      );
      const now = Date.now();
      await pace.reserve(100, now);
      // 1,000 characters, 300 of them burst, at 1 a millisecond from the first reservation on; a few for the clocks.
      expect((await pace.reserve(900, now)) - now).toBeGreaterThanOrEqual(690);
      expect(pace.largest).toBe(60_000);
      await store.close();
    });

    test('answers of a batch are taken in, whoever has claimed them', async () => {
      const { open } = await bed();
      const store = await open();
      const { request } = await claimed(store, textsOf('one'), { isPaid: true });
      await store.answered(request, [{ key: 'one', text: 'uno' }], { characters: 4, cost: 0.5 });
      expect(await store.find('one')).toMatchObject({ text: 'uno' });
      await store.close();
    });
  });
}
