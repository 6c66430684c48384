import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Engine, EngineCharge } from '../../src/engines/engine.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { createBudget } from '../../src/store/embedded/budget.ts';
import { deliverRecorded, type Journal, openJournal } from '../../src/store/embedded/journal.ts';
import { readLedger } from '../../src/store/embedded/ledger.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import { testClock } from '../support/clock.ts';
import { killed } from '../support/kill.ts';
import { job, limits, meteredQueue, never, numbered, outcomes, queueAround } from '../support/queue.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'dragoman-journal-'));
  folders.push(made);
  return made;
};
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

const open = (file: string, name = 'run') => openJournal(file, { name, at: 0 });

describe('the journal', () => {
  it('gives the next run what was paid for, and sends only the rest', async () => {
    const file = join(folder(), 'deep', 'journal.db');
    const first = open(file);
    const before = meteredQueue({}, { journal: first });
    await before.clock.run(outcomes(before.queue, numbered(5)));
    first.close();
    const second = open(file);
    const after = meteredQueue({}, { journal: second });
    const answers = await after.clock.run(Promise.all(numbered(7).map((each) => after.queue.submit(each, never))));
    expect(answers.map(({ recovered, characters }) => [recovered, characters])).toEqual([
      ...Array.from({ length: 5 }, () => [true, 0]),
      [undefined, 6],
      [undefined, 6],
    ]);
    expect(answers[0]).toMatchObject({ text: 'palabra 0', engine: 'metered' });
    expect(after.billed.flatMap(({ texts }) => texts)).toEqual(['word 5', 'word 6']);
    expect(after.queue.knows(job('word 5'))).toBe(true);
    expect(after.queue.knows(job('word 5', { terms: [{ source: 'word', target: 'voz' }] }))).toBe(false);
    second.close();
  });

  it('keeps what is in the records of a checkout that is gone, until they are delivered', async () => {
    const file = join(folder(), 'journal.db');
    const passing = () => openJournal(file, { name: 'ci', at: 0, isPassing: true });
    const first = passing();
    const { clock, queue } = meteredQueue({}, { journal: first });
    const [one] = await clock.run(Promise.all(numbered(1).map((each) => queue.submit(each, never))));
    const receipt = one?.receipt ?? '';
    first.recorded([receipt]);
    first.close();
    // The push did not come about. The next runner has this journal, and no record.
    const second = passing();
    expect(second.find(receipt)?.text).toBe('palabra 0');
    second.close();
    // Delivered is what the last run recorded, and nothing that only an earlier one did.
    deliverRecorded(file);
    const third = passing();
    expect(third.find(receipt)).toBeDefined();
    third.recorded([receipt]);
    third.close();
    deliverRecorded(file);
    const last = passing();
    expect(last.find(receipt)).toBeUndefined();
    last.close();
  });

  it('forgets in the next run what the record holds', async () => {
    const file = join(folder(), 'journal.db');
    const first = open(file);
    const { clock, queue } = meteredQueue({}, { journal: first });
    const [kept, recorded] = await clock.run(Promise.all(numbered(2).map((each) => queue.submit(each, never))));
    first.recorded([recorded?.receipt ?? '']);
    expect(first.find(recorded?.receipt ?? '')).toBeDefined();
    first.close();
    const second = open(file);
    expect(second.find(kept?.receipt ?? '')).toBeDefined();
    expect(second.find(recorded?.receipt ?? '')).toBeUndefined();
    second.close();
  });

  it('writes a request before it is sent and commits the answer before it is used', async () => {
    const steps: string[] = [];
    const real = open(join(folder(), 'journal.db'));
    const journal: Journal = {
      ...real,
      intend: (intent) => {
        steps.push('intend');
        return real.intend(intent);
      },
      answered: (request, answers) => {
        steps.push('answered');
        real.answered(request, answers);
      },
    };
    const { clock, queue } = meteredQueue({ fails: () => void steps.push('sent') }, { journal });
    await clock.run(queue.submit(job('word'), never).then(() => steps.push('used')));
    expect(steps).toEqual(['intend', 'sent', 'answered', 'used']);
    real.close();
  });

  it('keeps no answer that it could not write, and sends nothing more', async () => {
    const real = open(join(folder(), 'journal.db'));
    const journal: Journal = {
      ...real,
      answered: () => {
        throw new Error('disk full');
      },
    };
    const { clock, queue, billed } = meteredQueue({}, { journal, limits: { concurrency: 1 } });
    expect(new Set(await clock.run(outcomes(queue, numbered(50))))).toEqual(new Set(['Error: disk full!']));
    expect(billed).toHaveLength(1);
    real.close();
  });

  it('tells the next run what was on the wire, and the pace and the day what was sent', () => {
    const file = join(folder(), 'journal.db');
    const first = open(file);
    const intent = { from: 'en', to: 'es', texts: 2, pricePerMillionCharacters: 20, articles: new Map([['a', 30]]) };
    first.answered(first.intend({ ...intent, engine: 'google', characters: 30, at: 1_000 }), []);
    first.failed(first.intend({ ...intent, engine: 'google', characters: 40, at: 2_000 }), 'refused');
    first.intend({ ...intent, engine: 'google', characters: 50, at: 3_000 });
    first.intend({ ...intent, engine: 'other', characters: 60, at: 4_000 });
    first.close();
    const second = open(file);
    expect(second.lost.map(({ engine, characters }) => [engine, characters])).toEqual([
      ['google', 50],
      ['other', 60],
    ]);
    expect(second.charactersSince(0)).toBe(140);
    expect(second.charactersSince(2_500)).toBe(110);
    expect(second.sentSince('google', 1_500)).toEqual([
      { characters: 40, at: 2_000 },
      { characters: 50, at: 3_000 },
    ]);
    second.close();
    const third = open(file);
    expect(third.lost).toEqual([]);
    third.close();
  });

  it('keeps what the engine said of a text', async () => {
    const file = join(folder(), 'journal.db');
    const engine: Engine = {
      name: 'apertium',
      modelFor: (_, to) => (to === 'pt' ? 'via es' : undefined),
      translate: async ({ texts, report, label }) => {
        report?.(1, { unknown: [`${label}`] });
        return [...texts];
      },
    };
    for (const recovered of [undefined, true]) {
      const journal = open(file);
      const clock = testClock();
      const queue = createQueue(engine, { limits, clock, store: embeddedStore(journal, clock), label: 'run-1' });
      const answers = await clock.run(Promise.all(numbered(2, { to: 'pt' }).map((each) => queue.submit(each, never))));
      expect(answers.map((answer) => [answer.engine, answer.remarks, answer.recovered])).toEqual([
        ['apertium via es', undefined, recovered],
        ['apertium via es', { unknown: ['run-1'] }, recovered],
      ]);
      const said: unknown[] = [];
      const report = (text: number, remarks: object) => said.push([text, remarks]);
      await clock.run(queue.translate({ texts: ['word 0', 'word 1'], from: 'en', to: 'pt', report }, never));
      expect(said).toEqual([[1, { unknown: ['run-1'] }]]);
      journal.close();
    }
  });

  it('says what to do with a file that is no journal, or one of another version', () => {
    const other = join(folder(), 'journal.db');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE answers (key TEXT); PRAGMA user_version = 99');
    db.close();
    expect(() => open(other)).toThrow(/of version 99/);
    const file = join(folder(), 'journal.db');
    writeFileSync(file, 'not a database, but long enough to look like a header of one '.repeat(20));
    expect(() => open(file)).toThrow(/cannot be used as the journal/);
  });

  it('survives kill -9: nothing is paid twice but what was on the wire', async () => {
    const result = await killed(folder(), 3_000, 4, () => 30 + Math.random() * 150);
    expect(result.kills).toBeGreaterThan(0);
    expect(result.paid).toBe(3_000);
    expect(result.paidTwice).toBeLessThanOrEqual(result.lost);
  }, 30_000);
});

