/** The memory of records, and the one that desks share on a real database. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Text } from '../../src/article.ts';
import { systemClock } from '../../src/clock.ts';
import { firstOwn } from '../../src/memory/first-own.ts';
import { indexKey } from '../../src/memory/keys.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { openMemory } from '../../src/memory/store.ts';
import { initStore, migrateStore } from '../../src/store/postgres/administration.ts';
import { BEGINNING, migration, SCHEMA_VERSION } from '../../src/store/postgres/migrations.ts';
import { openPostgresMemory } from '../../src/store/postgres.ts';
import type { SharedMemory } from '../../src/store/shared-memory.ts';
import { memoryKey } from '../../src/text/white-space.ts';
import { words } from '../../src/text.ts';
import { articleOf } from '../support/paragraphs.ts';
import { type Cluster, hasPostgres, startCluster } from '../support/postgres.ts';
import { type MemoryBed, nowhere, recordOfPairs, remembersAsAgreed, targetOf } from './memory-contract.ts';

remembersAsAgreed("of a checkout's records", async (): Promise<MemoryBed> => {
  const memory = openMemory(':memory:');
  const records = new Map<string, EditionRecord>();
  let versions = 0;
  return {
    put: async (record) => {
      records.set(record.slug, record);
      versions++;
      const files = [...records.keys()].map((slug) => ({ slug, path: `${slug}.xlf` }));
      const stamps = { of: (path: string) => (path === `${record.slug}.xlf` ? `${versions}` : '1'), isStill: () => false };
      memory.update(files, ({ slug }) => records.get(slug), stamps);
    },
    known: async () => memory.lookup,
    near: async (text, most) => memory.near(text, most),
    holding: async (letters, side) => [...(side === 'source' ? memory.holding(letters, false) : memory.saying(letters))],
  };
});

let cluster: Cluster;
beforeAll(async () => {
  if (hasPostgres) cluster = await startCluster();
}, 300_000);
afterAll(() => cluster?.remove());

const PAIR = { from: 'en', to: 'es' };
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open) await close();
});

async function memoryOf(database: string, role: string): Promise<SharedMemory> {
  const { memory, close } = await openPostgresMemory({ url: cluster.url(database, role), clock: systemClock });
  open.push(close);
  return memory;
}

let prints = 0;
const share = (memory: SharedMemory, record: EditionRecord, privateUntil?: number) =>
  memory.share({ pair: PAIR, slug: record.slug, print: `${prints++}`, privateUntil, record: () => record });

const knownTo = async (memory: SharedMemory, ...texts: string[]) => {
  const lookup = await memory.known(
    PAIR,
    texts.map((text) => [text]),
  );
  return texts.map((text) => lookup([text], nowhere).map(({ target, slug }) => [words(target.text), target.state, slug]));
};

describe.skipIf(!hasPostgres)('with PostgreSQL', { timeout: 300_000 }, () => {
  remembersAsAgreed('that desks share', async () => {
    const memory = await memoryOf(await cluster.database(), 'sports');
    return {
      put: (record) => share(memory, record),
      known: (texts) => memory.known(PAIR, texts),
      near: (text, most) => memory.near(PAIR, text, most),
      holding: (letters, side) => memory.holding(PAIR, letters, side, 40),
    };
  });

  test('what another desk has is a draft with its name, whoever made it there; the own comes first', async () => {
    const database = await cluster.database();
    const [sports, culture] = [await memoryOf(database, 'sports'), await memoryOf(database, 'culture')];
    await share(culture, recordOfPairs('film', ['The port is closed.', targetOf('El puerto está cerrado.', 'reviewed')]));
    expect(await knownTo(sports, 'The port is closed.')).toEqual([[['El puerto está cerrado.', 'machine', 'culture: film']]]);
    await share(sports, recordOfPairs('race', ['The port is closed.', targetOf('El puerto cerró.')]));
    expect(await knownTo(sports, 'The port is closed.')).toEqual([
      [
        ['El puerto cerró.', 'machine', 'race'],
        ['El puerto está cerrado.', 'machine', 'culture: film'],
      ],
    ]);
  });

  test('an embargoed article is read by its own desk alone, until the embargo ends', async () => {
    const database = await cluster.database();
    const [sports, culture] = [await memoryOf(database, 'sports'), await memoryOf(database, 'culture')];
    const record = recordOfPairs('deal', ['The club is sold.', targetOf('El club se vende.')]);
    await share(sports, record, Number.POSITIVE_INFINITY);
    const all = async (memory: SharedMemory) => [
      (await knownTo(memory, 'The club is sold.'))[0]?.length,
      (await memory.near(PAIR, ['The club was sold.'], 5)).length,
      (await memory.holding(PAIR, 'club', 'source', 5)).length,
      (await memory.holding(PAIR, 'club', 'target', 5)).length,
    ];
    expect(await all(culture)).toEqual([0, 0, 0, 0]);
    expect(await all(sports)).toEqual([1, 1, 1, 1]);
    await share(sports, record, Date.now() + 3_600_000);
    expect(await all(culture)).toEqual([0, 0, 0, 0]);
    await share(sports, record, Date.now() - 1_000);
    expect(await all(culture)).toEqual([1, 1, 1, 1]);
  });

  test('the policy holds in the database itself: a desk that touches its rows sees and changes no other desk', async () => {
    const database = await cluster.database();
    const sports = await memoryOf(database, 'sports');
    await share(sports, recordOfPairs('deal', ['The club is sold.', targetOf('El club se vende.')]), Number.POSITIVE_INFINITY);
    const asCulture = (sql: string) => cluster.sql(database, `set session authorization culture; ${sql}`);
    await expect(asCulture('select * from dragoman.sentences')).rejects.toThrow('permission denied');
    await expect(asCulture('select * from dragoman.editions')).rejects.toThrow('permission denied');
    // Even with rights on the table that nobody gives it.
    await cluster.sql(
      database,
      `grant select, update, delete, insert on dragoman.editions to culture;
       grant execute on function dragoman.is_owner(), dragoman.may_read(text, timestamptz) to culture`,
    );
    expect(await asCulture('select * from dragoman.editions')).toEqual([]);
    expect(await asCulture(`delete from dragoman.editions returning *`)).toEqual([]);
    await expect(
      asCulture(`insert into dragoman.editions (desk, pair, slug, print, private_until) values ('sports', 1, 'x', '', 'infinity')`),
    ).rejects.toThrow('row-level security');
  });

  test('an edition that is as the memory has it is not sent again', async () => {
    const memory = await memoryOf(await cluster.database(), 'sports');
    let reads = 0;
    const record = () => {
      reads++;
      return recordOfPairs('a', ['One.', targetOf('Uno.')]);
    };
    const edition = { pair: PAIR, slug: 'a', print: 'same', record };
    expect([await memory.share(edition), await memory.share(edition), reads]).toEqual([true, false, 1]);
    expect(await memory.share({ ...edition, privateUntil: Number.POSITIVE_INFINITY })).toBe(true);
  });

  test('drafts that a memory gave are not given back as one’s own', async () => {
    const database = await cluster.database();
    const [sports, culture] = [await memoryOf(database, 'sports'), await memoryOf(database, 'culture')];
    await share(
      sports,
      recordOfPairs('a', ['One.', targetOf('Uno.', 'machine', 'memory')], ['Two.', targetOf('Dos.', 'reviewed', 'memory')]),
    );
    expect(await knownTo(culture, 'One.', 'Two.')).toEqual([[], [['Dos.', 'machine', 'sports: a']]]);
  });

  test('a machine sentence that was made with another glossary is not recalled, nor is a person’s of another desk', async () => {
    const database = await cluster.database();
    const [sports, culture] = [await memoryOf(database, 'sports'), await memoryOf(database, 'culture')];
    const terms = [{ source: 'port', target: 'puerto' }];
    await share(culture, recordOfPairs('a', ['The port.', { ...targetOf('El puerto.', 'reviewed'), terms }]));
    const lookup = await sports.known(PAIR, [['The port.']]);
    const article = articleOf([['The port.']]);
    const recalled = (present: typeof terms) =>
      [...recall(article, emptyRecord(article, 'es'), { terms: () => present, memory: firstOwn(undefined, lookup) }).values()].map(
        ({ text, origin }) => [words(text), origin.name],
      );
    expect(recalled(terms)).toEqual([['El puerto.', 'culture: a']]);
    expect(recalled([{ source: 'port', target: 'puerta' }])).toEqual([]);
  });

  test('what this checkout knows goes before what others know', async () => {
    const memory = await memoryOf(await cluster.database(), 'sports');
    await share(memory, recordOfPairs('a', ['Known.', targetOf('Compartida.')]));
    const others = await memory.known(PAIR, [['Known.']]);
    const own = [{ source: ['Known.'], target: targetOf('Propia.'), slug: 'own', inContext: false }];
    const both = (mine: typeof own) => firstOwn(() => mine, others)(['Known.'], nowhere).map(({ target }) => words(target.text));
    expect(both(own)).toEqual(['Propia.', 'Compartida.']);
    // Like it but for its figures: a sentence that is the same elsewhere is better.
    expect(both(own.map((one) => ({ ...one, source: ['Known 5.'] })))).toEqual(['Compartida.', 'Propia.']);
  });

  test('a memory of the third version is brought up to date with its sentences, and is searched as before', async () => {
    await cluster.sql('postgres', 'create database old owner owner');
    const owner = cluster.url('old', 'owner');
    const text = ['The harbour bridge opens again on Monday morning.'];
    const key = indexKey(memoryKey(text));
    const target = JSON.stringify(targetOf('El puente abre el lunes.'));
    await cluster.sql(
      'old',
      `set role owner; begin; ${BEGINNING} ${[1, 2, 3].map(migration).join(';')}; commit;
      select dragoman.memory_share('en', 'es', 'a', '1', '-infinity', '{${key}}', '{0}', '{false}',
        array['${JSON.stringify(text)}'], array['${target}'], '{the harbour bridge opens again on monday morning}', '{el puente abre el lunes}')`,
    );
    expect(await migrateStore(owner)).toEqual({ from: 3, to: SCHEMA_VERSION });
    await initStore(owner, ['sports']);
    const memory = await memoryOf('old', 'sports');
    const said = (all: readonly { readonly target: { readonly text: Text } }[]) => all.map((one) => words(one.target.text));
    expect(said((await memory.known(PAIR, [text]))(text, nowhere))).toEqual(['El puente abre el lunes.']);
    expect(said(await memory.near(PAIR, ['The harbour bridge opens again on Sunday morning.'], 3))).toEqual(['El puente abre el lunes.']);
    expect(said(await memory.holding(PAIR, 'puente ab', 'target', 3))).toEqual(['El puente abre el lunes.']);
  });
});
