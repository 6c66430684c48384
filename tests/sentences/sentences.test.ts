import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../src/sentences.ts';
import { dataFolder } from '../support/data.ts';

const folder = join(import.meta.dirname, 'cases');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const cases = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => of(line, file.replace('.txt', '')));
  describe(`${file}`, () => {
    test.each(cases)('$locale: $marked', ({ locale, marked }) => {
      expect(sentences(marked.replaceAll('|', ''), locale).join('|')).toBe(marked);
    });
  });
}

function of(line: string, locale: string) {
  const own = /^([a-z]{2}): (.*)$/.exec(line);
  return { locale: own?.[1] ?? locale, marked: own?.[2] ?? line };
}

describe('line breaks', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['end a sentence', 'Title\nText of it.\n\nMore', ['Title\n', 'Text of it.\n\n', 'More']],
    ['do not within a wrapped line', 'It was a cold \nnight.', ['It was a cold \nnight.']],
    [
      'do not behind a long line',
      `${'A long line goes on and on, '.repeat(3)}with\nits end.`,
      [`${'A long line goes on and on, '.repeat(3)}with\nits end.`],
    ],
    [
      'do when blank, even before small letters',
      `${'a long line goes on, '.repeat(4)}here\n\nthere`,
      [`${'a long line goes on, '.repeat(4)}here\n\n`, 'there'],
    ],
    ['end list items', '* apples\n* pears', ['* apples\n', '* pears']],
    ['at the start belong to the first', '\n\nOne. Two.', ['\n\nOne. ', 'Two.']],
  ];
  test.each(cases)('%s', (_, text, expected) => expect(sentences(text, 'en')).toEqual(expected));
});

test('no text is no sentence', () => {
  expect(sentences('', 'en')).toEqual([]);
  expect(sentences(' ', 'en')).toEqual([' ']);
});

describe('law: the pieces join to the text, and none is empty', () => {
  const locale = fc.constantFrom('en', 'uk', 'de', 'fr', 'ja', 'zh', 'he', 'hi', 'hy', 'el', 'th', 'pt-BR', 'zh-Hant-TW', 'xx');
  const holds = (text: string, tag: string) => {
    const pieces = sentences(text, tag);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece !== '')).toBe(true);
  };
  const fragment = fc.constantFrom(
    ...[
      '. ',
      '.',
      ' ',
      '\n',
      '\r\n',
      '! ',
      '?',
      '…',
      '. . . ',
      '"',
      '“',
      '”',
      '«',
      '»',
      ' »',
      '(',
      ')',
      '[1]',
      '- ',
      '— ',
      ', — ',
      '•',
      '1',
      '2) ',
      '1) ',
    ],
    ...[
      'Mr',
      'U.S',
      'z. B. ',
      'т. д. ',
      'EE. UU. ',
      'a',
      'A',
      'the',
      'The',
      'I',
      'p.m',
      '5',
      'И',
      'и',
      '。',
      '「',
      '」',
      '।',
      '։',
      ';',
      ':',
      '\u202a',
      '\ud800',
      '😀',
    ],
  );
  test('on any Unicode', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), locale, holds)));
  test('on what decides', () =>
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
        locale,
        holds,
      ),
      { numRuns: 500 },
    ));
});

const data = dataFolder();
describe.skipIf(data === undefined)('golden cases', () => {
  const tidy = (pieces: readonly string[]) => pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '');
  const lines = data === undefined ? [] : readFileSync(join(data, 'sentences/golden.jsonl'), 'utf8').trimEnd().split('\n');
  const cases = lines.map((line) => JSON.parse(line) as { lang: string; set: string; input: string; expected: string[] });
  const share = (chosen: typeof cases) =>
    chosen.filter(({ input, lang, expected }) => tidy(sentences(input, lang)).join('|') === tidy(expected).join('|')).length /
    chosen.length;
  const golden = cases.filter(({ set }) => set === 'golden');

  test('of all languages: at least 92 %', () => expect(share(golden)).toBeGreaterThanOrEqual(0.92));
  test('of English: at least 95 %', () => expect(share(golden.filter(({ lang }) => lang === 'en'))).toBeGreaterThanOrEqual(0.95));
});
