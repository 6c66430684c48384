/** `--port` of the commands that serve pages. */

import { KnownError } from '../errors.ts';

/** @throws KnownError for what is no port */
export function portOf(option: string | boolean | undefined, usual: number): number {
  const port = typeof option === 'string' ? Number(option) : usual;
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new KnownError('--port is not a port', { expected: 'a number from 0 to 65535', got: String(option) });
}
