import { describe, expect, test } from 'vitest';
import { hasTwin, joinedRuns, wordRuns } from '../../src/language/runs.ts';
import { countScripts } from '../../src/language/scripts.ts';

const TEXTS = [
  "The king's 9-year-old don’t-ask son, O'Neill -- and «naïve» words_here 3½.",
  'Об’єднані Нації: 1,5 млн — «так»',
  'زادت الأسعار ١٢٪ في القاهرة (BBC)',
  'उन्होंने कहा कि 5 लोग आए।',
  '東京で会いましょう、カフェで。3日 𠮷野家',
  '한국은 2019년에',
  'הארי פוטר וה"אבן"',
  '\u0301stray mark, trail- ’quoted’ a’b’',
  '',
];

describe('runs are what regular expressions find', () => {
  test.each(TEXTS)('%s', (text) => {
    expect(wordRuns(text)).toEqual(text.match(/[\p{L}\p{M}]+/gu) ?? []);
    expect(joinedRuns(text)).toEqual(text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []);
  });
});

test.each([
  ['La la empresa', true],
  ['La, la empresa', false],
  ['das\u00a0 das', true],
  ['had had', true],
  ['hat hats', false],
  ['très-très bien', false],
])('a word that follows itself: %s', (text, expected) => expect(hasTwin(text)).toBe(expected));

describe('letters are counted by script', () => {
  test.each(TEXTS)('%s', (text) => {
    const counts = countScripts(text);
    expect(counts.letters).toBe(text.match(/\p{L}/gu)?.length ?? 0);
    for (const script of ['Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Hebrew'])
      expect(counts.of(script)).toBe(text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0);
  });

  test('most letters besides the expected script', () => {
    expect(countScripts('Слово and a word').most(['Latin'])).toBe('Cyrillic');
    expect(countScripts('Слово and a word').most(['Cyrillic'])).toBe('Latin');
    expect(countScripts('12 + 3').most([])).toBeUndefined();
    expect(countScripts('').of('Klingon')).toBe(0);
  });
});
