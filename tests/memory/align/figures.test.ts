import { expect, test } from 'vitest';
import { corpusOf, plainComparer } from '../../../src/memory/align/evidence.ts';
import { type Signs, signsOf } from '../../../src/memory/align/signs.ts';
import { AT, FEATURE_COUNT } from '../../../src/memory/align/usual-weights.ts';

function featuresOf(a: Signs, b: Signs): Float64Array {
  const features = new Float64Array(FEATURE_COUNT).fill(9);
  plainComparer(corpusOf([a], [b]), () => [0, 0])(a, b, features);
  return features;
}

test.each([
  ['It moved out in the 1930s.', 'zh', '它于20世纪30年代迁出。'],
  ['It moved out in the 1930s.', 'ru', 'Она переехала в 30-х годах.'],
  ['It moved out in the 1930s.', 'de', 'Sie zog in den 1930er Jahren aus.'],
  ['It opens at 3 pm.', 'fr', 'Il ouvre à 15 heures.'],
  ['It opened in the 19th century.', 'sv', 'Den öppnade på 1800-talet.'],
])('%j has the figures of its translation (%s) in another way', (source, locale, target) => {
  const [own, theirs] = [signsOf([source], 'en'), signsOf([target], locale)];
  for (const [a, b] of [
    [own, theirs],
    [theirs, own],
  ] as const) {
    const features = featuresOf(a, b);
    expect([features[AT.figureLost], features[AT.figureOwn]]).toEqual([0, 0]);
    expect(features[AT.figure]).toBeGreaterThan(0);
  }
});

test('other figures are others', () => {
  const [own, theirs] = [signsOf(['It moved out in the 1930s.'], 'en'), signsOf(['它于20世纪50年代迁出。'], 'zh')];
  const features = featuresOf(own, theirs);
  expect([features[AT.figure], features[AT.figureLost], features[AT.figureOwn]]).toEqual([0, 1, 2]);
});
