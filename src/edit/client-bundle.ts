/** The islands as one script: what the package has beside its code, and what a checkout makes as it starts. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** In the package. */
const BUILT = new URL('./assets/client.js', import.meta.url);
/** In a checkout. */
const ENTRY = new URL('./client/main.ts', import.meta.url);

let script: string | undefined;

/** @returns undefined where there is neither a built script nor a bundler: the pages work by their forms */
export function clientScript(): string | undefined {
  script ??= existsSync(BUILT) ? readFileSync(BUILT, 'utf8') : existsSync(ENTRY) ? bundleClient()?.script : undefined;
  return script;
}

export interface ClientBundle {
  readonly script: string;
  /** Paths of the files that it is made of, relative to the working folder. */
  readonly inputs: readonly string[];
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
