/** A raw wire text on the whole road: import, translate with Apertium, a second run, the proof. */

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { dataFolder } from '../support/data.ts';

const root = resolve(import.meta.dirname, '../..');
const pairs = ['eng-spa', 'eng-cat'].every((pair) => existsSync(`/usr/share/apertium/modes/${pair}.mode`));
if (!pairs) console.log('skipped: Apertium with eng-spa and eng-cat is not installed (scripts/setup apertium-eng-spa apertium-eng-cat)');

/** The wire text given with the project, or one of the same form. */
function wireText(): string {
  const data = dataFolder();
  const folder = data === undefined ? undefined : join(data, '../articles');
  const name = folder !== undefined && existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.txt')) : undefined;
  if (folder !== undefined && name !== undefined) return readFileSync(join(folder, name), 'utf8');
  return ` date 2026-01-15 The harbour of Quillhaven was closed for six hours on Thursday. Nobody was hurt.

The harbour office said that 1. the wind was too strong, and 2. "nobody should have sailed".

What happened

At 07:40 a ferry with 214 passengers turned back. The United Nations were not involved.
`;
}

test.skipIf(!pairs)('a wire text becomes editions in es and ca, and the next run has nothing to do', async () => {
  const project = checkout({}, { targetLocales: ['es', 'ca'], engine: 'apertium', checks: {} });
  for (const locale of ['es', 'ca'])
    cpSync(join(root, `locales/${locale}/glossary.csv`), join(project.root, `locales/${locale}/glossary.csv`), { recursive: true });
  project.write('wire.txt', wireText());

  const imported = await project.run('import', 'wire.txt', '--slug', 'wire', '--json');
  expect(imported.code).toBe(0);
  const source = project.read('articles/en/wire.md');
  expect(source).toMatch(/^---\ntitle: ".+[^.]"\ndate: \d{4}-\d{2}-\d{2}\n---\n/);
  expect(source.match(/^## .+$/gm)).toHaveLength(1);
  expect(source).not.toContain(' date 20');

  const first = await project.run('translate', '--json');
  expect([0, 1]).toContain(first.code);
  expect(first.summary).toMatchObject({ articles: 1, editions: 2, segments: { pending: 0 } });
  const blocks = (text: string) => text.split('\n\n').map((block) => /^(---|## )?/.exec(block)?.[0]);
  for (const locale of ['es', 'ca']) {
    const edition = project.read(`articles/${locale}/wire.md`);
    expect(blocks(edition)).toEqual(blocks(source));
    expect(edition).toMatch(/^date: \d{4}-\d{2}-\d{2}$/m);
    expect(edition).not.toMatch(/[*@#]\p{L}/u);
  }
  const second = await project.run('translate', '--json');
  expect(second.summary).toMatchObject({ segments: { translated: 0 }, engine: { characters: 0 }, files: { written: 0 } });
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test("this repository's own articles go through the pseudo engine with the structure and the terms that they have", async () => {
  const project = checkout({}, { targetLocales: ['es'], engine: 'pseudo', checks: {} });
  cpSync(join(root, 'articles/en'), join(project.root, 'articles/en'), { recursive: true });
  cpSync(join(root, 'locales/es/glossary.csv'), join(project.root, 'locales/es/glossary.csv'), { recursive: true });
  const { code, summary } = await project.run('translate', '--json');
  expect(summary.segments.pending).toBe(0);
  expect(code).toBe(0);
  expect(summary.findings.error).toBe(0);
  expect(project.read('articles/es/2026-03-05-sagrada-familia.md')).toContain('Sagrada Família');
  expect((await project.run('check', '--frozen')).code).toBe(0);
});
