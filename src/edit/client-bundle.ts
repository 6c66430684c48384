/** The islands as one script: what the package has beside its code, and what a checkout makes once for a content of its sources. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileBytes, fileText } from '../files/bytes.ts';
import { writeCached } from '../files/write.ts';
import { PACKAGE } from '../program/version.ts';

/** In the package. */
const BUILT = new URL('./assets/client.js', import.meta.url);
/** In a checkout. */
const ENTRY = new URL('./client/main.ts', import.meta.url);
/** Where a checkout keeps the script; it may be deleted. */
const KEPT = join(PACKAGE, 'node_modules', '.cache', 'dragoman-client.json');

let script: string | undefined;

/** @returns undefined where there is neither a built script nor a bundler: the pages work by their forms */
export function clientScript(): string | undefined {
  script ??= existsSync(BUILT) ? fileText(BUILT) : existsSync(ENTRY) ? keptClient(KEPT) : undefined;
  return script;
}

export interface ClientBundle {
  readonly script: string;
  /** Paths of the files that it is made of, relative to the package's folder. */
  readonly inputs: readonly string[];
}

interface Kept {
  readonly script: string;
  /** Of each input, and of the list of dependencies. */
  readonly sums: Readonly<Record<string, string>>;
}

/**
 * The bundler takes as long to start as the rest of the server.
 * @param path of the kept script, which is taken while every file that it is made of is the same
 */
export function keptClient(path: string, bundle: () => ClientBundle | undefined = bundleClient): string | undefined {
  const before = readKept(path);
  if (before !== undefined && Object.entries(before.sums).every(([file, sum]) => sumOf(file) === sum)) return before.script;
  const made = bundle();
  if (made === undefined) return undefined;
  const sums = Object.fromEntries([...made.inputs, 'package-lock.json'].map((file) => [file, sumOf(file)]));
  try {
    writeCached(path, JSON.stringify({ script: made.script, sums } satisfies Kept));
  } catch {
    // A folder that cannot be written costs the time once more.
  }
  return made.script;
}

function readKept(path: string): Kept | undefined {
  try {
    const { script: text, sums } = JSON.parse(fileText(path)) as Kept;
    return typeof text === 'string' && typeof sums === 'object' ? { script: text, sums } : undefined;
  } catch {
    return undefined;
  }
}

/** Empty for a file that is gone. */
function sumOf(file: string): string {
  try {
    return hash('sha256', fileBytes(join(PACKAGE, file)));
  } catch {
    return '';
  }
}

/** @returns undefined where the bundler is not installed */
export function bundleClient(): ClientBundle | undefined {
  const require = createRequire(import.meta.url);
  let esbuild: typeof import('esbuild');
  try {
    esbuild = require('esbuild');
  } catch {
    return undefined;
  }
  const { outputFiles, metafile } = esbuild.buildSync({
    absWorkingDir: PACKAGE,
    entryPoints: [fileURLToPath(ENTRY)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    logLevel: 'error',
  });
  return { script: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}
