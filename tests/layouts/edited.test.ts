/** Editions beside their sources, under names with the locale: a person edits them, and two runs leave every byte of them. */

import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const source = `---
title: The ferry is back
tags: [sea]
---

The night ferry left the old harbour. Nobody was late.

The town pays for half of it.
`;
const EDITS: Readonly<Record<string, (edition: string) => string>> = {
  joined: (text) => text.replace('LATE.\n\nTHE TOWN', 'LATE. THE TOWN'),
  mark: (text) => `\uFEFF${text}`,
  end: (text) => text.trimEnd(),
  ends: (text) => text.replaceAll('\n', '\r\n'),
  blank: (text) => text.replace('\n\nTHE TOWN', '  \n \t\n\n\nLA VILLA'),
  keys: (text) => text.replace('tags: [sea]', "slug: 'el-ferri'\ntags: [ sea ] # mar"),
};
const editionOf = (name: string) => `content/${name}.es.md`;
const config = { sources: [{ source: 'content/{slug}.md', edition: 'content/{slug}.{locale}.md' }] };

test('suffixes: no byte changes, nothing is sent, and the second run writes no record', async () => {
  const names = Object.keys(EDITS);
  const project = checkout(Object.fromEntries(names.map((name) => [`content/${name}.md`, source])), config);
  await project.run('translate');
  project.sent();
  const edited = names.map((name) => EDITS[name]?.(project.read(editionOf(name))) ?? '');
  for (const [at, name] of names.entries()) project.write(editionOf(name), edited[at] as string);
  const records = () => names.map((name) => project.read(`locales/es/articles/${name}.xlf`));
  const files = () => names.map((name) => project.read(editionOf(name)));
  expect((await project.run('translate')).code).toBeLessThan(2);
  expect(files()).toEqual(edited);
  const taken = records();
  expect((await project.run('translate')).code).toBeLessThan(2);
  expect(files()).toEqual(edited);
  expect(records()).toEqual(taken);
  expect(project.sent()).toEqual([]);
});

test('front matter without its end cannot be read: exit 2, and both files stay', async () => {
  const project = checkout({ 'content/a.md': source }, config);
  await project.run('translate');
  const broken = project.read(editionOf('a')).replace('\n---\n', '\n');
  project.write(editionOf('a'), broken);
  const record = project.read('locales/es/articles/a.xlf');
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain(editionOf('a'));
  expect([project.read(editionOf('a')), project.read('locales/es/articles/a.xlf')]).toEqual([broken, record]);
});
