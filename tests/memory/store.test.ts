import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article, Target, Text } from '../../src/article.ts';
import type { FileStamps, RecordFile } from '../../src/memory/indexed.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { type Memory, openMemory } from '../../src/memory/store.ts';
import { segmentId, words } from '../../src/text.ts';
import { articleOf } from '../support/paragraphs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const target = (text: string, state: Target['state'] = 'machine'): Target => ({
  text: [text],
  state,
  origin: { by: state === 'machine' ? 'engine' : 'person' },
  terms: [],
});
const record = (...pairs: [string, Target | undefined][]): EditionRecord => ({
  slug: 'a',
  sourceLocale: 'en',
  locale: 'es',
  blocks: [
    {
      kind: 'paragraph',
      segments: pairs.map(([source, own]) => ({ id: segmentId([source], 1), source: [source], ...(own && { target: own }) })),
    },
  ],
  additions: [],
  retired: [],
});
const records: { [slug: string]: EditionRecord } = {
  one: record(['Before.', target('Antes.')], ['Known sentence.', target('Frase sabida.')], ['After.', target('Después.')]),
  two: record(['Known sentence.', target('Frase conocida.', 'reviewed')], ['Untranslated.', undefined]),
  three: record(['The harbour sold 120 tickets on Monday evening.', target('El puerto vendió 120 billetes el lunes por la tarde.')]),
};
const files = (...slugs: string[]): RecordFile[] => slugs.map((slug) => ({ slug, path: `${slug}.xlf` }));
/** @param changed files that are not as they were when the memory was filled */
const stamps = (...changed: string[]): FileStamps => ({ of: (path) => (changed.includes(path) ? '2' : '1'), isStill: () => false });
const filled = (path = ':memory:'): Memory => {
  const memory = openMemory(path);
  memory.update(files('one', 'two', 'three'), ({ slug }) => records[slug], stamps());
  return memory;
};
const elsewhere = { kind: 'paragraph', previous: undefined, next: ['Something.'] as Text } as const;
const recalled = (memory: Memory, ...sentences: string[]) => {
  const article = articleOf([sentences]);
  const targets = recall(article, emptyRecord(article, 'es'), { terms: () => [], memory: memory.lookup });
  return [...targets.values()].map(({ text, state, origin }) => [words(text), state, origin.name]);
};

test('in context before elsewhere, reviewed before machine', () => {
  const memory = filled();
  expect(memory.size()).toBe(5);
  const said = (context: Parameters<Memory['lookup']>[1]) =>
    memory.lookup(['Known sentence.'], context).map((one) => [words(one.target.text), one.inContext]);
  expect(said({ kind: 'paragraph', previous: ['Before.'], next: ['After.'] })).toEqual([
    ['Frase sabida.', true],
    ['Frase conocida.', false],
  ]);
  expect(said(elsewhere)).toEqual([
    ['Frase conocida.', false],
    ['Frase sabida.', false],
  ]);
  expect(memory.lookup(['Unknown.'], elsewhere)).toEqual([]);
});

test('recall takes from it, other figures put in', () => {
  const memory = filled();
  expect(recalled(memory, 'Known sentence.', 'Unknown.', 'The harbour sold 95 tickets on Monday evening.')).toEqual([
    ['Frase conocida.', 'machine', 'two'],
    ['El puerto vendió 95 billetes el lunes por la tarde.', 'machine', 'numbers'],
  ]);
});

test('near sentences, best first, none below the least likeness', () => {
  const memory = filled();
  const near = memory.near(['The harbour sold 120 tickets on Sunday evening.'], 3);
  expect(near.map(({ slug, target: own }) => [slug, words(own.text)])).toEqual([
    ['three', 'El puerto vendió 120 billetes el lunes por la tarde.'],
  ]);
  expect(near[0]?.share).toBeGreaterThan(0.8);
  expect(memory.near(['The harbour is closed.'], 3)).toEqual([]);
  expect(memory.near(['"quoted" AND NOT (x*'], 3)).toEqual([]);
});

test('only changed files are read again, vanished ones are forgotten', () => {
  const memory = filled();
  const asked: string[] = [];
  const read = ({ slug }: RecordFile) => {
    asked.push(slug);
    return record(['Known sentence.', target('Otra.')]);
  };
  expect(memory.update(files('one', 'two'), read, stamps('two.xlf'))).toEqual({ read: 1, forgotten: 1 });
  expect(asked).toEqual(['two']);
  expect(memory.lookup(['Known sentence.'], elsewhere).map((one) => words(one.target.text))).toEqual(['Frase sabida.', 'Otra.']);
  expect(memory.near(['The harbour sold 120 tickets on Monday evening.'], 3)).toEqual([]);
});

test('a file that says what it said under its other stamp is not read again, and its new stamp is kept', () => {
  const memory = filled();
  const asked: string[] = [];
  const read = ({ slug }: RecordFile) => {
    asked.push(slug);
    return records[slug];
  };
  const all = files('one', 'two', 'three');
  const older: FileStamps = { of: () => '2', isStill: (path, stamp) => path !== 'two.xlf' && stamp === '1' };
  expect(memory.update(all, read, older)).toEqual({ read: 1, forgotten: 0 });
  expect(memory.update(all, read, { of: () => '2', isStill: () => false })).toEqual({ read: 0, forgotten: 0 });
  expect(asked).toEqual(['two']);
});

