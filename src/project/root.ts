/** The folder of a project: the nearest one upwards that has a configuration. Nothing of it is read here. */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { KnownError } from '../errors.ts';

export const CONFIG_FILE = 'dragoman.config.json';

const EXTENSIONS = ['json', 'jsonc', 'ts', 'mts', 'js', 'mjs', 'yaml', 'yml'] as const;
const NAMES = EXTENSIONS.map((extension) => `dragoman.config.${extension}`);

/**
 * The name of a folder's configuration; undefined where it has none.
 * @throws KnownError where it has two
 */
export function configFileIn(folder: string): string | undefined {
  const [found, other] = NAMES.filter((name) => existsSync(join(folder, name)));
  if (other !== undefined)
    throw new KnownError(`${folder} has two configurations`, {
      expected: 'one',
      got: `${found} and ${other}`,
      help: 'Remove one, or name the other with --config.',
    });
  return found;
}

/**
 * @returns absolute, as it is written (not its real path); undefined where there is none
 * @throws KnownError where a folder has two configurations
 */
export function projectRoot(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (configFileIn(folder) !== undefined) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
