import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

const story = `---
title: The ferry is back
---

The night ferry is back. It left with *many* people.

The town pays the rest.
`;

const tmx = (source: string, target: string) =>
  `<tmx version="1.4"><header srclang="en-US" creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"/><body>
  <tu><tuv xml:lang="EN-US"><seg>${source}</seg></tuv><tuv xml:lang="ES-ES"><seg>${target}</seg></tuv><tuv xml:lang="fr"><seg>x</seg></tuv></tu></body></tmx>`;

test('an imported memory is recalled from, whatever tool and encoding it comes in', async () => {
  const { run, read, root, sent } = checkout({ 'articles/en/story.md': story });
  const memory = tmx(
    'It left with <bpt i="7">&lt;i&gt;</bpt>many<ept i="7">&lt;/i&gt;</ept> people.',
    'Salió con <bpt i="7">&lt;i&gt;</bpt>mucha<ept i="7">&lt;/i&gt;</ept> gente.',
  );
  writeFileSync(join(root, 'Old memory.tmx'), Buffer.from(`\uFEFF${memory}`, 'utf16le'));
  const imported = await run('memory', 'import', 'Old memory.tmx', '--json');
  expect(imported.summary).toEqual({ type: 'summary', imported: { es: 1 } });
  expect(read('locales/es/memory/Old-memory.xlf')).toContain('Salió con <g id="1">mucha</g> gente.');
  const { summary } = await run('translate', '--json');
  expect(summary.segments).toMatchObject({ total: 4, recalled: 1, translated: 3 });
  expect(sent()).not.toContain('It left with <g id="1">many</g> people.');
  expect(read('articles/es/story.md')).toContain('Salió con *mucha* gente.');
});

test('a memory of other languages is refused', async () => {
  const { run, write } = checkout({});
  write('a.tmx', tmx('A', 'B').replace('en-US', 'de').replace('EN-US', 'de'));
  expect(await run('memory', 'import', 'a.tmx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("its source language is not this project's"),
  });
  expect(await run('memory', 'import', 'missing.tmx')).toMatchObject({ code: 2 });
  expect(await run('memory', 'import', 'a.docx')).toMatchObject({ code: 2 });
});

test('what is exported can be imported elsewhere, as TMX and as XLIFF', async () => {
  const here = checkout({ 'articles/en/story.md': story });
  await here.run('translate');
  expect((await here.run('memory', 'export', 'out.tmx', '--json')).summary).toEqual({ type: 'summary', exported: 4 });
  await here.run('memory', 'export', 'out.xlf', '--to', 'es');
  expect((await here.run('memory', 'export', 'reviewed.tmx', '--reviewed', '--json')).summary).toEqual({ type: 'summary', exported: 0 });
  for (const file of ['out.tmx', 'out.xlf']) {
    const there = checkout({ 'articles/en/another.md': story, [file]: here.read(file) });
    expect((await there.run('memory', 'import', file, '--json')).summary).toEqual({ type: 'summary', imported: { es: 4 } });
    expect((await there.run('translate', '--json')).summary.segments).toMatchObject({ recalled: 4, translated: 0 });
    expect(there.read('articles/es/another.md')).toBe(here.read('articles/es/story.md'));
  }
});

