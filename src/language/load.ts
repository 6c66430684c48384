/** Packages that are heavy and seldom needed, loaded at their first use. */

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * A package's ES module, at once: checks are plain functions and cannot wait for `import()`.
 * The module and all that it imports must be without top-level await (Node's rule for `require` of ES modules).
 * @param specifier as in an import: `eld/extrasmall`
 */
export function loadNow<Module>(specifier: string): Module {
  return require(fileURLToPath(import.meta.resolve(specifier))) as Module;
}
