/** What a person is told where a database refuses, and what to do. */

import { EngineError, KnownError } from '../../errors.ts';
import { failureText } from './connection.ts';

/** What to do, by the SQLSTATE of a server (appendix A of PostgreSQL's manual), or by what the client or TLS says. */
const HELP: readonly [pattern: RegExp, help: string][] = [
  [/^(3F000|42883|42P01)/, 'Run as the owner of the database: dragoman store init'],
  [/^42501/, 'Use the address of the role that owns the database. It lets other roles translate: dragoman store init --grant ROLE'],
  [/^42704/, 'Make the role first, as a superuser: createuser ROLE'],
  [/^3D000/, 'Make it first (createdb --owner ROLE NAME), or correct the address: DRAGOMAN_STORE, or "store" in the configuration.'],
  [/^28P01|password must be a string/, "Give the role's password: PGPASSWORD, ~/.pgpass, or role:password@ in DRAGOMAN_STORE."],
  [/no encryption$/, 'Ask for TLS at the end of the address: ?sslmode=verify-full'],
  [/does not support SSL/, 'Let the server speak TLS (ssl = on), or leave sslmode out of the address.'],
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
  const { code = '' } = error as { code?: string };
  const message = failureText(error);
  const help = HELP.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  return new KnownError(`The store's database cannot be used: ${message}`, { ...(help !== undefined && { help }), cause: error });
}
