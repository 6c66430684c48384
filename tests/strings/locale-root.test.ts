/** Files of strings whose root is the language of their words. */

import { expect, test } from 'vitest';
import { withLocaleRoot } from '../../src/strings/locale-root.ts';
import { readStrings } from '../../src/strings/read.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

test.each([
  ['en:\n  a: x\n', 'a.yml', 'es:\n  a: x\n'],
  ['# of the site\n---\n"en": # root\n  a: x\n', 'a.yml', '# of the site\n---\n"es": # root\n  a: x\n'],
  ['EN-us:\n  a: x\n', 'a.yaml', 'es:\n  a: x\n'],
  ['{\n  "en" : { "a": "en" }\n}', 'a.json', '{\n  "es" : { "a": "en" }\n}'],
  ['en:\n  a: x\nfr:\n  a: y\n', 'a.yml', undefined],
  ['en: English\n', 'a.yml', undefined],
  ['menu:\n  en: x\n', 'a.yml', undefined],
  ['en: [\n', 'a.yml', undefined],
  ['[en]\na = "x"\n', 'a.toml', undefined],
  ['{\n  "@@locale": "en",\n  "a": "en"\n}', 'a.arb', '{\n  "@@locale": "es",\n  "a": "en"\n}'],
  ['{ "a": "@@locale" }', 'a.arb', undefined],
  ['{ "@@locale": ', 'a.arb', undefined],
])('%j of %s', (source, file, expected) => {
  expect(withLocaleRoot(source, file, ['en-US', 'en'], 'es')).toBe(expected ?? source);
});

test('what Ruby would read as a truth value is quoted', () => {
  expect(withLocaleRoot('en:\n  a: x\n', 'a.yml', ['en'], 'no')).toBe('"no":\n  a: x\n');
});

test('an edition that people made keeps every byte, and gains new keys below its own root', async () => {
  const source = 'en:\n  nav:\n    about: About us\n    home: The start page\n';
  const own = 'es:\n  nav:\n    about: Sobre nosotros # breve\n    home: Portada\n';
  const project = checkout(
    { '_data/locales/en.yml': source, '_data/locales/es.yml': own },
    { strings: [{ edition: '_data/locales/{locale}.yml' }] },
  );
  const run = inProcess(project.root);
  await run('translate');
  expect(project.read('_data/locales/es.yml')).toBe(own);
  project.write('_data/locales/en.yml', `${source}    more: Read on\n`);
  await run('translate');
  expect(project.read('_data/locales/es.yml')).toBe(`${own}    more: READ ON\n`);
  expect((await run('translate', '--frozen')).code).toBe(0);
});

test('a file of Flutter is translated but for what it says of itself, and another kind of file is named', async () => {
  const source = `{
  "@@locale": "en",
  "greeting": "Hello {name}",
  "@greeting": { "description": "On the first page", "placeholders": { "name": { "type": "String", "example": "Ana" } } },
  "boats": "{count, plural, =1{one boat} other{{count} boats}}"
}
`;
  const project = checkout(
    { 'l10n/app_en.arb': source, 'po/en.po': 'msgid "x"\n' },
    { targetLocales: ['es'], strings: [{ edition: 'l10n/app_{locale}.arb' }, { name: 'po', edition: 'po/{locale}.po' }] },
  );
  const { code, stdout, stderr } = await inProcess(project.root)('translate');
  const edition = JSON.parse(project.read('l10n/app_es.arb'));
  const { '@greeting': said } = JSON.parse(source);
  expect(edition).toMatchObject({ '@@locale': 'es', greeting: 'HELLO {name}', '@greeting': said });
  expect(edition.boats).toMatch(/^\{count, plural, =1\{ONE BOAT\} one \{.*other\{\{count\} BOATS\}\}$/);
  expect(readStrings(source, { locale: 'en', namespace: 'app', file: 'app_en.arb' }).blocks[0]?.note).toBe('On the first page');
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain('po/en.po: strings of a kind that is not read');
});
