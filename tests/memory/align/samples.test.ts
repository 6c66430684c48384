import { expect, test } from 'vitest';
import { type Document, documentsOf } from '../../../src/memory/align/document.ts';
import type { Alignment } from '../../../src/memory/align/lattice.ts';
import { samplesOf } from '../../../src/memory/align/samples.ts';
import type { Signs } from '../../../src/memory/align/signs.ts';
import { articleOf } from '../../support/paragraphs.ts';

/** Articles of so many sentences, each said by the edition's sentence of the same length and no other. */
function articles(count: number, sentences: number): { documents: Document[][]; found: Alignment[][] } {
  const documents = Array.from({ length: count }, (_, article) => {
    const text = Array.from({ length: sentences }, (_, at) => 'a'.repeat(1 + article * sentences + at));
    return documentsOf(articleOf([text], 'en'), articleOf([text], 'es'));
  });
  const beads = Array.from({ length: sentences }, (_, at) => ({ source: [at], target: [at], sure: 0.8 }));
  return { documents, found: documents.map((own) => own.map(() => ({ beads }) as unknown as Alignment)) };
}

const lengths = () => (a: Signs, b: Signs) => [a.length, b.length];

test('each pair is a sample, as sure as it is, beside texts of other articles', () => {
  const { documents, found } = articles(10, 6);
  const samples = samplesOf(documents, found, lengths) ?? [];
  const pairs = samples.filter(({ isPair }) => isPair);
  expect(pairs.map(({ features, weight }) => [...Array.from(features), weight])).toEqual(
    Array.from({ length: 60 }, (_, at) => [at + 1, at + 1, 0.8]),
  );
  const strangers = samples.filter(({ isPair }) => !isPair);
  const articleAt = (length: number) => Math.floor((length - 1) / 6);
  expect(strangers.length).toBeGreaterThan(180);
  const isStrange = ({ features }: { readonly features: ArrayLike<number> }) =>
    articleAt(features[0] as number) !== articleAt(features[1] as number);
  expect(strangers.every(isStrange)).toBe(true);
});

test('neighbours are taken for no pairs where both are sure, and count for half', () => {
  const { documents, found } = articles(10, 6);
  const sure = found.map((all) =>
    all.map(({ beads }) => ({ beads: beads.map((bead) => ({ ...bead, sure: 0.95 })) }) as unknown as Alignment),
  );
  const neighbours = (samplesOf(documents, sure, lengths) ?? []).filter(({ isPair, weight }) => !isPair && weight === 0.5);
  // Of six in a row: four that are next to two, and four that are next but one to two.
  expect(neighbours.length).toBe(10 * (2 * 5 + 2 * 4));
});

test('too few pairs are no samples', () => {
  const { documents, found } = articles(8, 6);
  expect(samplesOf(documents, found, lengths)).toBeUndefined();
  const alone = articles(1, 60);
  expect(samplesOf(alone.documents, alone.found, lengths)).toBeUndefined();
});
