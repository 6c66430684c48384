/** The client of PostgreSQL, where a newsroom has installed it. */

import type * as Pg from 'pg';
import { KnownError } from '../../errors.ts';

/** @throws KnownError where it is not installed */
export async function loadPg(): Promise<{ Client: typeof Pg.Client; Pool: typeof Pg.Pool }> {
  try {
    return (await import('pg')).default;
  } catch (error) {
    throw new KnownError('A store in PostgreSQL needs the package "pg"', {
      expected: 'the package beside Dragoman',
      got: 'none',
      help: 'Run: npm install pg',
      cause: error,
    });
  }
}
