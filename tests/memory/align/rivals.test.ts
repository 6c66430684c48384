import { expect, test } from 'vitest';
import { rivalFinder } from '../../../src/memory/align/rivals.ts';
import { signsOf } from '../../../src/memory/align/signs.ts';

const texts = ['The mayor opened the harbour.', 'Bats sleep in old barns.', 'The harbour was closed by the mayor of the town.'].map(
  (text, article) => ({
    article,
    signs: signsOf([text], 'en'),
  }),
);

test('rivals are texts of other articles that have the words, the one with most of them first', () => {
  const rivals = rivalFinder(texts, () => [
    ['harbo', 2],
    ['mayor', 1],
  ]);
  const text = signsOf(['whatever'], 'es');
  expect(rivals(text, 7)).toEqual([texts[0], texts[2]]);
  expect(rivals(text, 0)).toEqual([texts[2]]);
});
