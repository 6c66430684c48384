import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { stringsCheck } from '../../src/checks/strings.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { compareStrings } from '../../src/strings/compare.ts';
import { readStrings } from '../../src/strings/read.ts';

const SOURCE = `{
  "hello": "Hello, {{name}} {{- raw, number}} and $t(bye)",
  "nav": { "home": "Home" },
  "item_one": "{{count}} item of {{name}}",
  "item_other": "{{count}} items of {{name}}"
}`;

const differences = (output: object, to: string) =>
  compareStrings(readStrings(SOURCE, { locale: 'en', namespace: 'ui' }), JSON.stringify(output, null, 2), to).map(
    ({ kind, path, line, names }) => `${line} ${kind} ${path}: ${names.join(' ')}`,
  );

const RIGHT = { hello: '{{name}} {{raw, datetime}} $t(bye)', nav: { home: 'X' } };

describe('a localized file is held against its source', () => {
  test('nothing to find', () => {
    expect(differences({ ...RIGHT, item_other: '{{count}} {{name}}' }, 'ja')).toEqual([]);
    expect(differences({ ...RIGHT, item_one: 'one of {{name}}', item_other: '{{count}} {{name}}' }, 'de')).toEqual([]);
  });

  test('forms that the locale needs, and those that it has not', () => {
    expect(differences({ ...RIGHT, item_one: '{{count}} {{name}}', item_other: '{{count}} {{name}}' }, 'uk')).toEqual([
      '7 missing form item_other: few many',
    ]);
    expect(differences({ ...RIGHT, item_one: '{{count}} {{name}}', item_other: '{{count}} {{name}}' }, 'ja')).toEqual([
      '6 superfluous form item_one: one',
    ]);
  });

  test('interpolations lost and unknown; a form for many numbers needs its count', () => {
    const forms = {
      item_one: 'один {{name}}',
      item_few: '{{count}} {{name}}',
      item_many: '{{count}} {{nom}}',
      item_other: '{{count}} {{name}}',
    };
    expect(differences({ ...RIGHT, ...forms, hello: '{{name}} {{nombre}} $t(adios)' }, 'uk')).toEqual([
      '2 missing interpolation hello: raw $t(bye)',
      '2 superfluous interpolation hello: nombre $t(adios)',
      '6 missing interpolation item_one: count',
      '8 missing interpolation item_many: name',
      '8 superfluous interpolation item_many: nom',
    ]);
  });

  test('a form for one number may say it, however it is filled in', () => {
    const source = '{"x_one": "{{n}} of {{all}}", "x_other": "{{n}} of {{all}}"}';
    const kinds = (output: object, to: string) =>
      compareStrings(readStrings(source, { locale: 'en', namespace: 'ui' }), JSON.stringify(output), to).map(({ kind, names }) => [
        kind,
        ...names,
      ]);
    expect(kinds({ x_one: 'one of {{all}}', x_other: '{{n}} of {{all}}' }, 'de')).toEqual([]);
    expect(kinds({ x_one: 'one', x_other: '{{n}} of' }, 'de')).toEqual([
      ['missing interpolation', 'n', 'all'],
      ['missing interpolation', 'all'],
    ]);
  });

  test('a key that is not there', () => {
    expect(differences({ hello: RIGHT.hello, nav: { x: 'y' }, item_other: '{{count}} {{name}}' }, 'ja')).toEqual([
      '4 missing key nav.home: nav.home',
    ]);
  });
});

test('the check speaks of strings only, with a line', () => {
  const article = readStrings(SOURCE, { locale: 'en', namespace: 'ui' });
  const edition = { article, locale: 'ja', targets: new Map() };
  const findings = runChecks([stringsCheck], edition, { output: SOURCE });
  expect(findings).toEqual([
    expect.objectContaining({ message: 'item_one is a form that ja does not have', line: 4, level: 'warning', got: ['one'] }),
  ]);
  const markdown = readArticle('# x', { slug: 'x', locale: 'en' });
  expect(runChecks([stringsCheck], { ...edition, article: markdown }, { output: '# x' })).toEqual([]);
});
