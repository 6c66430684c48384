/**
 * One writer at a time in a checkout. The lock is SQLite's on an empty database, so it is the operating system's: it ends with
 * its process however that ends, no number of a process has to be guessed at, and a file system without hard links has it too.
 * Who holds it is written beside it, for people.
 */

import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { KnownError } from '../errors.ts';
import { fileText } from '../files/bytes.ts';
import { makeFolder, removeFile, writeCached } from '../files/write.ts';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** As it was called: `translate`. */
  readonly command: string;
}

export interface LockOptions {
  /** Which lock of the folder; what different ones guard has nothing to do with each other. */
  readonly name?: string;
  /** Milliseconds to wait for a lock that is taken; none by default, `Infinity` for as long as it takes. */
  readonly waitMs?: number;
  /** Told once, when the waiting begins; undefined where the holder has not written who it is. */
  readonly onWait?: ((holder: Holder | undefined) => void) | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** Milliseconds between two tries: at first as long as a small save takes. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [20, 250];

/**
 * Takes a lock, or waits for it.
 * @param folder the cache folder, made where it is missing
 * @param command what is being run, for whoever finds the lock taken
 * @returns gives the lock back; harmless when called again
 * @throws KnownError that says who holds it, after the time to wait or at the signal
 */
export async function takeLock(folder: string, command: string, options: LockOptions = {}): Promise<() => void> {
  const {
    name = 'lock',
    waitMs = 0,
    onWait,
    signal,
    sleep = (ms: number) => sleepFor(ms, undefined, { ...(signal && { signal }) }),
  } = options;
  makeFolder(folder);
  const note = join(folder, `${name}.json`);
  const database = new DatabaseSync(join(folder, `${name}.db`), { timeout: 0 });
  try {
    for (let waited = 0, pause = FIRST_PAUSE; !taken(database); waited += pause, pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      if (waited >= waitMs || signal?.aborted) throw refused(read(note));
      if (waited === 0) onWait?.(read(note));
      await sleep(Math.min(pause, waitMs - waited)).catch(() => {});
    }
  } catch (error) {
    database.close();
    throw error;
  }
  const holder: Holder = { pid: process.pid, host: hostname(), command };
  writeCached(note, JSON.stringify(holder));
  return () => {
    if (!database.isOpen) return;
    removeFile(note);
    database.close();
  };
}

/** `SQLITE_BUSY`, https://sqlite.org/rescode.html#busy */
const BUSY = 5;
/** `SQLITE_NOTADB` */
const NO_DATABASE = 26;

/** @throws KnownError for a file that is no lock */
function taken(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === BUSY) return false;
    if (code !== NO_DATABASE) throw error;
    throw new KnownError(`${database.location()} is no lock`, {
      expected: 'an empty database of SQLite, as Dragoman makes it',
      got: 'other bytes',
      help: 'Delete the file, while no other command runs here.',
    });
  }
}

/** Undefined between a lock's taking and its note, and where a holder died: its note is the next holder's to overwrite. */
function read(note: string): Holder | undefined {
  try {
    const holder = JSON.parse(fileText(note)) as Partial<Holder> | null;
    const { pid, host, command } = holder ?? {};
    return typeof pid === 'number' && typeof host === 'string' && typeof command === 'string' ? { pid, host, command } : undefined;
  } catch {
    return undefined;
  }
}

/** In words: `"translate", process 4711 on build-3`. */
export function inWords(holder: Holder | undefined): string {
  if (holder === undefined) return 'another command';
  const { pid, host, command } = holder;
  return `"${command}", process ${pid}${host === hostname() ? '' : ` on ${host}`}`;
}

function refused(holder: Holder | undefined): KnownError {
  return new KnownError('Another run is at work in this checkout', {
    expected: 'one command that writes at a time',
    got: inWords(holder),
    help: 'Wait until it has ended.',
  });
}
