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
  script ??= existsSync(BUILT) ? readFileSync(BUILT, 'utf8') : existsSync(ENTRY) ? bundleClient() : undefined;
  return script;
}

/** @returns undefined where the bundler is not installed */
export function bundleClient(): string | undefined {
  const require = createRequire(import.meta.url);
  let esbuild: typeof import('esbuild');
  try {
    esbuild = require('esbuild');
  } catch {
    return undefined;
  }
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [fileURLToPath(ENTRY)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    logLevel: 'error',
  });
  return outputFiles[0]?.text;
}
