import { expect, test } from 'vitest';
import { mergeGlossaries } from '../../src/glossary/merge.ts';

const base = 'source,target,kind\nKyiv,Kiev,place\n"harbour, old",puerto,\n';
const merge = (ours: string, theirs: string, from = base) => mergeGlossaries(from, ours, theirs, 'glossary.csv');

test('both add a term at the end', () => {
  expect(merge(`${base}A,a,\n`, `${base}B,b,\n`)).toEqual({ csv: `${base}B,b,\nA,a,\n`, conflicts: [] });
});

test('a changed term, and another one taken out', () => {
  expect(merge(base.replace('Kiev', 'Kyiv'), base.replace('"harbour, old",puerto,\n', ''))).toEqual({
    csv: 'source,target,kind\nKyiv,Kyiv,place\n',
    conflicts: [],
  });
});

test('other cells of one term', () => {
  expect(merge(base.replace('Kiev', 'Kyiv'), base.replace('place', 'term'))?.csv).toContain('Kyiv,Kyiv,term\n');
});

test('the same cell of a term is a conflict; so is one that the other took out', () => {
  const ours = base.replace('Kiev', 'Kyiv');
  expect(merge(ours, base.replace('Kiev', 'Kijiv'))).toEqual({
    csv: 'source,target,kind\n<<<<<<< ours\nKyiv,Kyiv,place\n=======\nKyiv,Kijiv,place\n>>>>>>> theirs\n"harbour, old",puerto,\n',
    conflicts: ['Kyiv'],
  });
  expect(merge(ours, base.replace('Kyiv,Kiev,place\n', ''))?.conflicts).toEqual(['Kyiv']);
});

test('both made it anew; other columns are left to the text', () => {
  expect(merge(base, 'source,target,kind\nLviv,Leópolis,place\n', '')?.csv).toBe(`${base}Lviv,Leópolis,place\n`);
  expect(merge(base, base.replace('kind', 'note'))).toBeUndefined();
});

test('many rows of one source, and many terms that one side has added, keep their order', () => {
  const alike = 'A,a,\n'.repeat(20_000);
  const added = Array.from({ length: 20_000 }, (_, at) => `T${at},t,\n`).join('');
  expect(merge(`${base}${alike}B,b,\n`, `${base}${alike}`, `${base}${alike}`)?.csv).toBe(`${base}${alike}B,b,\n`);
  expect(merge(`${base}Z,z,\n`, base.replace(/\n$/, `\n${added}`))?.csv).toBe(`${base}${added}Z,z,\n`);
});
