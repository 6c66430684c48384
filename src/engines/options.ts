/** The options of one adapter, from its entry in the configuration. */

import { z } from 'zod';
import { expectation } from '../config/expectation.ts';
import { KnownError } from '../errors.ts';

/** Of a server that is asked over HTTP. `localhost:5000` is an address too, of the scheme `localhost`. */
export const serverAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });

/**
 * @param schema a strict object
 * @param entry of the configuration
 * @param place the entry's key path: `engines.google`
 * @throws KnownError that names the key, what was expected and what was got
 */
export function parseOptions<Options>(schema: z.ZodType<Options>, entry: unknown, place: string): Options {
  const result = schema.safeParse(entry, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const key = [place, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    throw new KnownError(`Unknown key "${key}.${issue.keys[0] ?? ''}"`, {
      expected: `one of ${Object.keys((schema as unknown as { shape?: object }).shape ?? {}).join(', ')}`,
      got: `"${issue.keys[0] ?? ''}"`,
      help: 'Correct the name or remove the key.',
    });
  }
  throw new KnownError(`"${key}" is ${issue.input === undefined ? 'missing' : 'not usable'}`, {
    expected: expectation(issue),
    got: issue.input === undefined ? 'nothing' : (JSON.stringify(issue.input)?.slice(0, 80) ?? typeof issue.input),
    help: `${issue.input === undefined ? 'Set' : 'Correct'} "${key}" in the configuration.`,
  });
}
