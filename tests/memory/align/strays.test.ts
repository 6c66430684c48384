import { expect, test } from 'vitest';
import { strayRatio, strayShares } from '../../../src/memory/align/strays.ts';

const strays = (count: number, borrowed: number, strange: number) =>
  Array.from({ length: count }, () => ({ alone: 1, kinds: { borrowed, strange } }));

test('texts that are likelier from elsewhere tell how many are', () => {
  expect(strayShares(strays(100, 0.001, 0.05)).borrowed).toBeLessThan(0.02);
  expect(strayShares(strays(100, 1000, 5)).borrowed).toBeCloseTo(0.9, 1);
  const half = strayShares([...strays(50, 1000, 5), ...strays(50, 0.001, 8)]);
  expect(half.borrowed).toBeCloseTo(0.45, 1);
  expect(half.strange).toBeCloseTo(0.45, 1);
});

test('a person may always have written one', () => {
  const shares = strayShares(strays(1000, 1000, 1000));
  expect(shares.borrowed + shares.strange).toBeCloseTo(0.9, 5);
});

test('where every text has its partner, nothing is known of the others: the usual shares', () => {
  const shares = strayShares([{ alone: 0, kinds: { borrowed: 1000, strange: 20 } }]);
  expect([shares.borrowed, shares.strange]).toEqual([0.25, 0.25]);
});

test('a text is as likely one that translates nothing as its kinds are', () => {
  expect(strayRatio({ borrowed: 10, strange: 2 }, { borrowed: 0.5, strange: 0.25 })).toBe(0.25 + 5 + 0.5);
});
