/** `npm run build`: the package's `dist/`, and the JSON Schema of the configuration. */

import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { configJsonSchema } from '../src/config/keys.ts';
import { bundleClient } from '../src/edit/client-bundle.ts';
import { bundle } from './bundle.ts';
import { licencesOf } from './client-licences.ts';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
removeUnread('dist');
const linked = await bundle(resolve('dist'));
writeFileSync('dist/linked.licenses.txt', licencesOf(linked));
// Style sheets and scripts of pages are read from beside the code.
cpSync('src/publish/page/assets', 'dist/publish/page/assets', { recursive: true });
cpSync('src/edit/assets', 'dist/edit/assets', { recursive: true });
const client = bundleClient();
if (client === undefined) throw new Error('The bundler is not installed: npm ci.');
writeFileSync('dist/edit/assets/client.js', client.script);
writeFileSync('dist/edit/assets/client.licenses.txt', licencesOf(client.inputs));
mkdirSync('schema', { recursive: true });
writeFileSync('schema/config.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
process.exitCode = status ?? 1;

/** The compiler writes the types of every file that it reads; what a program can import reaches a few of them. */
function removeUnread(folder: string): void {
  const own = ['--ignoreConfig', '--noEmit', '--listFilesOnly', '--skipLibCheck', '--module', 'nodenext', '--types', 'node'];
  const imported = globSync(`${folder}/library/*.d.ts`);
  const { stdout } = spawnSync('node_modules/.bin/tsc', [...own, ...imported], { encoding: 'utf8' });
  const read = new Set(stdout.split('\n').map((file) => resolve(file)));
  if (!imported.every((file) => read.has(resolve(file)))) throw new Error(`The compiler read no types: ${stdout}`);
  for (const file of globSync(`${folder}/**/*.d.ts`)) if (!read.has(resolve(file))) rmSync(file);
}
