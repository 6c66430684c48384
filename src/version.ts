/** The program's version. Apart from its key, so that `--help` loads no cryptography. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package's folder. */
export const PACKAGE = join(import.meta.dirname, '..');

/** @param root the package's folder */
export function version(root: string = PACKAGE): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