describe('the ledger', () => {
  it('sums by run, engine, locale and article', () => {
    const file = join(folder(), 'journal.db');
    const journal = open(file, '2026-03-02');
    const intent = { engine: 'google', from: 'en', texts: 2, at: 0, pricePerMillionCharacters: 20 };
    const shares = new Map([
      ['a', 400_000],
      ['b', 600_000],
    ]);
    journal.answered(journal.intend({ ...intent, to: 'es', characters: 1_000_000, articles: shares }), []);
    journal.failed(journal.intend({ ...intent, to: 'ca', characters: 700, articles: new Map([['b', 700]]) }), 'unknown');
    journal.failed(journal.intend({ ...intent, to: 'ca', characters: 800, articles: new Map([['b', 800]]) }), 'refused');
    journal.close();
    const ledger = readLedger(file);
    expect(ledger.total).toEqual({ name: 'total', requests: 3, characters: 1_000_000, cost: 20, maybeBilled: 700 });
    expect(ledger.runs.map(({ name, cost }) => [name, cost])).toEqual([['2026-03-02', 20]]);
    expect(ledger.engines.map(({ name }) => name)).toEqual(['google']);
    expect(ledger.locales.map(({ name, characters, maybeBilled }) => [name, characters, maybeBilled])).toEqual([
      ['es', 1_000_000, 0],
      ['ca', 0, 700],
    ]);
    expect(ledger.articles.map(({ name, characters, cost }) => [name, characters, cost])).toEqual([
      ['b', 600_000, 12],
      ['a', 400_000, 8],
    ]);
  });
});

