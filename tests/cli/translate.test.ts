import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';

const STORY = `---
title: "A quiet day"
tags: [town]
---

The first sentence is here. The second one is **bold** and [linked](https://town.example/a).

> A quotation that runs
> over two lines.

The last paragraph.
`;

const files = { 'articles/en/story.md': STORY };
const edition = 'articles/es/story.md';
const record = 'locales/es/articles/story.xlf';

test('an edition holds the words and nothing else is touched', async () => {
  const project = checkout(files);
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(project.read(edition)).toBe(`---
title: "A QUIET DAY"
tags: [town]
---

THE FIRST SENTENCE IS HERE. THE SECOND ONE IS **BOLD** AND [LINKED](https://town.example/a).

> A QUOTATION THAT RUNS OVER TWO LINES.

THE LAST PARAGRAPH.
`);
  expect(summary).toMatchObject({ type: 'summary', articles: 1, editions: 1, segments: { total: 5, translated: 5, pending: 0 } });
  expect(summary.engine.characters).toBe(project.sent().join('').length);
});

test('a second run sends nothing and leaves bytes and times alone', async () => {
  const project = checkout(files);
  await project.run('translate');
  project.sent();
  const before = [project.modified(edition), project.modified(record), project.read(edition), project.read(record)];
  const { code, summary } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(summary).toMatchObject({
    segments: { recalled: 5, translated: 0 },
    engine: { requests: 0, characters: 0 },
    files: { written: 0, unchanged: 2 },
  });
  expect([project.modified(edition), project.modified(record), project.read(edition), project.read(record)]).toEqual(before);
  expect(project.sent()).toEqual([]);
});

