import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Target } from '../../src/article.ts';
import { mergeRecords } from '../../src/memory/merge.ts';
import type { EditionRecord, RecordedSegment } from '../../src/memory/record.ts';
import { segmentId, words } from '../../src/text.ts';

const machine = (text: string): Target => ({ text: [text], state: 'machine', origin: { by: 'engine' }, terms: [] });
const reviewed = (text: string): Target => ({ text: [text], state: 'reviewed', origin: { by: 'person' }, terms: [] });
const segment = (source: string, target?: Target): RecordedSegment => ({
  id: segmentId([source], 1),
  source: [source],
  ...(target && { target }),
});
const record = (...paragraphs: RecordedSegment[][]): EditionRecord => ({
  slug: 'story',
  sourceLocale: 'en',
  locale: 'es',
  blocks: paragraphs.map((segments) => ({ kind: 'paragraph', segments })),
  additions: [],
  retired: [],
});
const said = ({ blocks }: EditionRecord) =>
  blocks.map((block) => block.segments.map(({ source, target }) => `${words(source)}=${words(target?.text ?? [])}`));

type Waiver = NonNullable<RecordedSegment['waivers']>[number];

const base = record([segment('A', machine('a')), segment('B', machine('b'))], [segment('C', machine('c'))]);

test("each branch's changes are taken", () => {
  const ours = record([segment('A', reviewed('a1')), segment('B', machine('b'))], [segment('C', machine('c'))]);
  const theirs = record(
    [segment('A', machine('a')), segment('New', machine('n')), segment('B', machine('b'))],
    [segment('D', machine('d'))],
    [segment('C', reviewed('c1'))],
  );
  const merged = mergeRecords(base, ours, theirs);
  expect(said(merged.record)).toEqual([['A=a1', 'New=n', 'B=b'], ['D=d'], ['C=c1']]);
  expect(merged.findings).toEqual([]);
});

test('reviewed beats machine, whichever branch it is on', () => {
  const person = record([segment('A', reviewed('a1')), segment('B', machine('b'))], [segment('C', machine('c'))]);
  const engine = record([segment('A', machine('a2')), segment('B', machine('b'))], [segment('C', machine('c'))]);
  for (const [ours, theirs] of [
    [person, engine],
    [engine, person],
  ] as const)
    expect(said(mergeRecords(base, ours, theirs).record)[0]?.[0]).toBe('A=a1');
});

test('two reviewed texts are a conflict that loses neither', () => {
  const ours = record([segment('A', reviewed('a1'))]);
  const theirs = record([segment('A', reviewed('a2'))]);
  const merged = mergeRecords(base, ours, theirs);
  expect(merged.findings).toMatchObject([{ check: 'merge', segment: segmentId(['A'], 1), target: 'a1', got: ['a2'] }]);
  expect(merged.record.blocks[0]?.segments[0]).toMatchObject({
    target: reviewed('a1'),
    outdated: { source: ['A'], target: reviewed('a2') },
  });
});

test("a sentence that one branch's source lost is gone, a person's text of it retired", () => {
  const ours = record([segment('A', reviewed('a1')), segment('B', machine('b'))], [segment('C', machine('c'))]);
  const theirs = record([segment('B', machine('b'))]);
  const merged = mergeRecords(base, ours, theirs);
  expect(said(merged.record)).toEqual([['B=b']]);
  expect(merged.record.retired).toEqual([segment('A', reviewed('a1'))]);
});

test('additions of both are kept, removed ones are out', () => {
  const withAdditions = (...texts: string[]): EditionRecord => ({
    ...base,
    additions: texts.map((markdown) => ({ after: null, markdown })),
  });
  const merged = mergeRecords(withAdditions('old', 'gone'), withAdditions('old', 'ours', 'gone'), withAdditions('old', 'theirs'));
  expect(merged.record.additions.map((one) => one.markdown)).toEqual(['old', 'ours', 'theirs']);
});

