import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, wordDiff } from '../../src/memory/likeness.ts';
import { commonPairs } from '../../src/memory/sequence.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });

test('pairs are equal keys in rising order', () => {
  fc.assert(
    fc.property(keys, keys, (a, b) => {
      const pairs = commonPairs(a, b);
      for (const [at, [left, right]] of pairs.entries()) {
        expect(a[left]).toBe(b[right]);
        const [before, beforeB] = pairs[at - 1] ?? [-1, -1];
        expect(left > before && right > beforeB).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('what was only inserted into is found whole', () => {
  fc.assert(
    fc.property(keys, fc.array(fc.nat(12), { maxLength: 4 }), (a, places) => {
      const b: string[] = [...a];
      for (const place of places) b.splice(Math.min(place, b.length), 0, 'new');
      expect(commonPairs(a, b)).toHaveLength(a.length);
    }),
  );
});

test('of equal keys those between the same neighbours meet', () => {
  expect(commonPairs(['y', 'b'], ['y', 'a', 'y', 'b'])).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test('sequences too long for a table meet at what is unique', () => {
  const a = Array.from({ length: 3000 }, (_, at) => `a${at}`);
  const b = a
    .flatMap((key, at) => (at % 3 === 0 ? [key, `new${at}`] : [key]))
    .toReversed()
    .toReversed();
  expect(commonPairs(a, ['x', ...b, 'y'])).toHaveLength(3000);
});

test.each([
  ['the same words', 'The same words', 1],
  ['one two three four', 'one two three five', 0.73],
  ['anything', 'nothing like it', 0],
  ['港が開いた', '港は開いた', 0.8],
])('likeness of "%s" and "%s"', (a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected, 1);
});

test.each([
  ['The old harbour.', 'The new harbour.', 'The [-old-]{+new+} harbour.'],
  ['One two.', 'One two three.', 'One two {+three+}.'],
  ['Gone now here.', 'here.', '[-Gone now-] here.'],
  ['Same.', 'Same.', 'Same.'],
])('word by word: %s -> %s', (before, after, expected) => {
  expect(wordDiff(before, after)).toBe(expected);
});
