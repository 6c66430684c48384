/** What a person is told where a database refuses, and what to do. */

import { EngineError, KnownError } from '../../errors.ts';

/** What to do, by what a server or TLS says. */
const HELP: readonly [pattern: RegExp, help: string][] = [
  [/^(3F000|42883|42P01)/, 'Run: dragoman store init'],
  [/^42501/, 'Run as its owner: dragoman store init --grant ROLE'],
  [/no encryption$/, 'Ask for TLS at the end of the address: ?sslmode=verify-full'],
  [
    /certificate/,
    'Name the file of its authority, and the host that it is made for, in the address: ?sslmode=verify-full&sslrootcert=FILE',
  ],
  [/^/, 'Correct "store" in the configuration, or DRAGOMAN_STORE.'],
];

/** @param error of a database that is away, or of a server: without the schema, without rights for the role, with another password */
export function refusal(error: unknown): KnownError {
  if (error instanceof KnownError) return error;
  if (error instanceof EngineError)
    return new KnownError(error.message, { ...(error.help !== undefined && { help: error.help }), cause: error });
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const help = HELP.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  return new KnownError(`The store's database cannot be used: ${message}`, { ...(help !== undefined && { help }), cause: error });
}
