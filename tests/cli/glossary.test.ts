import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

/** A translator with one sentence to say; names as it knows them. */
const ENGINE = `
import { appendFileSync } from 'node:fs';
const SAID = {
  'The mayor met Erdogan.': 'La alcaldesa vio a Erdogán.',
  'Erdogan left.': 'Erdogán se fue.',
  'The president, Erdogan, left.': 'El presidente se fue.',
  'Nothing else happened.': 'No pasó nada más.',
};
export default {
  name: 'mine',
  pricePerMillionCharacters: 20,
  translate: async ({ texts, to }) => {
    appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ to, texts }) + '\\n');
    return texts.map((text) => SAID[text] ?? text);
  },
};
`;
const CSV = '\uFEFFsource;target;kind\r\nErdogan;Erdogán;person\r\n';
const files = {
  'mine.mjs': ENGINE,
  'locales/es/glossary.csv': CSV,
  'articles/en/a.md': '# Nothing else happened.\n\nThe mayor met Erdogan.\n\nErdogan left.\n',
  'articles/en/b.md': '# Nothing else happened.\n\nThe president, Erdogan, left.\n',
  'articles/en/c.md': '# Nothing else happened.\n',
};
const config = { engine: 'mine', engines: { mine: { module: './mine.mjs' } } };

async function translated() {
  const project = checkout(files, config);
  expect((await project.run('translate')).code).toBe(0);
  project.sent();
  return project;
}

test('a correction shows every affected segment before and after, and writes nothing under --dry-run', async () => {
  const project = await translated();
  const before = ['articles/es/a.md', 'articles/es/b.md', 'locales/es/glossary.csv'].map(project.read);
  const { code, events, summary } = await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(events.filter(({ type }) => type === 'affected')).toMatchObject([
    { slug: 'a', action: 'repair', before: 'La alcaldesa vio a Erdogán.', after: 'La alcaldesa vio a Erdoğan.' },
    { slug: 'a', action: 'repair', before: 'Erdogán se fue.', after: 'Erdoğan se fue.' },
    { slug: 'b', action: 'resend', before: 'El presidente se fue.' },
  ]);
  expect(summary).toMatchObject({
    dryRun: true,
    affected: { repair: 2, resend: 1, reviewed: 0, editions: 2, characters: 29, cost: 0.00058 },
  });
  expect(['articles/es/a.md', 'articles/es/b.md', 'locales/es/glossary.csv'].map(project.read)).toEqual(before);
  expect(project.sent()).toEqual([]);
});

