/** The folder that a site or an export goes to. */

import { existsSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { KnownError } from '../errors.ts';
import { isLink, statsOf } from '../files/bytes.ts';

/**
 * The folder behind a link: what is staged is beside the folder itself.
 * @param given absolute
 * @throws KnownError where something else than a folder is there, and for git's own folder
 */
export function outFolder(given: string): string {
  const real = existsSync(given) ? realpathSync(given) : given;
  if (real.split(sep).includes('.git'))
    throw new KnownError(`${given}: git’s own folder`, {
      expected: 'a folder that is not in .git',
      got: real,
      help: 'Name another folder with --out.',
    });
  if (statsOf(given)?.isDirectory() === true) return realpathSync(given);
  const isBehind = isLink(given);
  if (!isBehind && !existsSync(given)) return given;
  throw new KnownError(`${given}: not a folder`, {
    expected: 'a folder, or a path where nothing is',
    got: isBehind ? 'a link that leads to none' : 'a file',
    help: 'Move it away, or name another folder with --out.',
  });
}
