/** One run at a time in a checkout. */

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { KnownError } from '../errors.ts';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as its system counts: tells it from a later one with the same number. */
  readonly started?: string;
  readonly command: string;
}

export interface Machine {
  readonly pid: number;
  readonly host: string;
  /** Undefined where no such process runs; empty where its start is not to be had. */
  readonly startOf: (pid: number) => string | undefined;
}

/** @returns this machine and this process */
export function thisMachine(): Machine {
  return { pid: process.pid, host: hostname(), startOf };
}

function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is there all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    // The 22nd field, counted after the name, which may hold spaces (proc_pid_stat(5)).
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
}

/**
 * Takes the lock of a checkout. The lock of a process that has died on this machine is taken over.
 * @param folder the cache folder, made where it is missing
 * @param command what is being run, for whoever finds the lock taken
 * @returns gives the lock back; harmless when called again
 * @throws KnownError that says who holds it
 */
export function takeLock(folder: string, command: string, machine: Machine = thisMachine()): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  const own = join(folder, `lock.${machine.pid}`);
  const started = machine.startOf(machine.pid);
  const holder: Holder = { pid: machine.pid, host: machine.host, ...(started && { started }), command };
  const content = JSON.stringify(holder);
  writeFileSync(own, content);
  try {
    for (let attempt = 0; ; attempt++) {
      // A link is made whole or not at all, and never over another.
      if (linked(own, path)) break;
      const other = read(path);
      if (other === undefined) continue;
      if (attempt >= 3 || !isStale(other, machine)) throw taken(other, path, machine);
      putAside(path, `${own}.stale`, JSON.stringify(other));
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (JSON.stringify(read(path)) === content) rmSync(path, { force: true });
  };
}

function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined where the lock has gone meanwhile. One that cannot be read is nobody's. */
function read(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, host: '', command: text };
  }
}

function isStale(holder: Holder, machine: Machine): boolean {
  if (holder.pid === 0) return true;
  if (holder.host !== machine.host) return false;
  const started = machine.startOf(holder.pid);
  return started === undefined || (started !== '' && holder.started !== undefined && started !== holder.started);
}

/** Moves a stale lock away; if another run has put its own there since it was read, that one is put back. */
function putAside(path: string, aside: string, stale: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== undefined && moved.pid !== 0 && JSON.stringify(moved) !== stale) linked(aside, path);
  rmSync(aside, { force: true });
}

function taken({ pid, host, command }: Holder, path: string, machine: Machine): KnownError {
  return new KnownError('Another run is at work in this checkout', {
    expected: 'one run at a time',
    got: `"${command}", process ${pid}${host === machine.host ? '' : ` on ${host}`}`,
    help: host === machine.host ? 'Wait until it has ended.' : `Wait until it has ended; if that machine is gone, remove ${path}.`,
  });
}
