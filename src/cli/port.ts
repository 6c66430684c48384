/** `--port` of the commands that serve pages. */

import { KnownError } from '../errors.ts';

/** @throws KnownError for what is no port */
export function portOf(option: string | boolean | undefined, usual: number): number {
  if (typeof option !== 'string') return usual;
  const port = /^\d{1,5}$/.test(option) ? Number(option) : Number.NaN;
  if (port <= 65_535) return port;
  throw new KnownError('--port is not a port', { expected: 'a number from 0 to 65535', got: String(option) });
}
