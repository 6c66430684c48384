import { expect, test } from 'vitest';
import { counted, inDollars } from '../src/text/counted.ts';

test.each([
  [0, '0 sentences', '0 entries'],
  [1, '1 sentence', '1 entry'],
  [2, '2 sentences', '2 entries'],
  [12_000, '12,000 sentences', '12,000 entries'],
])('%d', (count, sentences, entries) => {
  expect([counted(count, 'sentence'), counted(count, 'entry', 'entries')]).toEqual([sentences, entries]);
});

test.each([
  [0, '$0.00'],
  [0.000032, '$0.000032'],
  [0.0043, '$0.0043'],
  [0.01, '$0.01'],
  [1.204, '$1.20'],
  [1e-12, '$0.00000000'],
])('%d dollars', (cost, shown) => expect(inDollars(cost)).toBe(shown));
