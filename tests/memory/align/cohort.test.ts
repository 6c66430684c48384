import { expect, test } from 'vitest';
import { type CohortText, comparerWithStrangers } from '../../../src/memory/align/cohort.ts';
import { type Signs, signsOf } from '../../../src/memory/align/signs.ts';

/** Texts of growing length, ten an article. */
function side(locale: string, articles: number): CohortText[] {
  return Array.from({ length: articles * 10 }, (_, at) => ({ article: Math.floor(at / 10), signs: signsOf(['a'.repeat(at + 1)], locale) }));
}

/** Evidence that tells which strangers were asked. */
function asked(value: (own: Signs, other: Signs) => number) {
  const lengths: number[] = [];
  const evidence = (own: Signs, other: Signs) => {
    lengths.push(other.length);
    return value(own, other);
  };
  return { lengths, evidence };
}

test('a pair is as many deviations above the usual as it has more evidence than its texts have with strangers', () => {
  const [source, target] = [side('en', 3), side('es', 3)];
  // With strangers 1 and 5 in turn: a mean of 3, a deviation of 2.
  const evidence = (own: Signs, other: Signs) =>
    own.length === 5 && other.length === 5 ? 9 : (own.length + other.length) % 2 === 0 ? 1 : 5;
  const compare = comparerWithStrangers(evidence, { source, target }, 1, 0);
  expect(compare(source[4]?.signs as Signs, target[4]?.signs as Signs)).toEqual([9, 3, 3]);
});

test('texts of the same article are no strangers, and those of a like length are asked', () => {
  const [source, target] = [side('en', 8), side('es', 8)];
  const { lengths, evidence } = asked(() => 0);
  comparerWithStrangers(evidence, { source, target }, 2, 3)(source[14]?.signs as Signs, target[34]?.signs as Signs);
  // Of the source with 15 letters: the forty targets around 30, without those of article 3 (31 to 40).
  const strangers = lengths.slice(1, 41);
  expect(strangers.toSorted((a, b) => a - b)).toEqual([
    ...Array.from({ length: 26 }, (_, at) => at + 5),
    ...Array.from({ length: 14 }, (_, at) => at + 41),
  ]);
});

test('a spread is never taken for less than one, and no pair that cannot be is compared', () => {
  const [source, target] = [side('en', 3), side('es', 3)];
  const own = [source[0]?.signs as Signs, target[0]?.signs as Signs] as const;
  expect(comparerWithStrangers((_, b) => (b === own[1] ? 4 : 1), { source, target }, 1, 0)(...own)).toEqual([4, 3, 0]);
  expect(comparerWithStrangers(() => Number.NEGATIVE_INFINITY, { source, target }, 1, 0)(...own)).toBeUndefined();
});
