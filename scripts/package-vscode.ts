/** `npm run package:vscode [FILE]`: the extension of editors/vscode as a file that Visual Studio Code installs; nothing is published. */

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createVSIX } from '@vscode/vsce';
import { buildSync } from 'esbuild';
import { licencesOf } from './client-licences.ts';

const EXTENSION = resolve(import.meta.dirname, '../editors/vscode');
const packagePath = resolve(process.argv[2] ?? 'dragoman.vsix');

// The client of the protocol is bundled, so that an installed extension needs nothing more.
const folder = mkdtempSync(join(tmpdir(), 'dragoman-vscode-'));
try {
  for (const file of ['package.json', 'README.md']) copyFileSync(join(EXTENSION, file), join(folder, file));
  copyFileSync(join(EXTENSION, '../../LICENSE'), join(folder, 'LICENSE'));
  const { metafile } = buildSync({
    entryPoints: [join(EXTENSION, 'extension.js')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
    metafile: true,
  });
  writeFileSync(join(folder, 'linked.licenses.txt'), licencesOf(Object.keys(metafile.inputs)));
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
