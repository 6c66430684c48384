/** A process of its own that a test waits for by what it says. */

import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';

interface WatchedChild {
  readonly child: ChildProcess;
  /** What it has said until now, on both of its streams. */
  readonly output: () => string;
  /** Resolves with its exit code. */
  readonly end: Promise<number | null>;
  /** Resolves once its output is as wanted, or it has ended. */
  readonly until: (isAsWanted: (output: string) => boolean) => Promise<void>;
}

/** @param args of Node.js */
export function watchedChild(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): WatchedChild {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  const said = (data: Buffer) => {
    output += data;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', said);
  child.stderr.on('data', said);
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = (isAsWanted: (output: string) => boolean) =>
    Promise.race([
      end.then(() => {}),
      new Promise<void>((resolve) => {
        const look = () => void (isAsWanted(output) && resolve());
        listeners.add(look);
        look();
      }),
    ]);
  return { child, output: () => output, end, until };
}