test('an edition that a person made is adopted and survives the next change of its source', async () => {
  const edition = `---
title: Vuelve el ferri
---

El ferri nocturno ha vuelto. Zarpó con *mucha* gente. Nadie llegó tarde.

Un párrafo que solo está aquí y que es bastante largo, con el número 1234.

El ayuntamiento paga el resto.
`;
  const { run, read, write, sent } = checkout({ 'articles/en/story.md': story, 'articles/es/story.md': edition });
  const untouched = await run('translate', '--json');
  expect(read('articles/es/story.md')).toBe(edition);
  expect(untouched.events).toContainEqual(expect.objectContaining({ type: 'finding', check: 'hand-made' }));
  const { summary, events } = await run('memory', 'align', '--json');
  expect(summary).toMatchObject({ type: 'summary', editions: 1, sentences: 4, aligned: 4, leftOut: 0, pending: 0, unreadable: 0 });
  expect(events.filter((event) => event.type === 'finding').map((event) => event.message)).toContain(
    'A paragraph of the edition has no source.',
  );
  write('articles/en/story.md', story.replace('pays the rest', 'pays the rest of it'));
  await run('translate');
  expect(sent()).toEqual(['The town pays the rest of it.']);
  expect(read('articles/es/story.md')).toBe(edition.replace('El ayuntamiento paga el resto.', 'THE TOWN PAYS THE REST OF IT.'));
  expect((await run('memory', 'align', '--json')).summary).toMatchObject({ editions: 0 });
});

test("git merges two branches' records through the driver", async () => {
  const { run, read, write, root } = checkout({ 'articles/en/story.md': story, '.gitignore': '.dragoman/\nrequests.ndjson\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { encoding: 'utf8' });
  const edit = (from: string, to: string) => write('articles/es/story.md', read('articles/es/story.md').replace(from, to));
  git('init', '-q', '-b', 'main');
  git('config', 'merge.dragoman.driver', `'${process.execPath}' '${MAIN}' merge-file %O %A %B %P`);
  write('.gitattributes', 'locales/*/articles/**/*.xlf merge=dragoman\n');
  await run('translate');
  git('add', '-A');
  git('commit', '-qm', 'start');
  git('checkout', '-qb', 'other');
  edit('THE TOWN PAYS THE REST.', 'El ayuntamiento paga.');
  await run('translate');
  git('commit', '-qam', 'other');
  git('checkout', '-q', 'main');
  edit('THE FERRY IS BACK', 'Vuelve el ferri');
  await run('translate');
  git('commit', '-qam', 'main');
  git('merge', '-q', 'other', '-m', 'merged');
  const merged = read('articles/es/story.md');
  expect(merged).toContain('Vuelve el ferri');
  expect(merged).toContain('El ayuntamiento paga.');
  const { summary } = await run('translate', '--json');
  expect(summary.segments).toMatchObject({ translated: 0, reviewed: 2, pending: 0 });
  expect(read('articles/es/story.md')).toBe(merged);
});

test('an engine that takes examples gets what people approved for sentences like those that it is sent', async () => {
  const engine = `
import { appendFileSync } from 'node:fs';
export default {
  name: 'keen',
  takesExamples: true,
  translate: async ({ texts, examples }) => {
    appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ texts: (examples ?? []).map((one) => JSON.stringify(one)) }) + '\\n');
    return texts.map((text) => text.toUpperCase());
  },
};
`;
  const { run, sent, write, read } = checkout(
    { 'articles/en/one.md': 'The old harbour of the town opens again on Monday morning.\n', 'keen.mjs': engine },
    { engine: 'keen', engines: { keen: { module: './keen.mjs' } } },
  );
  await run('translate');
  write('articles/en/two.md', 'The old harbour of the town opens again on Sunday morning.\n');
  await run('translate');
  expect(sent()).toEqual([]);
  const approved = 'El puerto viejo de la villa reabre el lunes por la mañana.';
  write('articles/es/one.md', read('articles/es/one.md').replace(/.+/, approved));
  await run('translate');
  const near = await run('memory', 'find', 'The old harbour of the town opens again on Tuesday morning.', '--json');
  expect(near.events[0]).toMatchObject({
    type: 'near',
    locale: 'es',
    slug: 'one',
    likeness: expect.any(Number),
    state: 'reviewed',
    target: approved,
  });
  write('articles/en/three.md', 'The old harbour of the town opens again on Friday morning.\n');
  await run('translate');
  expect(sent().map((one) => JSON.parse(one))).toEqual([
    { source: 'The old harbour of the town opens again on Monday morning.', target: approved },
  ]);
});
