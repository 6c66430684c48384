import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** A turn of the loop, in which what nothing waits for happens. */
const LATER = 'await new Promise((later) => setImmediate(later)); await new Promise((later) => setImmediate(later));';

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
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'articles/en'), { recursive: true });
  writeFileSync(join(cwd, 'articles/en/a.md'), 'The ferry is late.\n');
  writeFileSync(join(cwd, 'mine.mjs'), `export default { name: 'mine', ${engine} };\n`);
  const engines = { mine: { module: './mine.mjs' } };
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines }));
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'translate', '--yes'], { cwd, encoding: 'utf8' });
  expect(stderr).toContain(said);
  expect(stderr).not.toContain('fault of the program');
  expect(status).toBe(2);
});