test('a failure while reading leaves it as it was', () => {
  const memory = filled();
  expect(() =>
    memory.update(
      files('one'),
      () => {
        throw new Error('unreadable');
      },
      stamps('one.xlf'),
    ),
  ).toThrow('unreadable');
  expect(memory.size()).toBe(5);
});

test('it lasts, and a broken index is made anew', () => {
  const path = join(temporaryFolder(), 'deep', 'es.db');
  filled(path).close();
  const again = openMemory(path);
  expect(again.size()).toBe(5);
  expect(again.update(files('one', 'two', 'three'), () => undefined, stamps())).toEqual({ read: 0, forgotten: 0 });
  again.close();
  writeFileSync(path, 'no database');
  const fresh = openMemory(path);
  expect(fresh.size()).toBe(0);
  fresh.close();
  expect(readdirSync(join(path, '..'))).toEqual(['es.db']);
});

test('a sentence without marks is recalled from one whose words are in emphasis, as a draft; one with a picture within is not', () => {
  const bold = (before: string, inside: string, after: string): Text => [
    before,
    { role: 'open', id: '1', source: '**' },
    inside,
    { role: 'close', id: '1', source: '**' },
    after,
  ];
  const picture: Text = ['The gate', { role: 'alone', id: '1', source: '![](a.png)' }, ' opened.'];
  const marked = (source: Text, text: Text) => ({
    id: segmentId(source, 1),
    source,
    target: { ...target('', 'reviewed'), text },
  });
  const memory = openMemory(':memory:');
  memory.update(
    files('marked'),
    () => ({
      ...record(),
      blocks: [
        {
          kind: 'paragraph',
          segments: [
            marked(bold('The pier costs ', '40', ' euros.'), bold('El muelle cuesta ', '40', ' euros.')),
            marked(picture, ['Abrió.']),
          ],
        },
      ],
    }),
    stamps(),
  );
  expect(recalled(memory, 'The pier costs 40 euros.', 'The gate opened.')).toEqual([['El muelle cuesta 40 euros.', 'machine', 'marked']]);
  expect(memory.lookup(bold('', 'The pier', ' costs 40 euros.'), elsewhere)).toEqual([]);
});

test('a sentence with marks is recalled from a memory without any where its words tell where they go, as a draft', () => {
  const pair = (id: string, inside: string, by: string): Text => [
    { role: 'open', id, source: by },
    inside,
    { role: 'close', id, source: by },
  ];
  const plain = (source: string, text: string) => ({ id: segmentId([source], 1), source: [source], target: target(text, 'reviewed') });
  const memory = openMemory(':memory:');
  const known = [
    plain('The pier is open.', 'El muelle está abierto.'),
    plain('Ana Torres left for Oslo in 2021.', 'Ana Torres se fue a Oslo en 2021.'),
    plain('The old pier is open.', 'El viejo muelle está abierto.'),
    plain('Oslo beat Oslo B.', 'Oslo ganó a Oslo B.'),
  ];
  memory.update(files('plain'), () => ({ ...record(), blocks: [{ kind: 'paragraph', segments: known }] }), stamps());
  const bytes = (text: Text) => text.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('');
  const shown = (text: Text) => {
    const id = segmentId(text, 1);
    const one = {
      ...articleOf([['x']]),
      blocks: [{ ...articleOf([['x']]).blocks[0], segments: [{ id, span: { start: 0, end: 1 }, text }] }],
    };
    const targets = recall(one as Article, emptyRecord(one as Article, 'es'), { terms: () => [], memory: memory.lookup });
    return [...targets.values()].map((found) => [found.state, bytes(found.text)]);
  };
  expect(shown(pair('1', 'The pier is open.', '**'))).toEqual([['machine', '**El muelle está abierto.**']]);
  expect(shown([...pair('1', 'The pier is open', '**'), '.'])).toEqual([['machine', '**El muelle está abierto**.']]);
  expect(shown([...pair('1', 'Ana Torres', '*'), ' left for ', ...pair('2', 'Oslo', '**'), ' in 2021.'])).toEqual([
    ['machine', '*Ana Torres* se fue a **Oslo** en 2021.'],
  ]);
  const nested: Text = [{ role: 'open', id: '1', source: '**' }, ...pair('2', 'Ana Torres', '*'), ' left for Oslo in 2021.'];
  expect(shown([...nested, { role: 'close', id: '1', source: '**' }])).toEqual([['machine', '***Ana Torres* se fue a Oslo en 2021.**']]);
  expect(shown(['The ', ...pair('1', 'old', '*'), ' pier is open.'])).toEqual([]);
  expect(shown([...pair('1', 'Oslo', '*'), ' beat Oslo B.'])).toEqual([]);
});
