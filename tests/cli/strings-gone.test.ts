/** Files of strings whose source goes, or is renamed: as with articles, what is a person's is kept. */

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const UI = '{\n  "home": "Front page",\n  "more": "More news",\n  "close": "Close"\n}\n';
const files = { 'locales/en/ui.json': '{ "about": "About us" }\n', 'locales/en/shop.json': UI };
const edition = 'locales/es/shop.json';
const record = 'locales/es/strings/shop.xlf';

/** A translated project, with a person's correction that no run has seen. */
async function corrected() {
  const project = checkout(files);
  const run = inProcess(project.root);
  await run('translate');
  project.write(edition, project.read(edition).replace('MORE NEWS', 'Más noticias').replace('{\n', '{\n  "own": "Clave propia",\n'));
  project.sent();
  return { ...project, run, path: (file: string) => join(project.root, file) };
}

test('a file of strings that is deleted is told by every command, and pruned; a correction comes back', async () => {
  const { run, read, write, sent, path } = await corrected();
  rmSync(path('locales/en/shop.json'));
  const orphan = { type: 'finding', check: 'orphaned', slug: 'shop', locale: 'es', file: edition };
  for (const [command, code, level] of [
    [['translate'], 0, 'warning'],
    [['status'], 0, 'warning'],
    [['check'], 0, 'warning'],
    [['check', '--frozen'], 1, 'error'],
    [['translate', '--frozen'], 1, 'warning'],
  ] as const) {
    const ran = await run(...command, '--json');
    expect({ command, code: ran.code }).toEqual({ command, code });
    expect(ran.events).toContainEqual(expect.objectContaining({ ...orphan, level }));
  }
  const foreseen = await run('prune', '--dry-run', '--json');
  expect(foreseen.summary).toEqual({ type: 'summary', editions: 1, files: { removed: 2 }, kept: 1 });
  expect(existsSync(path(edition))).toBe(true);
  const pruned = await run('prune', '--json');
  expect(pruned.events.map(({ file }) => file)).toEqual([edition, record, undefined]);
  expect(pruned.summary).toEqual(foreseen.summary);
  expect([existsSync(path(edition)), existsSync(path(record))]).toEqual([false, false]);
  expect((await run('translate', '--frozen')).code).toBe(0);
  expect((await run('prune', '--json')).summary).toMatchObject({ editions: 0, kept: 0 });

  write('locales/en/shop.json', UI);
  await run('translate');
  expect(read(edition)).toContain('"more": "Más noticias"');
  expect(sent()).not.toContain('More news');
});

test('what cannot be read stays, is told, and keeps nothing else from being pruned', async () => {
  const { run, write, path } = await corrected();
  write(edition, '{ "more": "Más noticias" ');
  for (const file of ['locales/en/shop.json', 'locales/en/ui.json']) rmSync(path(file));
  const { code, stderr, summary } = await run('prune', '--json');
  expect(code).toBe(2);
  expect(stderr).toContain(`dragoman: ${edition}`);
  expect(summary).toEqual({ type: 'summary', editions: 1, files: { removed: 2 }, kept: 0 });
  expect([existsSync(path(edition)), existsSync(path(record)), existsSync(path('locales/es/ui.json'))]).toEqual([true, true, false]);
});

test('a key that is renamed keeps the correction of its string, its place and its neighbours', async () => {
  const { run, read, write, sent } = await corrected();
  write('locales/en/shop.json', UI.replace('"more"', '"moreNews"'));
  const { summary } = await run('translate', '--json');
  expect(summary.segments).toMatchObject({ translated: 0, reviewed: 1 });
  expect(sent()).toEqual([]);
  expect(read(edition)).toBe(
    '{\n  "own": "Clave propia",\n  "home": "FRONT PAGE",\n  "moreNews": "Más noticias",\n  "close": "CLOSE"\n}\n',
  );
});

test.each([
  ['alone', ['locales/en']],
  ['with its edition', ['locales/en', 'locales/es']],
])('a file of strings that is renamed %s keeps every byte of its edition, and sends nothing', async (_, folders) => {
  const { run, read, sent, path } = await corrected();
  const theirs = read(edition);
  for (const folder of folders) renameSync(path(`${folder}/shop.json`), path(`${folder}/store.json`));
  const { events, summary } = await run('translate', '--json');
  expect(events).not.toContainEqual(expect.objectContaining({ check: 'orphaned' }));
  expect(summary.segments).toMatchObject({ translated: 0, reviewed: 1 });
  expect(sent()).toEqual([]);
  expect(read('locales/es/store.json')).toBe(theirs);
  expect([existsSync(path(edition)), existsSync(path(record))]).toEqual([false, false]);
  expect((await run('translate', '--frozen')).code).toBe(0);
});
