/** `npm run build`: the package's `dist/`, and the JSON Schema of the configuration. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { configJsonSchema } from '../src/config/keys.ts';
import { bundleClient } from '../src/edit/client-bundle.ts';
import { bundle } from './bundle.ts';
import { licencesOf } from './client-licences.ts';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
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
