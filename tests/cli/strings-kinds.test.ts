import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const HUGO = `home = "Front page"

[replies]
one = "{{ .Count }} reply"
other = "{{ .Count }} replies"
`;
const CODE = '{ "title": { "message": "Hello {name}", "description": "Who reads" } }\n';
const MENU = '- title: News\n  url: /news/\n';
const MESSAGES = '{ "cart": "You have {n, plural, one {# item} other {# items}}." }\n';

const files = {
  'i18n/en.toml': HUGO,
  'i18n/en/code.json': CODE,
  '_data/menu.yml': MENU,
  'messages/en.json': MESSAGES,
};
const strings = [
  { name: 'theme', edition: 'i18n/{locale}.toml' },
  { name: 'docusaurus', edition: 'i18n/{locale}/{namespace}.json', kind: 'docusaurus' },
  { name: 'data', source: '_data/{namespace}.yml', edition: '_data/{locale}/{namespace}.yml' },
  { edition: 'messages/{locale}.json', kind: 'icu' },
];

test('files of strings of several kinds are translated, checked, and found up to date', async () => {
  const project = checkout(files, { targetLocales: ['uk'], strings });
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read('i18n/uk.toml')).toBe(`home = "FRONT PAGE"

[replies]
one = "{{ .Count }} REPLY"
few = "{{ .Count }} REPLIES"
many = "{{ .Count }} REPLIES"
other = "{{ .Count }} REPLIES"
`);
  expect(project.read('i18n/uk/code.json')).toBe('{ "title": { "message": "HELLO {name}", "description": "Who reads" } }\n');
  expect(project.read('_data/uk/menu.yml')).toBe('- title: NEWS\n  url: /news/\n');
  expect(project.read('messages/uk.json')).toBe(
    '{ "cart": "YOU HAVE {n, plural, one {# ITEM} few {# ITEMS} many {# ITEMS} other {# ITEMS}}." }\n',
  );
  const { stdout } = await project.run('status');
  for (const name of ['theme', 'docusaurus/code', 'data/menu', 'strings']) expect(stdout).toContain(`${name} (strings)`);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
  project.sent();
  expect((await project.run('translate')).code).toBe(0);
  expect(project.sent()).toEqual([]);
});

test("a person's words in a branch stay; a placeholder that is lost is an error", async () => {
  const project = checkout(files, { targetLocales: ['es'], strings });
  await project.run('translate');
  const own = project.read('messages/es.json').replace('one {# ITEM}', 'one {# cosa}');
  project.write('messages/es.json', own);
  project.write('i18n/es.toml', project.read('i18n/es.toml').replace('FRONT PAGE', 'Portada'));
  project.write('messages/en.json', MESSAGES.replace('You have', 'There are'));
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read('messages/es.json')).toBe(own.replace('YOU HAVE', 'THERE ARE'));
  expect(project.read('i18n/es.toml')).toContain('home = "Portada"');
  project.write('i18n/es/code.json', project.read('i18n/es/code.json').replace('{name}', '{nombre}'));
  const { code, events } = await project.run('check', '--json');
  expect(code).toBe(1);
  expect(events).toContainEqual(
    expect.objectContaining({ check: 'strings', level: 'error', expected: ['name'], file: 'i18n/es/code.json' }),
  );
});

test('a pattern that matches nothing, and a name that is there twice, are errors of the configuration', async () => {
  const missing = await checkout(files, { strings: [{ edition: 'lang/{locale}.json' }] }).run('translate');
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('"strings.0.edition" matches no file')]);
  const twice = await checkout(files, { strings: [{ edition: 'i18n/{locale}.toml' }, { edition: 'messages/{locale}.json' }] }).run(
    'translate',
  );
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('"strings.1.name" is not usable')]);
});
