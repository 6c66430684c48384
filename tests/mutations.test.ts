import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misplaced, mutations } from '../scripts/mutate/lines.ts';

test('every line that `npm run mutate` breaks is where its table says', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(40);
  expect(misplaced(join(import.meta.dirname, '..'))).toEqual([]);
});

test('a line that has gone is told', () => {
  const gone = { file: 'text.ts', text: 'no such line', becomes: '', tests: ['none.test.ts'] };
  expect(misplaced(join(import.meta.dirname, '..'), [gone])).toHaveLength(2);
});
