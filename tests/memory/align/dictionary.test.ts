import { expect, test } from 'vitest';
import { commonWords, dictionary } from '../../../src/memory/align/dictionary.ts';

/** What is known of a word. */
function known(pairs: readonly { readonly source: string; readonly target: string }[], word: string) {
  return pairs.filter(({ source }) => source === word).map(({ target }) => target);
}

test('countries, months and weekdays are known by name', () => {
  const names = dictionary('en', 'de');
  expect(['Canada', 'May', 'Monday'].flatMap((word) => known(names, word))).toEqual(['Kanada', 'Mai', 'Montag']);
});

test('units, parts of time, days from today and great numbers are known as words', () => {
  const words = commonWords('en', 'de');
  expect(known(words, 'miles')).toEqual(['Meilen']);
  expect(known(words, 'hour')).toContain('Stunde');
  expect(known(words, 'yesterday')).toEqual(['gestern']);
  expect(known(words, 'million')).toEqual(['Millionen']);
});

test('great numbers that the other language does not count in are no words of it', () => {
  expect(known(commonWords('en', 'ja'), 'million')).toEqual([]);
  expect(known(commonWords('en', 'ja'), 'yesterday')).toEqual(['昨日']);
});

test('a sign is no word', () => {
  expect(known(commonWords('en', 'zh'), 'percent')).toEqual([]);
});
