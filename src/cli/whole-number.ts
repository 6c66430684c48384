/** An option that takes a number of things. */

import { KnownError } from '../errors.ts';
import { type Options, text } from './command.ts';

/** @throws KnownError for what is no whole number above 0 */
export function countOf(options: Options, name: string): number | undefined {
  const given = text(options[name]);
  if (given === undefined) return undefined;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new KnownError(`--${name} is not usable`, { expected: 'a number above 0', got: given });
}
