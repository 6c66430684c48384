import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CAPITALS } from '../support/checkout.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const UI = `{
  "home": "Front page",
  "nav": { "older": "Older {{kind}}", "brand": "{{title}}" },
  "reply_one": "{{count}} reply",
  "reply_other": "{{count}} replies"
}
`;

const STORY = { 'articles/en/story.md': '# A quiet day\n' };
const files = { 'locales/en/ui.json': UI };
const source = 'locales/en/ui.json';
const localized = 'locales/es/ui.json';
const record = 'locales/es/strings/ui.xlf';

test('strings are translated as articles are, and counted apart from them', async () => {
  const project = checkout({ ...files, ...STORY });
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(project.read(localized)).toBe(`{
  "home": "FRONT PAGE",
  "nav": { "older": "OLDER {{kind}}", "brand": "{{title}}" },
  "reply_one": "{{count}} REPLY",
  "reply_many": "{{count}} REPLIES",
  "reply_other": "{{count}} REPLIES"
}
`);
  expect(summary).toMatchObject({ articles: 1, editions: 1, segments: { total: 6, translated: 6 }, files: { written: 4 } });
  expect(project.sent().filter((text) => text.includes('replies'))).toHaveLength(1);
  expect((await project.run('translate', '--frozen', '--json')).summary).toMatchObject({
    editions: 1,
    fresh: 1,
    strings: { files: 1, fresh: 1 },
  });
  expect((await project.run('check', '--json')).summary).toMatchObject({ articles: 1, editions: 1, strings: { files: 1 } });
  const { stdout, summary: status } = await project.run('status', '--json');
  expect(status).toMatchObject({ editions: 1, strings: { files: 1, fresh: 1 } });
  expect(stdout).toContain('{"type":"edition","format":"strings","slug":"ui","locale":"es","state":"fresh"');
  expect((await project.run('status')).stdout).toContain('ui (strings)');
});

test('a localized file that has lost every string is refused and named; one that is gone is written again', async () => {
  const project = checkout({ [source]: '{ "home": "Front page", "more": "More news" }' });
  const run = inProcess(project.root);
  await run('translate');
  const [whole, before] = [project.read(localized), project.read(record)];
  for (const left of ['{}', '{ "home": "" }', '']) {
    project.write(localized, left);
    const { code, stderr } = await run('translate');
    expect({ left, code }).toEqual({ left, code: 2 });
    expect(stderr).toContain(`${localized}: emptied`);
    expect([project.read(localized), project.read(record)]).toEqual([left, before]);
  }
  rmSync(join(project.root, localized));
  expect((await run('translate')).code).toBe(0);
  expect(project.read(localized)).toBe(whole);
  expect(project.sent()).toHaveLength(2);
});

test('a second run sends nothing and leaves bytes and times alone', async () => {
  const project = checkout(files);
  await project.run('translate');
  project.sent();
  const before = [project.modified(localized), project.modified(record), project.read(localized), project.read(record)];
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(summary).toMatchObject({
    articles: 0,
    editions: 0,
    segments: { recalled: 5, translated: 0 },
    files: { written: 0, unchanged: 2 },
  });
  expect([project.modified(localized), project.modified(record), project.read(localized), project.read(record)]).toEqual(before);
  expect(project.sent()).toEqual([]);
});

test.each<[string, (ui: string) => string, string[]]>([
  ['a changed string', (ui) => ui.replace('Front page', 'Start page'), ['Start page']],
  ['a new key', (ui) => ui.replace('"nav"', '"more": "More",\n  "nav"'), ['More']],
  ['a key renamed', (ui) => ui.replace('"home"', '"start"'), []],
  ['a key moved', (ui) => ui.replace('  "home": "Front page",\n', '').replace('"reply_one"', '"home": "Front page",\n  "reply_one"'), []],
  ['a key deleted', (ui) => ui.replace('  "home": "Front page",\n', ''), []],
])('%s costs what is new', async (_, edit, expected) => {
  const project = checkout(files);
  await project.run('translate');
  project.sent();
  project.write(source, edit(UI));
  expect((await project.run('translate')).code).toBe(0);
  expect(project.sent()).toEqual(expected);
  const keys = (json: string) => Object.keys(JSON.parse(json) as object).filter((key) => key !== 'reply_many');
  expect(keys(project.read(localized))).toEqual(keys(edit(UI)));
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test("a person's correction stays with its key through later changes of the source", async () => {
  const project = checkout({ [source]: '{ "a": "Close", "b": "Close" }\n' });
  await project.run('translate');
  project.write(localized, project.read(localized).replace('"b": "CLOSE"', '"b": "Cerca"'));
  const { summary } = await project.run('translate', '--json');
  expect(summary).toMatchObject({ segments: { reviewed: 1, translated: 0 } });
  expect(project.read(localized)).toBe('{ "a": "CLOSE", "b": "Cerca" }\n');
  project.write(source, '{ "c": "Close", "b": "Close", "a": "Close" }\n');
  await project.run('translate');
  expect(project.read(localized)).toMatch(/"b": "Cerca", "a": "CLOSE" }/);
  project.write(source, '{ "a": "Close", "b": "Nearby" }\n');
  const { stdout } = await project.run('translate');
  expect(project.read(localized)).toBe('{ "a": "CLOSE", "b": "NEARBY" }\n');
  expect((await project.run('check', '--json')).stdout + stdout).toContain('Cerca');
});

test('each language gets the plural forms that it has; a correction of one leaves the others', async () => {
  const project = checkout(files, { targetLocales: ['uk', 'ja'] });
  await project.run('translate');
  const keys = (locale: string) => Object.keys(JSON.parse(project.read(`locales/${locale}/ui.json`)) as object).slice(2);
  expect(keys('uk')).toEqual(['reply_one', 'reply_few', 'reply_many', 'reply_other']);
  expect(keys('ja')).toEqual(['reply_other']);
  const uk = 'locales/uk/ui.json';
  project.write(uk, project.read(uk).replace('"reply_few": "{{count}} REPLIES"', '"reply_few": "{{count}} відповіді"'));
  project.write(source, UI.replace('"home"', '"more": "More",\n  "home"'));
  await project.run('translate');
  expect(JSON.parse(project.read(uk))).toMatchObject({
    more: 'MORE',
    reply_few: '{{count}} відповіді',
    reply_many: '{{count}} REPLIES',
    reply_other: '{{count}} REPLIES',
  });
});

test('a file that people made is adopted by its keys: only what it lacks is sent, and nothing else of it changes', async () => {
  const made = UI.replace('Front page', 'Portada')

    .replace('{{count}} reply', '{{count}} respuesta')
    .replace('{{count}} replies', '{{count}} respuestas');
  const project = checkout({ ...files, [localized]: made });
  expect((await project.run('translate', '--frozen')).stdout).toContain(`${localized}  hand-made`);
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(project.sent()).toEqual(['<x id="1"/> replies']);
  expect(summary).toMatchObject({ segments: { total: 5, reviewed: 4, translated: 1 } });
  expect(project.read(localized)).toBe(made.replace('  "reply_other"', '  "reply_many": "{{count}} REPLIES",\n  "reply_other"'));
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test('a complete file that people made keeps every byte, and sends nothing', async () => {
  const made = '{ "home": "Portada", "same": "RSS" }\n';
  const project = checkout({ [source]: '{ "home": "Front page", "same": "RSS" }\n', [localized]: made });
  const modified = project.modified(localized);
  expect((await project.run('translate')).code).toBe(0);
  expect(project.sent()).toEqual([]);
  expect([project.read(localized), project.modified(localized)]).toEqual([made, modified]);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test("a value without a source is its person's, and stays", async () => {
  const made = '{ "home": "Portada",\n "own": "Propio" }\n';
  const project = checkout({ [source]: '{ "home": "Front page" }\n', [localized]: made });
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read(localized)).toBe(made);
  project.write(source, '{ "home": "Front page", "more": "More" }\n');
  await project.run('translate');
  expect(project.read(localized)).toBe('{ "home": "Portada",\n "more": "MORE",\n "own": "Propio" }\n');
});

test('a string that a person took out stays out, is told, and comes back with --fill', async () => {
  const project = checkout({ [source]: '{ "home": "Front page", "more": "More news" }' });
  await project.run('translate');
  project.sent();
  const left = '{ "home": "FRONT PAGE" }';
  project.write(localized, left);
  const { code, events } = await project.run('translate', '--json');
  expect([code, project.read(localized), project.sent()]).toEqual([1, left, []]);
  expect(events).toContainEqual(expect.objectContaining({ check: 'left-out', source: 'More news' }));
  expect((await project.run('translate', '--fill')).code).toBe(0);
  expect(project.read(localized)).toBe('{ "home": "FRONT PAGE", "more": "MORE NEWS" }');
});

test('strings take part only where no article is named; a dry run writes none', async () => {
  const project = checkout({ ...files, ...STORY });
  expect((await project.run('translate', '--dry-run', '--json')).summary).toMatchObject({
    segments: { pending: 6 },
    files: { written: 0 },
  });
  await project.run('translate', 'story');
  expect(project.sent()).toEqual(['A quiet day']);
  expect(() => project.read(localized)).toThrow();
});

/** An engine that knows no terms is sent names as marks. */
const glossary = {
  'locales/es/glossary.csv': 'source,target,kind\nFront page,Portada,place\n',
  'engine.mjs': CAPITALS.replace("name: 'capitals',", "name: 'capitals', takesTerms: false,"),
};

test('glossary and checks hold strings too', async () => {
  const project = checkout({ ...files, ...glossary });
  await project.run('translate');
  expect(project.read(localized)).toContain('"home": "Portada"');
  project.write(localized, project.read(localized).replace('OLDER {{kind}}', 'OLDER'));
  const { code, stdout } = await project.run('check', '--format', 'json');
  expect(code).toBe(1);
  expect(stdout).toContain('"check":"strings","level":"error"');
  expect(stdout).not.toMatch(/"check":"(structure|front-matter|dead-links)"/);
});

test('one correction of the glossary reaches strings', async () => {
  const project = checkout({ ...files, ...glossary });
  await project.run('translate');
  const { code } = await project.run('glossary', 'set', 'es', 'Front page', 'Primera plana');
  expect(code).toBe(0);
  expect(project.read(localized)).toContain('"home": "Primera plana"');
});

test('a file of strings that cannot be read is named once; articles are done', async () => {
  const project = checkout({ ...STORY, [source]: '{\n "home": \n' }, { targetLocales: ['es', 'ca'] });
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr.split(`${source}:`)).toHaveLength(2);
  expect(project.read('articles/es/story.md')).toBe('# A QUIET DAY\n');
});
