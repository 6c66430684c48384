import { expect, test } from 'vitest';
import { numberedNames } from '../src/text/numbered-names.ts';

test('a name that is taken gets the first number that is free', () => {
  const taken = new Set(['a-2']);
  const unique = numberedNames(taken, (name, number) => `${name}-${number}`, 1);
  expect(['a', 'a', 'a', 'a-1', 'b', 'a'].map(unique)).toEqual(['a', 'a-1', 'a-3', 'a-1-1', 'b', 'a-4']);
  expect(taken.size).toBe(7);
});

test('each number is tried once', () => {
  let tried = 0;
  const unique = numberedNames(
    new Set(),
    (name, number) => {
      tried++;
      return `${name}-${number}`;
    },
    1,
  );
  for (let nth = 0; nth < 1_000; nth++) unique('a');
  expect(tried).toBe(999);
});
