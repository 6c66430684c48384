/** The linked code of the package does what the sources do, from another place. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import { version } from '../src/program/version.ts';
import { temporaryFolder } from './publish/folder.ts';

const ROOT = join(import.meta.dirname, '..');

test('the linked code finds its languages, words and style sheets, and says what the sources say', async () => {
  const home = temporaryFolder();
  for (const name of ['package.json', 'locales', 'node_modules']) symlinkSync(join(ROOT, name), join(home, name));
  await bundle(join(home, 'dist'));
  cpSync(join(ROOT, 'src/publish/page/assets'), join(home, 'dist/publish/page/assets'), { recursive: true });
  const project = temporaryFolder();
  const put = (file: string, text: string): void => {
    mkdirSync(join(project, file, '..'), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  put('dragoman.config.yaml', 'sourceLocale: en\ntargetLocales: [es, uk]\n');
  put('articles/en/boat.md', '---\ntitle: The boat\n---\n\nMr. Smith paid 1,200.50 euros. The boat left.\n');
  put('articles/es/boat.md', '---\ntitle: El barco\n---\n\nEl Sr. Smith pagó 1,200.50 euros. Salió.\n');
  put('articles/uk/boat.md', '---\ntitle: Човен\n---\n\nПан Сміт заплатив 1 300,50 євро. Човен вийшов.\n');
  const said = (main: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args, '--cwd', project], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const linked = join(home, 'dist/cli/bin.js');
  const sources = join(ROOT, 'src/cli/bin.ts');
  // What tells an old Node so may use nothing that it lacks.
  const old = 'Object.defineProperty(process,"versions",{value:{node:"16.0.0"}});process.getBuiltinModule=undefined';
  const told = spawnSync(process.execPath, ['--import', `data:text/javascript,${old}`, linked, '--help'], { encoding: 'utf8' });
  expect([told.status, told.stderr.split('\n')[0]]).toEqual([2, 'dragoman: Node 16.0.0 is too old']);
  // Each file that is read and linked at the start is some tenths of a millisecond of every command; a dozen were half of what "--help" takes.
  const filesOf = (file: string) => readFileSync(join(home, 'dist/cli', file), 'utf8').match(/^(?:import|\}) .*"\.{1,2}\/.*$/gm) ?? [];
  expect([filesOf('bin.js').length, filesOf('main.js').length]).toEqual([0, 2]);
  expect(said(linked, '--version').stdout).toBe(`${version()}\n`);
  expect(said(linked, 'check', '--json')).toEqual(said(sources, 'check', '--json'));
  expect(said(linked, 'publish', '--out', 'site', '--base-url', 'https://courier.example')).toMatchObject({ status: 0 });
  // The same pages: what the linked code wrote is not written again.
  expect(said(sources, 'publish', '--out', 'site', '--base-url', 'https://courier.example').stdout).toContain(
    '(0 files written, 0 removed',
  );
}, 240_000);
