import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Target, Text } from '../../src/article.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { additionsOf, recordOf } from '../../src/memory/renew.ts';
import { words } from '../../src/text.ts';
import { articleOf } from '../support/paragraphs.ts';

const noTerms = { terms: () => [] };
const machine = (text: string): Target => ({ text: [text], state: 'machine', origin: { by: 'engine', name: 'test' }, terms: [] });
const reviewed = (text: string): Target => ({ text: [text], state: 'reviewed', origin: { by: 'person' }, terms: [] });

/** Every segment translated by `translate`, recorded. */
function recorded(
  article: Article,
  translate: (source: string, at: number) => Target = (source) => machine(`es ${source}`),
  previous?: EditionRecord,
): EditionRecord {
  const segments = article.blocks.flatMap((block) => block.segments);
  const recalled = previous === undefined ? new Map<string, Target>() : recall(article, previous, noTerms);
  const targets = new Map(segments.map((segment, at) => [segment.id, recalled.get(segment.id) ?? translate(words(segment.text), at)]));
  return recordOf({ article, locale: 'es', targets, additions: additionsOf(article, previous) }, previous);
}
const recalledWords = (article: Article, record: EditionRecord) => {
  const targets = recall(article, record, noTerms);
  return article.blocks.flatMap((block) =>
    block.segments.map((segment) => targets.get(segment.id) && words(targets.get(segment.id)?.text ?? [])),
  );
};

test('an unchanged article needs nothing, and its record stays as it was', () => {
  const article = articleOf([
    ['One.', 'Two.'],
    ['One.', 'Three.'],
  ]);
  const record = recorded(article);
  expect(recalledWords(article, record)).toEqual(['es One.', 'es Two.', 'es One.', 'es Three.']);
  expect(recorded(article, undefined, record)).toEqual(record);
});

test('what was inserted, moved and changed is all that is missing', () => {
  const record = recorded(articleOf([['First.', 'Second.'], ['Third is long.'], ['Fourth.']]));
  const now = articleOf([['Fourth.'], ['New.', 'First.', 'Second.'], ['Third is longer.']]);
  expect(recalledWords(now, record)).toEqual(['es Fourth.', undefined, 'es First.', 'es Second.', undefined]);
});

test('equal sentences keep their own targets wherever the article grows', () => {
  const record = recorded(
    articleOf([
      ['Yes.', 'A.'],
      ['Yes.', 'B.'],
      ['Yes.', 'C.'],
    ]),
    (source, at) => reviewed(`${source}${at}`),
  );
  const now = articleOf([['New.'], ['Yes.', 'B.'], ['Other.'], ['Yes.', 'C.']]);
  expect(recalledWords(now, record)).toEqual([undefined, 'Yes.2', 'B.3', undefined, 'Yes.4', 'C.5']);
});

test('a moved sentence takes the target that stood between the same neighbours', () => {
  const record = recorded(
    articleOf([
      ['Yes.', 'A.'],
      ['Yes.', 'B.'],
      ['Long one.', 'Long two.', 'Long three.'],
    ]),
    (source, at) => machine(`${source}${at}`),
  );
  const now = articleOf([
    ['Long one.', 'Long two.', 'Long three.'],
    ['Yes.', 'B.'],
  ]);
  expect(recalledWords(now, record).slice(3)).toEqual(['Yes.2', 'B.3']);
});

test("another glossary entry makes a machine target stale, and leaves a person's", () => {
  const article = articleOf([['The ferry sails.'], ['The ferry waits.']]);
  const record = recorded(article, (source, at) => (at === 0 ? machine(source) : reviewed('Espera.')));
  const targets = recall(article, record, { terms: () => [{ source: 'ferry', target: 'ferri' }] });
  expect([...targets.values()].map((target) => words(target.text))).toEqual(['Espera.']);
});

