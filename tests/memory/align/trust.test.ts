import { describe, expect, test } from 'vitest';
import { trusted } from '../../../src/memory/align/trust.ts';

/** Pairs of one sentence with one, and whether each is taken. */
function taken(trusts: readonly number[], isTaught = true) {
  const pairs = trusts.map((trust, at) => ({ source: [at], target: [at], sure: trust, trust }));
  return trusted([[pairs]], isTaught)
    .flat(2)
    .map(({ isClear }) => isClear);
}

describe('pairs are taken', () => {
  test('as long as few of those taken are likely to be wrong', () => {
    const sure = Array.from({ length: 99 }, () => 1);
    expect(taken([...sure, 0.81]).at(-1)).toBe(true);
    expect(taken([...sure.slice(0, 9), 0.8]).at(-1)).toBe(false);
  });

  test('however few there are, where each is certain', () => {
    expect(taken([0.95, 0.93])).toEqual([true, false]);
  });

  test('where no words are known, if most of the edition is clear', () => {
    expect(taken([0.95, 0.95, 0.5, 0.5, 0.5], false)).not.toContain(true);
    expect(taken([0.95, 0.95, 0.95, 0.5, 0.5], false)).toEqual([true, true, true, false, false]);
    expect(taken([0.95, 0.95, 0.5, 0.5, 0.5])).toEqual([true, true, false, false, false]);
  });

  test('never below what is asked of each', () => {
    expect(taken([...Array.from({ length: 999 }, () => 1), 0.74]).at(-1)).toBe(false);
  });
});

test('two sentences said in one must be surer; three in one, and a sentence without a partner, are never taken', () => {
  const sure = Array.from({ length: 99 }, (_, at) => ({ source: [at], target: [at], sure: 1, trust: 1 }));
  const others = [
    { source: [99, 100], target: [99], sure: 0.83, trust: 0.83 },
    { source: [101], target: [], sure: 1, trust: 0 },
    { source: [102], target: [100], sure: 0.82, trust: 0.82 },
    { source: [103, 104, 105], target: [101], sure: 1, trust: 1 },
  ];
  const found = trusted([[[...sure, ...others]]], true).flat(2);
  expect(found.slice(-4).map(({ isClear }) => isClear)).toEqual([false, false, true, false]);
});