describe('the bill of a provider', () => {
  const billing = (charges: readonly EngineCharge[], error?: Error): Engine => ({
    name: 'paid',
    pricePerMillionCharacters: 1_000_000,
    translate: async ({ texts, bill }) => {
      for (const charge of charges) bill?.(charge);
      if (error !== undefined) throw error;
      return [...texts];
    },
  });

  it.each<[string, readonly EngineCharge[], object]>([
    ['none: characters at their price', [], { requests: 1, characters: 6, cost: 6 }],
    ['a cost', [{ cost: 0.25 }], { requests: 1, characters: 6, cost: 0.25 }],
    ['characters', [{ characters: 4 }], { requests: 1, characters: 4, cost: 4 }],
    ['of two calls', [{ cost: 0.25 }, { cost: 0.5 }], { requests: 2, characters: 6, cost: 0.75 }],
  ])('%s', async (_, charges, usage) => {
    const file = join(folder(), 'journal.db');
    const journal = open(file);
    const { clock, queue } = queueAround(billing(charges), { journal });
    await clock.run(queue.submit(job('word 0', { article: 'a' }), never));
    expect(queue.usage).toMatchObject(usage);
    journal.close();
    const { cost, characters } = queue.usage;
    expect(readLedger(file).total).toMatchObject({ cost, characters });
    expect(readLedger(file).articles).toMatchObject([{ name: 'a', cost, characters }]);
  });

  it('counts also where no answer came of it', async () => {
    const file = join(folder(), 'journal.db');
    const journal = open(file);
    const failure = Object.assign(new Error('no'), { status: 401 });
    const { clock, queue } = queueAround(billing([{ cost: 0.5 }], failure), { journal });
    expect(await clock.run(outcomes(queue, [job('word')]))).toEqual(['stopped!']);
    expect(queue.usage).toMatchObject({ cost: 0.5, maybeBilled: 0 });
    journal.close();
    expect(readLedger(file).total.cost).toBe(0.5);
  });

  it('a journal of the version before is taken over with its ledger', () => {
    const file = join(folder(), 'journal.db');
    const journal = open(file);
    const intent = { engine: 'google', from: 'en', to: 'es', texts: 1, at: 0, pricePerMillionCharacters: 20, articles: new Map() };
    journal.answered(journal.intend({ ...intent, characters: 1_000_000 }), []);
    journal.close();
    const db = new DatabaseSync(file);
    db.exec('ALTER TABLE requests DROP COLUMN billed; ALTER TABLE requests DROP COLUMN cost; PRAGMA user_version = 1');
    db.close();
    open(file).close();
    expect(readLedger(file).total).toMatchObject({ characters: 1_000_000, cost: 20 });
  });
});

describe('the budget of a day', () => {
  it('counts what earlier runs sent, and begins anew at midnight', async () => {
    const clock = testClock(Date.UTC(2026, 2, 2, 23, 59));
    const budget = createBudget({ charactersPerDay: 100 }, clock, 90);
    expect(budget.reserve(20)).toBe(false);
    expect(budget.reserve(10)).toBe(true);
    expect(budget.describe()).toBe('charactersPerDay 100');
    await clock.run(clock.sleep(60_000));
    expect(budget.left()).toBe(100);
  });
});
