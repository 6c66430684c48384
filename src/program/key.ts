/** Which program this is, as a key for what is kept from one run to the next. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileBytes, fileText } from '../files/bytes.ts';
import { PACKAGE, version } from './version.ts';

/** What package managers write of the versions that they installed; the second name is npm's own within `node_modules`. */
const LOCKS = ['package-lock.json', '.package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * Differs whenever the program may make something else of the same input: its version, the versions of its dependencies (by the
 * nearest lock file), and in a checkout the content of its sources. The same program has the same key on every machine.
 * @param root the package's folder
 */
export function programKey(root: string = PACKAGE): string {
  const hash = createHash('sha256').update(version(root));
  const lock = nearestLock(root);
  if (lock !== undefined) hash.update(`\0lock\0${fileText(lock)}`);
  const folder = join(root, 'src');
  for (const file of sourcesIn(folder)) hash.update(`\0${file}\0`).update(fileBytes(join(folder, file)));
  return hash.digest('hex');
}

/** In an installed package the lock is that of the project around it. */
function nearestLock(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const lock = LOCKS.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (lock !== undefined || folder === dirname(folder)) return lock;
  }
}

/** The source files of a checkout; none in a package, which holds what was built of them. */
function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(?:ts|js|css)$/.test(name)).sort();
}