test('a changed URL is taken over without translation', () => {
  const linked = (url: string): Text => [
    'See ',
    { role: 'open', id: '1', source: '[' },
    'this',
    { role: 'close', id: '1', source: `](${url})` },
    '.',
  ];
  const before = articleOf([[linked('/old')]]);
  const [segment] = before.blocks[0]?.segments ?? [];
  const target: Target = {
    ...machine(''),
    text: ['Vea ', { role: 'open', id: '1', source: '[' }, 'esto', { role: 'close', id: '1', source: '](/old)' }, '.'],
  };
  const record = recordOf({ article: before, locale: 'es', targets: new Map([[segment?.id ?? '', target]]) }, undefined);
  const now = articleOf([[linked('/new')]]);
  const [recalled] = recall(now, record, noTerms).values();
  expect(recalled?.text).toMatchObject(['Vea ', { source: '[' }, 'esto', { source: '](/new)', start: 9 }, '.']);
});

test('a reviewed target whose source changed is kept beside the new one until a person has reviewed that', () => {
  const before = recorded(articleOf([['The harbour opens in May.', 'Stay.']]), (source, at) =>
    at === 0 ? reviewed('El puerto abre en mayo.') : machine(source),
  );
  const now = articleOf([['The harbour opens in June.', 'Stay.']]);
  const after = recorded(now, (source) => machine(`es ${source}`), before);
  const first = after.blocks[0]?.segments[0];
  expect(first?.target?.state).toBe('machine');
  expect(first?.outdated).toMatchObject({
    source: ['The harbour opens in May.'],
    target: { text: ['El puerto abre en mayo.'], state: 'reviewed' },
  });
  expect(recorded(now, undefined, after).blocks[0]?.segments[0]?.outdated).toEqual(first?.outdated);
  const approved: EditionRecord = {
    ...after,
    blocks: [{ kind: 'paragraph', segments: [{ ...(first as NonNullable<typeof first>), target: reviewed('El puerto abre en junio.') }] }],
  };
  expect(recorded(now, undefined, approved).blocks[0]?.segments[0]?.outdated).toBeUndefined();
});

test('with "keep", a reviewed target stays in place and is still known as outdated', () => {
  const before = recorded(articleOf([['The harbour opens in May.']]), () => reviewed('El puerto abre en mayo.'));
  const now = articleOf([['The harbour opens in June.']]);
  const targets = recall(now, before, { ...noTerms, outdated: 'keep' });
  const after = recordOf({ article: now, locale: 'es', targets }, before);
  expect(after.blocks[0]?.segments[0]).toMatchObject({
    target: { text: ['El puerto abre en mayo.'] },
    outdated: { source: ['The harbour opens in May.'] },
  });
});

test("a person's sentence comes back with its source", () => {
  const all = articleOf([['Alpha goes home.'], ['Something else entirely.']]);
  const before = recorded(all, () => reviewed('De una persona.'));
  const without = recorded(articleOf([['Something else entirely.']]), undefined, before);
  expect(without.retired).toHaveLength(1);
  const again = recorded(all, undefined, without);
  expect(again.blocks[0]?.segments[0]?.target).toMatchObject({ text: ['De una persona.'], state: 'reviewed' });
  expect(again.retired).toEqual([]);
});

test('a sentence merged into one before it is translated anew once that one has gone', () => {
  const merged: Target = { text: [], state: 'reviewed', origin: { by: 'person', name: 'merged' }, terms: [] };
  const record = recorded(articleOf([['First part.', 'Second part.', 'Rest.']]), (source, at) => (at === 1 ? merged : reviewed(source)));
  expect(recalledWords(articleOf([['First part.', 'Second part.']]), record)).toEqual(['First part.', '']);
  expect(recalledWords(articleOf([['Unlike anything.', 'Second part.']]), record)).toEqual([undefined, undefined]);
});

test("a person's paragraph follows the paragraph that it followed", () => {
  const before: EditionRecord = {
    ...recorded(articleOf([['One.'], ['Two.']])),
    additions: [{ after: recorded(articleOf([['One.']])).blocks[0]?.segments[0]?.id ?? '', markdown: 'Mine.' }],
  };
  const now = articleOf([['New.'], ['One.', 'More.'], ['Two.']]);
  expect(additionsOf(now, before)).toEqual([{ after: now.blocks[1]?.segments[1]?.id, markdown: 'Mine.' }]);
});

