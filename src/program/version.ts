/** The program's version. Apart from its key, so that `--help` loads no cryptography. */

import { join } from 'node:path';
import { fileText } from '../files/bytes.ts';

/** The package's folder. */
export const PACKAGE = join(import.meta.dirname, '..', '..');

/** @param root the package's folder */
export function version(root: string = PACKAGE): string {
  return (JSON.parse(fileText(join(root, 'package.json'))) as { version: string }).version;
}
