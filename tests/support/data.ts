/** The measuring data, which stands beside the checkout and not in it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The folder, or undefined where it is missing; the reason is printed. */
export function dataFolder(): string | undefined {
  const folder = process.env.DRAGOMAN_DATA ?? join(import.meta.dirname, '../../../shared/data');
  if (existsSync(folder)) return folder;
  console.log(`skipped: no data in ${folder} (set DRAGOMAN_DATA)`);
  return undefined;
}