test.each<[string, (story: string) => string, string[]]>([
  ['one word changed', (story) => story.replace('first', 'opening'), ['The opening sentence is here.']],
  ['a paragraph inserted', (story) => story.replace('> A', 'New here.\n\n> A'), ['New here.']],
  ['a heading inserted', (story) => story.replace('> A', '## Later\n\n> A'), ['Later']],
  ['a paragraph deleted', (story) => story.replace('\nThe last paragraph.\n', ''), []],
  ['a paragraph moved', (story) => story.replace('\nThe last paragraph.\n', '').replace('> A', 'The last paragraph.\n\n> A'), []],
  ['a link changed', (story) => story.replace('example/a', 'example/b'), []],
])('%s costs what is new', async (_, edit, expected) => {
  const project = checkout(files);
  await project.run('translate');
  project.sent();
  project.write('articles/en/story.md', edit(STORY));
  const { code } = await project.run('translate');
  expect(code).toBe(0);
  expect(project.sent()).toEqual(expected);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test('a dry run tells what would be sent; nothing is written or sent', async () => {
  const project = checkout(files);
  const { code, summary } = await project.run('translate', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(summary).toMatchObject({ segments: { total: 5, pending: 5, translated: 0 }, files: { written: 0 } });
  expect(summary.engine.characters).toBeGreaterThan(100);
  expect(project.sent()).toEqual([]);
  expect(() => project.read(edition)).toThrow();
});

test('--frozen is red until every edition is there, and says why', async () => {
  const project = checkout(files);
  expect((await project.run('translate', '--frozen')).code).toBe(1);
  await project.run('translate');
  expect((await project.run('translate', '--frozen')).code).toBe(0);
  project.write('articles/en/story.md', STORY.replace('quiet', 'loud'));
  const { code, stdout } = await project.run('translate', '--frozen');
  expect(code).toBe(1);
  expect(stdout).toContain('articles/es/story.md  stale');
  expect(stdout).toContain('A loud day');
  expect(project.sent()).toHaveLength(5);
});

test("a person's correction in the edition stays through later changes of the source", async () => {
  const project = checkout(files);
  await project.run('translate');
  project.write(edition, project.read(edition).replace('THE LAST PARAGRAPH.', 'El último párrafo.'));
  const { summary } = await project.run('translate', '--json');
  expect(summary).toMatchObject({ segments: { reviewed: 1, translated: 0 } });
  project.write('articles/en/story.md', STORY.replace('> A', 'Something new.\n\n> A').replace('first', 'opening'));
  await project.run('translate');
  expect(project.read(edition)).toContain('El último párrafo.');
  expect(project.read(edition)).toContain('SOMETHING NEW.');
});

test('an engine that fails for one locale leaves the other done; the next run completes it', async () => {
  const project = checkout(files, {
    targetLocales: ['es', 'ca'],
    engine: { default: 'capitals', ca: 'broken' },
    engines: { capitals: { module: './engine.mjs' }, broken: { module: './broken.mjs' } },
  });
  project.write('broken.mjs', "export default { name: 'broken', translate: async () => { throw new Error('out of order'); } };");
  const failed = await project.run('translate', '--json');
  expect(failed.code).toBe(3);
  expect(failed.summary.segments).toMatchObject({ translated: 5, pending: 5 });
  expect(project.read(edition)).toContain('A QUIET DAY');
  expect(() => project.read('articles/ca/story.md')).toThrow();
  expect((await project.run('translate', '--frozen')).code).toBe(1);
  project.sent();
  const mended = await project.run('translate', '--json', '--engine', 'capitals');
  expect(mended.code).toBe(0);
  expect(project.sent()).toHaveLength(5);
  expect(project.read('articles/ca/story.md')).toContain('A QUIET DAY');
});

test('a budget stops the run with exit 4, and what is done is done', async () => {
  const project = checkout({ ...files, 'articles/en/other.md': '# Other\n\nAnother story with words of its own.\n' });
  const { code, summary } = await project.run('translate', '--json', '--max-characters', '60');
  expect(code).toBe(4);
  expect(summary.engine.characters).toBeLessThanOrEqual(60);
  expect(summary.segments.pending).toBeGreaterThan(0);
  const spent = summary.engine.characters;
  const rest = await project.run('translate', '--json');
  expect(rest.code).toBe(0);
  const whole = project.sent().join('').length;
  expect(spent + rest.summary.engine.characters).toBe(whole);
});

test('Ctrl-C saves what was paid for: exit 130, and the next run sends only the rest', async () => {
  const project = checkout(
    { ...files, 'articles/en/other.md': '# Other\n\nAnother story with words of its own.\n' },
    { limits: { charactersPerRequest: 60, concurrency: 1 } },
  );
  project.write(
    'engine.mjs',
    `import { appendFileSync } from 'node:fs';
    let count = 0;
    export default { name: 'capitals', translate: async ({ texts }) => {
      appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ texts }) + '\\n');
      if (++count === 2) process.kill(process.pid, 'SIGINT');
      // Signals are heard between two turns of the event loop.
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
      return texts.map((text) => text.replace(/(<[^>]*>)|[^<]+/g, (part, tag) => tag ?? part.toUpperCase()));
    } };`,
  );
  const { code } = await project.run('translate', '--json');
  expect(code).toBe(130);
  const first = project.sent();
  expect(first.length).toBeGreaterThan(0);
  project.write('engine.mjs', (await import('../support/checkout.ts')).CAPITALS);
  expect((await project.run('translate')).code).toBe(0);
  const second = project.sent();
  expect(first.filter((text) => second.includes(text))).toEqual([]);
});

test('a localized file without a record is a person’s, and is left alone', async () => {
  const project = checkout({ ...files, [edition]: '# Hecho a mano\n' });
  const { code, events } = await project.run('translate', '--json');
  expect(code).toBe(0);
  expect(project.read(edition)).toBe('# Hecho a mano\n');
  expect(events).toContainEqual(expect.objectContaining({ type: 'finding', check: 'hand-made' }));
  expect((await project.run('translate', '--frozen')).code).toBe(1);
});

test('a sentence that lacks a term goes once more to the engine of the chain that holds to terms', async () => {
  const project = checkout(
    {
      'articles/en/story.md': '# Water\n\nThe town council met.\n\nThe sun shone.\n',
      'locales/es/glossary.csv': 'source,target\ntown council,ayuntamiento\n',
    },
    {
      engine: ['plain', 'capitals'],
      engines: { plain: { module: './plain.mjs' }, capitals: { module: './engine.mjs' } },
    },
  );
  project.write(
    'plain.mjs',
    "export default { name: 'plain', takesTerms: false, translate: async ({ texts }) => texts.map((text) => text.toUpperCase()) };",
  );
  project.write(
    'engine.mjs',
    `import { appendFileSync } from 'node:fs';
    export default { name: 'capitals', takesTerms: true, translate: async ({ texts, terms }) => {
      appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ texts }) + '\\n');
      return texts.map((text) => text.replace(terms[0].source, terms[0].target));
    } };`,
  );
  expect((await project.run('translate', '--json')).summary.findings).toEqual({ error: 0, warning: 0 });
  expect(project.sent()).toEqual(['The town council met.']);
  expect(project.read('articles/es/story.md')).toBe('# WATER\n\nThe ayuntamiento met.\n\nTHE SUN SHONE.\n');
  expect((await project.run('translate', '--json')).summary.engine.characters).toBe(0);
});

test('a source that is changed and changed back finds its reviewed sentence again, and sends nothing', async () => {
  const project = checkout(files);
  await project.run('translate');
  project.write(edition, project.read(edition).replace('THE LAST PARAGRAPH.', 'El último párrafo.'));
  await project.run('translate');
  project.write('articles/en/story.md', STORY.replace('last', 'very last'));
  await project.run('translate');
  expect(project.read(edition)).toContain('THE VERY LAST PARAGRAPH.');
  project.sent();
  project.write('articles/en/story.md', STORY);
  await project.run('translate');
  expect(project.sent()).toEqual([]);
  expect(project.read(edition)).toContain('El último párrafo.');
});
