/** The work list's queue, where a newsroom has installed it. */

import type { PgBoss } from 'pg-boss';
import { KnownError } from '../../../errors.ts';

/** @returns undefined where it is not installed */
export async function findPgBoss(): Promise<typeof PgBoss | undefined> {
  try {
    return (await import('pg-boss')).PgBoss;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** @throws KnownError where it is not installed */
export async function loadPgBoss(): Promise<typeof PgBoss> {
  const found = await findPgBoss();
  if (found !== undefined) return found;
  throw new KnownError('A work list needs the package "pg-boss"', {
    expected: 'the package beside Dragoman',
    got: 'none',
    help: 'Run: npm install pg pg-boss',
  });
}
