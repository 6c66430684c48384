import { expect, test } from 'vitest';
import { type Document, documentsOf } from '../../../src/memory/align/document.ts';
import { USUAL } from '../../../src/memory/align/lattice.ts';
import { lengthRatio, usualRatio } from '../../../src/memory/align/length-ratio.ts';
import { signsOf } from '../../../src/memory/align/signs.ts';
import { articleOf } from '../../support/paragraphs.ts';

const sentence = (letter: string, length: number) => `${letter.repeat(length - 1)}.`;

function documentOf(source: readonly string[], edition: readonly string[]): Document {
  return documentsOf(articleOf([source], 'en'), articleOf([edition], 'es'))[0] as Document;
}

test('what sentences usually have tells the ratio of two languages, however many of them an edition leaves out', () => {
  const source = Array.from({ length: 400 }, (_, at) => sentence('a', 40 + (at % 20)));
  const edition = source.filter((_, at) => at % 2 === 0).map((one) => sentence('e', one.length * 2));
  expect(usualRatio([documentOf(source, edition)])).toBeCloseTo(1.86);
});

test('one sentence tells next to nothing of it', () => {
  expect(usualRatio([documentOf([sentence('a', 40)], [sentence('e', 200)])])).toBeCloseTo(1.2, 1);
  expect(usualRatio([])).toBeCloseTo(1.1);
});

test('pairs tell it by what they are sure of', () => {
  const document = documentOf([sentence('a', 2000)], [sentence('e', 4000)]);
  const found = (sure: number) => [
    { beads: [{ source: [0], target: [0], sure }], expected: USUAL, alone: [0], reach: { first: [0, 0], last: [1, 1] } },
  ];
  expect(lengthRatio([document], found(1))).toBeCloseTo(1.82);
  expect(lengthRatio([document], found(0))).toBeCloseTo(1.1);
});

test('kana say no more than letters, Chinese characters and Korean syllables more', () => {
  const length = (text: string, locale: string) => signsOf([text], locale).length;
  expect(length('さくら', 'ja')).toBe(3);
  expect(length('東京', 'ja')).toBeCloseTo(4.8);
  expect(length('서울', 'ko')).toBeCloseTo(4.8);
});