test('a correction is done in every edition, and changes no other byte', async () => {
  const project = await translated();
  const [a, c] = [project.read('articles/es/a.md'), project.modified('articles/es/c.md')];
  const { code, stdout } = await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan');
  // The engine, which knows no terms, leaves the name out of one sentence: that is for a person.
  expect(code).toBe(1);
  expect(stdout).toContain('3 segments in 2 editions: 2 repaired, 1 translated again (29 characters');
  expect(project.read('locales/es/glossary.csv')).toBe(CSV.replace('Erdogán', 'Erdoğan'));
  expect(project.read('articles/es/a.md')).toBe(a.replaceAll('Erdogán', 'Erdoğan'));
  expect(project.modified('articles/es/c.md')).toBe(c);
  expect(project.sent()).toEqual(['The president, Erdogan, left.']);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test('the same edit in the file, followed by translate, does the same', async () => {
  const project = await translated();
  const a = project.read('articles/es/a.md');
  project.write('locales/es/glossary.csv', CSV.replace('Erdogán', 'Erdoğan'));
  expect((await project.run('translate')).code).toBe(0);
  expect(project.read('articles/es/a.md')).toBe(a.replaceAll('Erdogán', 'Erdoğan'));
  expect(project.sent()).toEqual(['The president, Erdogan, left.']);
});

test('a term that the engine does not bring is told, with its sentences as they are now', async () => {
  const project = checkout({ 'articles/en/a.md': 'The harbour office closed. Nobody came.\n' });
  await project.run('translate');
  const { code, stdout } = await project.run('glossary', 'set', 'es', 'harbour office', 'Autoridad Portuaria');
  expect(code).toBe(1);
  expect(stdout).toContain('a: the engine did not bring the term\n    The harbour office closed.\n  + THE HARBOUR OFFICE CLOSED.');
  expect(stdout).toContain('One sentence does not say "Autoridad Portuaria": correct it in the edition');
  const again = await project.run('check', '--json');
  expect(again.events.filter(({ check }) => check === 'terms')).toMatchObject([{ expected: ['Autoridad Portuaria'] }]);
});

test('a term that is set once more is told again as long as sentences lack it, and nothing is sent', async () => {
  const project = await translated();
  await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan');
  project.sent();
  const set = (...options: string[]) => project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan', ...options);
  for (const options of [[], ['--dry-run']]) {
    const { code, stdout } = await set(...options);
    expect([code, stdout.match(/is so already|the engine did not bring the term/g)]).toEqual([
      1,
      ['is so already', 'the engine did not bring the term'],
    ]);
    expect(stdout).toContain('b: the engine did not bring the term\n    The president, Erdogan, left.\n  + El presidente se fue.');
  }
  const { events, summary } = await set('--json');
  expect(events.filter(({ type }) => type === 'resent')).toMatchObject([{ slug: 'b', after: 'El presidente se fue.', isSaid: false }]);
  expect(summary.affected).toMatchObject({ repair: 0, resend: 0, characters: 0, lacking: 1 });
  expect(project.sent()).toEqual([]);
  // Corrected in the edition, as the command said.
  project.write('articles/es/b.md', project.read('articles/es/b.md').replace('El presidente', 'El presidente Erdoğan'));
  expect((await set()).code).toBe(0);
  expect((await set('--json')).events.filter(({ type }) => type === 'affected')).toEqual([]);
});

test('what a person reviewed is listed and left to them', async () => {
  const project = await translated();
  project.write('articles/es/a.md', project.read('articles/es/a.md').replace('Erdogán se fue', 'Erdogán ya se fue'));
  await project.run('translate');
  const { events } = await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan', '--json');
  expect(events.filter(({ type }) => type === 'affected').map(({ action }) => action)).toEqual(['repair', 'reviewed', 'resend']);
  expect(project.read('articles/es/a.md')).toContain('La alcaldesa vio a Erdoğan.');
  expect(project.read('articles/es/a.md')).toContain('Erdogán ya se fue.');
});

test('a term that is removed leaves the editions as they are', async () => {
  const project = await translated();
  const a = project.read('articles/es/a.md');
  expect((await project.run('glossary', 'remove', 'es', 'Erdogan')).code).toBe(0);
  expect(project.read('locales/es/glossary.csv')).toBe('\uFEFFsource;target;kind\r\n');
  expect((await project.run('translate')).code).toBe(0);
  expect([project.read('articles/es/a.md'), project.sent()]).toEqual([a, []]);
  expect((await project.run('glossary', 'remove', 'es', 'Erdogan')).code).toBe(2);
});

test.each([
  [
    'in the record',
    async (project: Awaited<ReturnType<typeof translated>>) => {
      const id = /trans-unit id="([^"]+)"(?:(?!trans-unit id)[\s\S])*El presidente/.exec(project.read('locales/es/articles/b.xlf'))?.[1];
      await project.run('waive', 'es', 'b', id ?? '', 'terms', '--reason', 'he is named above');
    },
  ],
  [
    'in the source',
    async (project: Awaited<ReturnType<typeof translated>>) => {
      project.write('articles/en/b.md', '# Nothing else happened.\n\n<!-- dragoman:allow terms -->\nThe president, Erdogan, left.\n');
      await project.run('translate');
    },
  ],
])('a sentence that is waived %s does not lack the term', async (_, waive) => {
  const project = await translated();
  await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan');
  expect((await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan')).code).toBe(1);
  await waive(project);
  const { code, events } = await project.run('glossary', 'set', 'es', 'Erdogan', 'Erdoğan', '--json');
  expect([code, events.filter(({ action, isSaid }) => action === 'lacking' || isSaid === false)]).toEqual([0, []]);
});

test('an import tells what brings its terms into the editions, where it brought any', async () => {
  const project = await translated();
  project.write('in.csv', 'source,target\nAnkara,Ankara\n');
  expect((await project.run('glossary', 'import', 'in.csv')).stdout).toContain('"dragoman translate"');
  expect((await project.run('glossary', 'import', 'in.csv')).stdout).not.toContain('translate');
});

test('glossaries go out and come in as TBX, for spreadsheets and for Google', async () => {
  const project = checkout({ ...files, 'locales/es/glossary.csv': 'source,target,kind\n=SUM,=SUMA,term\nUN,ONU,organization\n' }, config);
  expect((await project.run('glossary', 'export', 'out.tbx')).code).toBe(0);
  expect((await project.run('glossary', 'export', 'out.csv', '--spreadsheet')).code).toBe(0);
  expect((await project.run('glossary', 'export', 'google.csv', '--google')).code).toBe(0);
  expect(project.read('google.csv')).toBe('=SUM,=SUMA\nUN,ONU\n');
  expect(project.read('out.csv')).toContain('"\t=SUM","\t=SUMA",term');
  for (const file of ['out.tbx', 'out.csv']) {
    project.write('locales/es/glossary.csv', 'source,target,kind\n');
    expect((await project.run('glossary', 'import', file, '--json')).summary).toMatchObject({ locale: 'es', terms: 2, added: 2 });
    expect(project.read('locales/es/glossary.csv')).toBe('source,target,kind\n=SUM,=SUMA,term\nUN,ONU,organization\n');
  }
});

test('confirmed forms are proposed, and written only when asked for', async () => {
  const project = await translated();
  project.write('articles/es/a.md', project.read('articles/es/a.md').replace('Erdogán se fue', 'Erdoganito se fue'));
  await project.run('translate');
  const { events, summary } = await project.run('glossary', 'learn', '--json');
  expect(events[0]).toMatchObject({ type: 'proposal', locale: 'es', source: 'Erdogan', form: 'Erdoganito', count: 1 });
  expect([summary.written, project.read('locales/es/glossary.csv')]).toEqual([false, CSV]);
  await project.run('glossary', 'learn', '--write');
  expect(project.read('locales/es/glossary.csv')).toBe('\uFEFFsource;target;kind;forms\r\nErdogan;Erdogán;person;Erdoganito\r\n');
});

test.each([
  [['set', 'fr', 'A', 'B'], '"fr" is not a target locale'],
  [['set', 'es', 'A', ''], 'a source and a target'],
  [['set', 'es', 'A', 'B', '--kind', 'animal'], 'no kind of term'],
  [['export', 'out.txt'], 'no format that is known'],
])('glossary %j is refused', async (args, message) => {
  const { code, stderr } = await checkout(files, config).run('glossary', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
