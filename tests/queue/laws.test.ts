import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue } from '../../src/queue/queue.ts';
import { createBudget } from '../../src/store/embedded/budget.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import { testClock } from '../support/clock.ts';
import { meteredEngine, seeded } from '../support/metered.ts';
import { limits } from '../support/queue.ts';

const weather = fc.record({
  seed: fc.integer(),
  texts: fc.integer({ min: 1, max: 400 }),
  /** Of them, how many are different. */
  variety: fc.integer({ min: 1, max: 400 }),
  /** The share of requests that fail, and of answers that are bad. */
  trouble: fc.double({ min: 0, max: 0.5, noNaN: true }),
  bad: fc.double({ min: 0, max: 0.2, noNaN: true }),
  gone: fc.option(fc.record({ from: fc.nat(5_000), for: fc.nat(20_000) }), { nil: undefined }),
  budget: fc.option(fc.nat(4_000), { nil: undefined }),
  stopAt: fc.option(fc.nat(5_000), { nil: undefined }),
  concurrency: fc.integer({ min: 1, max: 8 }),
  charactersPerMinute: fc.integer({ min: 5_000, max: 600_000 }),
});

/** gRPC codes of failures that pass, that are of the content, and whose outcome is unknown. */
const CODES = [8, 8, 13, 14, 3, 4];

describe('in any weather', () => {
  it('each text is answered rightly or refused for a reason; nothing passes quota or budget; nothing is paid twice without cause', async () => {
    await fc.assert(
      fc.asyncProperty(weather, async (sky) => {
        const clock = testClock();
        const random = seeded(sky.seed);
        const start = clock.now();
        const bad = new Map<string, number>();
        const metered = meteredEngine({
          clock,
          random,
          charactersPerMinute: sky.charactersPerMinute,
          fails: (_, at) => {
            const isGone = sky.gone !== undefined && at >= start + sky.gone.from && at < start + sky.gone.from + sky.gone.for;
            const code = isGone ? 14 : random() < sky.trouble ? CODES[Math.floor(random() * CODES.length)] : undefined;
            return code === undefined ? undefined : Object.assign(new Error('no'), { code });
          },
          answer: (text) => {
            if (random() >= sky.bad) return text.toUpperCase();
            bad.set(text, (bad.get(text) ?? 0) + 1);
            return '';
          },
        });
        const budget = sky.budget === undefined ? undefined : createBudget({ charactersPerRun: sky.budget }, clock);
        const journal = openJournal(':memory:', { name: 'run', at: start });
        const own = { ...limits, concurrency: sky.concurrency, charactersPerMinute: sky.charactersPerMinute };
        const queue = createQueue(metered.engine, { limits: own, clock, random, store: embeddedStore(journal, clock), budget });
        const stop = new AbortController();
        if (sky.stopAt !== undefined) void clock.sleep(sky.stopAt).then(() => stop.abort());

        const texts = Array.from({ length: sky.texts }, (_, index) => `text ${index % sky.variety}`);
        const results = await clock.run(
          Promise.allSettled(
            texts.map((text, index) => queue.submit({ text, from: 'en', to: index % 3 ? 'es' : 'ca', article: 'a' }, stop.signal)),
          ),
        );

        for (const [index, result] of results.entries()) {
          if (result.status === 'fulfilled') expect(result.value.text).toBe(texts[index]?.toUpperCase());
          else expect(['invalid', 'answer', 'unavailable', 'busy', 'stopped', 'aborted', 'budget']).toContain(result.reason.kind);
          if (result.status === 'rejected' && result.reason.kind === 'budget') expect(budget).toBeDefined();
        }
        const billed = metered.billed.reduce((total, { characters }) => total + characters, 0);
        expect(metered.overQuota).toEqual([]);
        expect(billed).toBeLessThanOrEqual(sky.budget ?? billed);
        expect(queue.usage.characters).toBe(billed);
        expect(journal.charactersSince(0)).toBe(billed + queue.usage.maybeBilled);
        // Twice for its two languages.
        for (const [text, times] of metered.times) expect(times).toBeLessThanOrEqual(2 + (bad.get(text) ?? 0));
        journal.close();
      }),
      { numRuns: 60 },
    );
  });
});
