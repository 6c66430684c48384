import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** A turn of the loop, in which what nothing waits for happens. */
const LATER = 'await new Promise((later) => setImmediate(later)); await new Promise((later) => setImmediate(later));';

function run(engine: string) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'articles/en'), { recursive: true });
  writeFileSync(join(cwd, 'articles/en/a.md'), 'The ferry is late.\n');
  writeFileSync(join(cwd, 'mine.mjs'), engine);
  const engines = { mine: { module: './mine.mjs' } };
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines }));
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'translate', '--yes'], { cwd, encoding: 'utf8', timeout: 30_000 });
  return { status, stderr, isWritten: existsSync(join(cwd, 'articles/es/a.md')) };
}

test.each<[string, string, string]>([
  [
    'throws in a timer',
    `translate: async ({ texts }) => { setImmediate(() => { throw new Error('late') }); ${LATER} return texts }`,
    'late',
  ],
  ['leaves a promise behind', `translate: async ({ texts }) => { Promise.reject(new Error('nobody')); ${LATER} return texts }`, 'nobody'],
  ['ends the process', 'translate: async () => process.exit(0)', 'the process was ended before the command was'],
  ['throws where it is looked at', `get translate() { throw new Error('looked at') }`, 'The module of the engine "mine" does not load'],
])('a module that %s: exit 2, and said', (_, engine, said) => {
  const { status, stderr } = run(`export default { name: 'mine', ${engine} };\n`);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain('fault of the program');
  expect(status).toBe(2);
});

const WORKS = `name: 'mine', translate: async ({ texts }) => texts.map((text) => text.replace('ferry', 'barco'))`;

test.each<[string, string, number, string, boolean]>([
  ['is never loaded', 'await new Promise(() => {});', 2, 'waits for what never comes', false],
  ['is never made', 'export default () => new Promise(() => {});', 2, 'waits for what never comes', false],
  ['never closes', `export default { ${WORKS}, close: () => new Promise(() => {}) };`, 2, 'waits for what never comes', true],
  ['fails as it closes', `export default { ${WORKS}, close() { throw undefined; } };`, 2, 'fails in its close()', true],
  ['leaves a promise behind at once', `Promise.reject('nobody'); export default { ${WORKS} };`, 2, 'nobody', true],
  ['leaves a timer behind', `setInterval(() => {}, 1000); export default { ${WORKS} };`, 0, '', true],
])('a module that %s', (_, module, code, said, written) => {
  const { status, stderr, isWritten } = run(module);
  expect([status, isWritten]).toEqual([code, written]);
  expect(stderr).toContain(said);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
});
