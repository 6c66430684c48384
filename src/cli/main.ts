#!/usr/bin/env node
/** The command line in its process: hands it the process's streams and signals, and sets the exit code. */

import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { exit } from './exit.ts';
import { runProgram } from './program.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Milliseconds in which a second signal is the first one's echo: npm and timeout(1) hand on the Ctrl-C that the terminal gave to all. */
const ECHO = 150;

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let stopped = 0;
  for (const signal of STOP_SIGNALS)
    process.on(signal, () => {
      if (!stop.signal.aborted) stopped = performance.now();
      else if (performance.now() - stopped > ECHO) process.exit(exit.interrupted);
      stop.abort();
    });
  return stop.signal;
}

enableCompileCache();
// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.done);
  throw error;
});
let stop: AbortSignal | undefined;
process.exitCode = await runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  // Opened where they are used: a stream and the signals' handles take a tenth of what `--help` takes.
  get stderr() {
    return process.stderr;
  },
  get signal() {
    stop ??= stopSignal();
    return stop;
  },
});
