/** The providers' own clients: optional dependencies of the package, which only who uses one has to install. */

import { createRequire } from 'node:module';
import { KnownError } from '../errors.ts';

const require = createRequire(import.meta.url);

/**
 * Asks for a client by its name before anything is sent. It is loaded later, with the first text.
 * @param resolve finds a package, as `require.resolve` does
 * @throws KnownError where it is not installed
 */
export function requireClient(engine: string, name: string, resolve: (name: string) => unknown = require.resolve): void {
  try {
    resolve(name);
  } catch (error) {
    // A package that is there and takes no `require` says so in another way.
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') return;
    throw new KnownError(`The engine "${engine}" needs its provider's client`, {
      expected: `the package ${name}`,
      got: 'nothing',
      help: `Run: npm install ${name}`,
    });
  }
}
