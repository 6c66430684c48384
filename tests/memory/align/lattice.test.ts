import { expect, test } from 'vitest';
import { alignTexts, type Reach, type Starts, USUAL } from '../../../src/memory/align/lattice.ts';

/** Texts by letters: the same letter is a translation, another is none. */
function aligned(source: string, target: string, starts?: Starts, worth: (a: string, b: string) => number = (a, b) => (a === b ? 6 : -6)) {
  const ratio = (at: number, tall: number, to: number, wide: number) =>
    tall === 1 && wide === 1 ? worth(source[at] as string, target[to] as string) : tall * wide > 0 ? Number.NEGATIVE_INFINITY : 0;
  const { beads, alone } = alignTexts({ source: source.length, target: target.length }, ratio, USUAL, starts);
  return {
    pairs: beads.filter((one) => one.source.length * one.target.length > 0).map((one) => [one.source[0], one.target[0]]),
    beads,
    alone,
  };
}

test('what only one side has is left alone, and the rest is paired in order', () => {
  const { pairs, alone } = aligned('abcd', 'axcd');
  expect(pairs).toEqual([
    [0, 0],
    [2, 2],
    [3, 3],
  ]);
  expect(Array.from(alone, (share) => Math.round(share))).toEqual([0, 1, 0, 0]);
});

test('all alignments that there are share their likelihood', () => {
  const { beads } = aligned('ab', 'c', undefined, () => 3);
  // One of both is said, as likely either.
  expect(beads.find((one) => one.target.length === 1)?.sure).toBeCloseTo(0.5, 1);
});

test('of two that are as likely, the one in the same paragraph is meant', () => {
  // a | b c, of which the edition says: x in a paragraph of its own, c in another with it.
  const starts = (target: boolean[]) => ({ source: [true, true, false], target, alone: -3 });
  const worth = (a: string, b: string) => (a === b ? 6 : b === 'x' && a !== 'c' ? 3 : -6);
  const together = aligned('abc', 'xc', starts([true, false]), worth);
  const apart = aligned('abc', 'xc', starts([true, true]), worth);
  expect([together.pairs[0], apart.pairs[0]]).toEqual([
    [1, 0],
    [0, 0],
  ]);
});

test('a sentence that is left out at the start of a paragraph does not count against the others', () => {
  const starts = { source: [true, true, false], target: [true, true], alone: -50 };
  expect(aligned('abc', 'ac', starts).pairs).toEqual([
    [0, 0],
    [2, 1],
  ]);
});

test('by other evidence, little is looked for beside where an alignment was possible, and the same is found', () => {
  // 300 texts, of which every seventh is not said, and one that nobody has in each hundred.
  const source = Array.from({ length: 300 }, (_, at) => at);
  const target = source.filter((at) => at % 7 !== 3).flatMap((at) => (at % 100 === 50 ? [at, -1] : [at]));
  const sizes = { source: source.length, target: target.length };
  const found = (sure: number, near?: Reach) => {
    let asked = 0;
    const alignment = alignTexts(
      sizes,
      (at, tall, to, wide) => {
        asked++;
        if (tall * wide === 0) return 0;
        return tall === 1 && wide === 1 ? (source[at] === target[to] ? sure : -sure) : Number.NEGATIVE_INFINITY;
      },
      USUAL,
      undefined,
      near,
    );
    return { ...alignment, asked };
  };
  const first = found(4);
  const [whole, near] = [found(6), found(6, first.reach)];
  expect(near.beads.map(({ source, target }) => [source, target])).toEqual(whole.beads.map(({ source, target }) => [source, target]));
  for (const [at, { sure }] of near.beads.entries()) expect(sure).toBeCloseTo(whole.beads[at]?.sure as number, 6);
  expect(near.asked).toBeLessThan(whole.asked / 4);
});
