/** A localized file of strings is merged, as an edition is: law 6, and what its source's author changes. */

import { describe, expect, test } from 'vitest';
import { drawnStrings, judgedStrings } from '../support/law-six-strings.ts';
import { random } from '../support/random.ts';
import { STRING_CASES } from '../support/string-cases.ts';
import { runStrings, type StringsCase } from '../support/string-room.ts';

/** `npm run bench:strings` makes two thousand. */
const EDITS = 4;
const LOCALES = ['es', 'uk', 'ja'];

test.each(STRING_CASES.flatMap((one) => LOCALES.map((to) => [`${one.name} in ${to}`, one, to] as const)))('law 6: %s', (name, one, to) => {
  const dice = random([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
  const first = runStrings(one, one.source, to);
  for (let count = 0; count < EDITS; count++) {
    const { kinds, edition } = drawnStrings(one, first, dice);
    expect({ kinds, edition, broken: judgedStrings(one, to, first, edition, dice) ?? [] }).toEqual({ kinds, edition, broken: [] });
  }
});

const json: StringsCase = { name: 'json', edition: 'locales/{locale}/words.json', source: '' };
const yaml: StringsCase = { name: 'yaml', edition: '_data/{locale}/words.yml', source: '' };
const toml: StringsCase = { name: 'toml', edition: 'i18n/{locale}.toml', source: '' };

/** The file after its person's edit and then its author's. */
function edited(one: StringsCase, source: string, person: (text: string) => string, author: (text: string) => string) {
  const first = runStrings(one, source, 'es');
  const edition = person(first.edition);
  const learned = runStrings(one, source, 'es', { edition, record: first.record });
  expect(learned.edition).toBe(edition);
  return runStrings(one, author(source), 'es', learned);
}

const same = (text: string) => text;

describe('an untouched file follows its source byte for byte', () => {
  const SOURCES: readonly (readonly [string, StringsCase, string, (text: string) => string])[] = [
    ['a new key', json, '{\n  "a": "One word",\n  "b": "Two"\n}\n', (text) => text.replace('  "b"', '  "n": "New",\n  "b"')],
    ['a new first key', json, '{\n  "a": "One word",\n  "b": "Two"\n}\n', (text) => text.replace('  "a"', '  "n": "New",\n  "a"')],
    ['a new last key', json, '{ "a": "One word" }', (text) => text.replace(' }', ', "n": "New" }')],
    ['two new last keys', json, '{\n  "a": "One"\n}\n', (text) => text.replace('"One"', '"One",\n  "b": "Two",\n  "c": { "d": "Three" }')],
    ['a new map', json, '{\n  "a": "One"\n}\n', (text) => text.replace('"One"', '"One",\n  "m": {\n    "x": "Ex",\n    "n": 4\n  }')],
    ['a gone key', json, '{\n  "a": "One",\n  "b": "Two",\n  "c": "Three"\n}\n', (text) => text.replace('  "b": "Two",\n', '')],
    ['a gone last key', json, '{\n  "a": "One",\n  "b": "Two"\n}\n', (text) => text.replace(',\n  "b": "Two"', '')],
    [
      'keys in another order',
      json,
      '{\n  "a": "One",\n  "b": "Two",\n  "c": "Three"\n}\n',
      () => '{\n  "c": "Three",\n  "a": "One",\n  "b": "Two"\n}\n',
    ],
    ['a value without words', json, '{\n  "a": "One",\n  "n": 3\n}\n', (text) => text.replace('3', '[4]')],
    [
      'a plural',
      json,
      '{\n  "a": "One"\n}\n',
      (text) => text.replace('"One"', '"One",\n  "x_one": "{{count}} word",\n  "x_other": "{{count}} words"'),
    ],
    ['a member of a list', json, '{\n  "l": ["Red", "Blue"]\n}\n', (text) => text.replace('"Red"', '"Green", "Red"')],
    ['a new key in YAML', yaml, 'a: One\nb: Two\n', (text) => text.replace('b:', '# New\nn: New word\nb:')],
    ['a new last key in YAML', yaml, 'a:\n  x: One\nb: Two\n', (text) => `${text}\nc:\n  d: Three\n`],
    ['a gone key with its comment', yaml, 'a: One\n# Of b\nb: Two\nc: Three\n', (text) => text.replace('# Of b\nb: Two\n', '')],
    ['another comment', yaml, 'a: One\n# Of b\nb: Two\n', (text) => text.replace('# Of b', '# Of it\n# all')],
    [
      'a member of a list in YAML',
      yaml,
      'menu:\n  - title: One\n    url: /1/\n  - title: Two\n    url: /2/\n',
      (text) => text.replace('  - title: Two', '  - title: New\n    url: /n/\n  - title: Two'),
    ],
    [
      'members in another order',
      yaml,
      'menu:\n  - title: One\n    url: /1/\n  - title: Two\n    url: /2/\n',
      () => 'menu:\n  - title: Two\n    url: /2/\n  - title: One\n    url: /1/\n',
    ],
    ['a new table', toml, 'a = "One"\n\n[b]\nother = "Two"\n', (text) => `${text}\n[c]\nother = "Three"\n`],
    ['a new key above tables', toml, 'a = "One"\n\n[b]\nother = "Two"\n', (text) => text.replace('"One"\n', '"One"\nn = "New"\n')],
  ];
  test.each(SOURCES)('%s', (_, one, source, author) => {
    const { edition } = edited(one, source, same, author);
    expect(edition).toBe(runStrings(one, author(source), 'es').edition);
  });
});

describe("what is a person's stays", () => {
  test('own keys, order, layout and line ends, beside a changed value and a new key', () => {
    const source = '{\n  "a": "One",\n  "b": "Two"\n}\n';
    const mine = '\uFEFF{\r\n\t"own": "Propio",\r\n\t"b": "TWO",\r\n\t"a" : "\\u0055no"\r\n}';
    const { edition, sent } = edited(
      json,
      source,
      () => mine,
      (text) => text.replace('Two', 'Two words').replace('"a"', '"n": "New",\n  "a"'),
    );
    expect(sent).toEqual(['New', 'Two words']);
    expect(edition).toBe('\uFEFF{\r\n\t"n": "NEW",\r\n\t"own": "Propio",\r\n\t"b": "TWO WORDS",\r\n\t"a" : "\\u0055no"\r\n}');
  });

  test('plural forms of its own', () => {
    const source = '{ "x_one": "{{count}} word", "x_other": "{{count}} words" }\n';
    const mine = '{ "x_zero": "ninguna", "x_one": "una", "x_many": "{{count}} de palabras", "x_other": "{{count}} palabras" }\n';
    const { edition } = edited(
      json,
      source,
      () => mine,
      (text) => text.replace('" }', '", "n": "New" }'),
    );
    expect(edition).toBe(mine.replace('palabras" }', 'palabras", "n": "NEW" }'));
  });

  test('a value without words that both changed, with a finding', () => {
    const source = 'a: One\nurl: /en/\n';
    const { edition, findings } = edited(
      yaml,
      source,
      (text) => text.replace('/en/', '/es/'),
      (text) => text.replace('/en/', '/english/'),
    );
    expect(edition).toBe('a: ONE\nurl: /es/\n');
    expect(findings).toEqual([expect.stringContaining('changed-twice')]);
    expect(edited(yaml, source, same, (text) => text.replace('/en/', '/english/')).edition).toBe('a: ONE\nurl: /english/\n');
  });

  test('a string that a person changed while its source lost it', () => {
    const source = '{\n  "a": "One",\n  "b": "Two"\n}\n';
    const first = runStrings(json, source, 'es');
    const edition = first.edition.replace('TWO', 'Dos');
    const left = runStrings(json, '{\n  "a": "One"\n}\n', 'es', { edition, record: first.record });
    expect([left.edition, left.findings]).toEqual([edition, [expect.stringContaining('changed-twice')]]);
    // Learned before, it goes with its source, and is kept in the record.
    const learned = runStrings(json, source, 'es', { edition, record: first.record });
    const gone = runStrings(json, '{\n  "a": "One"\n}\n', 'es', learned);
    expect(gone.edition).toBe('{\n  "a": "ONE"\n}\n');
    expect(runStrings(json, source, 'es', gone)).toMatchObject({ sent: [], edition });
  });

  test('comments and quoting in YAML', () => {
    const source = 'a: One word\nb: "Two"\n';
    const mine = "# mío\nb: 'Dos'   # dos\n\na: 'Una palabra'\n";
    const { edition } = edited(
      yaml,
      source,
      () => mine,
      (text) => text.replace('Two', 'Two words'),
    );
    expect(edition).toBe("# mío\nb: 'TWO WORDS'   # dos\n\na: 'Una palabra'\n");
  });

  test('a key that a person had before the source got it', () => {
    const { edition, sent } = edited(
      json,
      '{ "a": "One" }',
      () => '{ "b": "Dos", "a": "Uno" }',
      () => '{ "a": "One", "b": "Two" }',
    );
    expect([edition, sent]).toEqual(['{ "b": "Dos", "a": "Uno" }', []]);
  });

  test('what a person took out stays out, and what they emptied stays empty', () => {
    const source = '{ "a": "One", "b": "Two", "c": "Three" }\n';
    const { edition, sent } = edited(
      json,
      source,
      () => '{ "b": "", "c": "THREE" }\n',
      (text) => text.replace('Three', 'Four'),
    );
    expect([edition, sent]).toEqual(['{ "b": "", "c": "FOUR" }\n', ['Four']]);
  });
});
