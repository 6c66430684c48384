/** What sacreBLEU 2.6.0 gives for the same texts (`CHRF().sentence_score`, `word_order=2`, `beta=1`), on its scale of 100. */

import { expect, test } from 'vitest';
import { chrf } from '../../src/language/chrf.ts';

test.each([
  ['The house is big.', 'The house is large.', 58.6443, 60.2786, 61.4583],
  ['a', 'a b c', 38.4615, 38.4615, 50],
  ['¡Hola, mundo! 😀', 'Hola mundo 😀.', 42.9121, 38.1374, 40.4728],
  ['abc', 'xyz', 0, 0, 0],
  ['El río es largo y rojo.', 'El río es rojo, y largo.', 53.2909, 54.8731, 54.2447],
  ['', 'x', 0, 0, 0],
])('%j beside %j', (text, reference, plain, withWords, symmetric) => {
  expect(100 * chrf(text, reference)).toBeCloseTo(plain, 3);
  expect(100 * chrf(text, reference, { wordOrder: 2 })).toBeCloseTo(withWords, 3);
  expect(100 * chrf(text, reference, { beta: 1 })).toBeCloseTo(symmetric, 3);
});