test.each([
  ['It has 3 rooms.', 'It has 12 rooms.', 'Tiene 3 salas.', 'Tiene 12 salas.', 'es'],
  ['Some 40,000 came in 2023.', 'Some 52,500 came in 2024.', 'En 2023 acudieron unas 40.000.', 'En 2024 acudieron unas 52.500.', 'es'],
  ['Up 2.5%.', 'Up 3.75%.', 'Subió un 2,5 %.', 'Subió un 3,75 %.', 'es'],
  ['It has 3 rooms.', 'It has 7 rooms.', 'Має 3 кімнати.', undefined, 'uk'],
  ['It has 5 rooms.', 'It has 7 rooms.', 'Має 5 кімнат.', 'Має 7 кімнат.', 'uk'],
  ['It has 1 room.', 'It has 2 room.', 'Tiene 1 sala.', undefined, 'es'],
  ['The G7 met on 3 May.', 'The G8 met on 3 May.', 'El G7 se reunió el 3 de mayo.', undefined, 'es'],
  ['From 3 to 4.', 'From 4 to 3.', 'De 3 a 4.', 'De 4 a 3.', 'es'],
  ['From 3 to 3.', 'From 4 to 5.', 'De 3 a 3.', undefined, 'es'],
  ['On 12 May.', 'On 11 May.', 'El 12 de maig.', undefined, 'ca'],
  ['It has 3 rooms.', 'It has 4 rooms.', 'Tiene tres salas.', undefined, 'es'],
])('other numbers: %s -> %s', (was, now, target, expected, locale) => {
  const record = { ...recorded(articleOf([[was]]), () => machine(target)), locale };
  const [recalled] = recall(articleOf([[now]]), record, noTerms).values();
  expect(recalled && words(recalled.text)).toBe(expected);
  if (expected !== undefined) expect(recalled).toMatchObject({ state: 'machine', origin: { by: 'memory', name: 'numbers' } });
});

test('the memory serves in order, a match out of context as a draft', () => {
  const article = articleOf([['Known.', 'Other.']]);
  const memory = (inContext: boolean) => (text: Text) =>
    words(text) === 'Known.' ? [{ source: ['Known.'], target: reviewed('Sabido.'), slug: 'elsewhere', inContext }] : [];
  const from = (inContext: boolean) => [...recall(article, emptyRecord(article, 'es'), { ...noTerms, memory: memory(inContext) }).values()];
  expect(from(true)).toMatchObject([{ text: ['Sabido.'], state: 'reviewed', origin: { by: 'memory', name: 'elsewhere' } }]);
  expect(from(false)).toMatchObject([{ text: ['Sabido.'], state: 'machine' }]);
});

test('whatever moves, is inserted or deleted, a sentence that stayed keeps a target made for it', () => {
  const sentence = fc.constantFrom('A.', 'B.', 'C.', 'Long sentence number one.', 'Long sentence number two.', 'Yes.');
  const article = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(article, article, (before, now) => {
      const record = recorded(articleOf(before));
      const had = new Set(before.flat());
      expect(recalledWords(articleOf(now), record)).toEqual(now.flat().map((one) => (had.has(one) ? `es ${one}` : undefined)));
    }),
    { numRuns: 200 },
  );
});

/** A table of results, without any bound a comparison of each of its lines with each. */
test('of thousands of sentences that differ in figures, each new one takes one, and none that was made with other terms', () => {
  const lines = (first: number) => Array.from({ length: 800 }, (_, at) => [`Ferry ${first + at} came to harbour ${at} on Monday.`]);
  const record = recorded(articleOf(lines(10_000)));
  const now = articleOf(lines(20_000));
  expect(recalledWords(now, record)).toEqual(lines(20_000).map(([line]) => `es ${line}`));
  expect(recall(now, record, { terms: () => [{ source: 'Monday', target: 'lunes' }] }).size).toBe(0);
});