test('no reviewed target of either branch is lost, and merging a record with itself changes nothing', () => {
  const target = fc.option(fc.oneof(fc.constantFrom('m1', 'm2').map(machine), fc.constantFrom('r1', 'r2', 'r3').map(reviewed)), {
    nil: undefined,
  });
  const branch = fc
    .uniqueArray(fc.record({ source: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), target }), {
      selector: (one) => one.source,
      maxLength: 6,
    })
    .map((all) => record(...all.map((one) => [segment(one.source, one.target)])));
  const known = ({ blocks, retired }: EditionRecord) =>
    new Set(
      [...blocks.flatMap((block) => block.segments), ...retired].flatMap(({ source, target: own, outdated }) =>
        [{ source, target: own }, outdated].flatMap((one) =>
          one?.target?.state === 'reviewed' ? [`${words(one.source)} ${words(one.target.text)}`] : [],
        ),
      ),
    );
  fc.assert(
    fc.property(branch, branch, branch, (start, ours, theirs) => {
      const merged = known(mergeRecords(start, ours, theirs).record);
      const before = known(start);
      for (const one of known(ours).union(known(theirs))) if (!before.has(one)) expect(merged).toContain(one);
      expect(mergeRecords(start, ours, ours).record).toEqual(ours);
    }),
  );
});

test('lines and front matter of the source that each branch changed are taken; of what both changed, ours', () => {
  const item = (sum: string) => ({ sum, breaks: 2 });
  const lined = (heading: string, rules: string[], code: string[], front: Record<string, string>): EditionRecord => ({
    ...base,
    blocks: base.blocks.map((block, at) => ({
      ...block,
      item: item(at === 0 ? heading : 'p'),
      ...(at === 1 && rules.length > 0 && { before: rules.map(item) }),
    })),
    ...(code.length > 0 && { after: code.map(item) }),
    front: new Map(Object.entries(front)),
  });
  const start = lined('h2', ['rule'], ['code'], { title: '1', tags: '1', date: '1', old: '1' });
  const ours = lined('h2', ['rule', 'image'], [], { title: '2', tags: '1', date: '2', old: '1' });
  const theirs = lined('h3', ['rule'], ['code', 'more'], { title: '1', tags: '3', date: '3', slug: '1' });
  const expected = lined('h3', ['rule', 'image'], ['more'], { title: '2', tags: '3', date: '2', slug: '1' });
  expect(mergeRecords(start, ours, theirs).record).toEqual(expected);
  expect(mergeRecords(start, start, theirs).record).toEqual(theirs);
  expect(mergeRecords(start, theirs, start).record).toEqual(theirs);
});

test('waivers of both branches are kept while the target is one, and what a branch has settled stays settled', () => {
  const [numbers, length] = ['numbers', 'length'].map((check) => ({ check, reason: 'so' })) as [Waiver, Waiver];
  const outdated = { source: ['Aa'], target: reviewed('aa') };
  const start = record([{ ...segment('A', machine('a')), outdated }]);
  const ours = record([{ ...segment('A', machine('a')), outdated, waivers: [numbers] }]);
  const theirs = record([{ ...segment('A', machine('a')), outdated, waivers: [length] }]);
  expect(mergeRecords(start, ours, theirs).record.blocks[0]?.segments[0]?.waivers).toEqual([numbers, length]);
  const settled = record([segment('A', reviewed('a1'))]);
  expect(mergeRecords(start, ours, settled).record).toEqual(settled);
  expect(mergeRecords(start, settled, ours).record).toEqual(settled);
});

test('what a person reviewed while its author changed the source on the other branch is beside its new form', () => {
  const was = record([segment('The port is open.', machine('a')), segment('It cost a lot.', machine('b'))]);
  const author = record([segment('The port is shut.', machine('c')), segment('It cost a lot.', machine('b'))]);
  const person = record([segment('The port is open.', reviewed('abierto')), segment('It cost a lot.', machine('b'))]);
  for (const [ours, theirs] of [
    [author, person],
    [person, author],
  ] as const) {
    const [merged] = mergeRecords(was, ours, theirs).record.blocks.flatMap(({ segments }) => segments);
    expect(merged).toMatchObject({ target: machine('c'), outdated: { source: ['The port is open.'], target: reviewed('abierto') } });
  }
});
