#!/usr/bin/env node
/** The command line in its process: hands it the process's streams and signals, and sets the exit code. */

import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { thrownWords, withoutSecrets } from '../errors.ts';
import { exit } from './exit.ts';
import { plainLine } from './plain-line.ts';
import { runProgram } from './program.ts';

/** The last: the terminal or the connection is gone. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long (ms) a process is kept by what a module has left open. */
const LEFT_OPEN = 500;

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
  // A command that another one has started ends with it, however that one ended.
  process.once('disconnect', () => stop.abort());
  process.channel?.unref();
  return stop.signal;
}

/** For whoever wrote the module that it comes from, with its stack. */
function leftBehind(error: unknown): string {
  const words = (error instanceof Error && error.stack) || thrownWords(error);
  return `${plainLine(withoutSecrets(`dragoman: an error that nothing waited for\n${words}`), false)}\n`;
}

enableCompileCache();
/** What runs until it is stopped may be stopped at any time: it has nothing left to do when nobody reads it. */
const follows = process.argv.some((word) => /^(?:watch|preview|edit|lsp)$/.test(word));
let hasEnded = follows;
/** Whether something was printed that could not be written. */
let isLost = false;
/** Whether a promise was left behind that failed. */
let isFaulty = false;

// A reader that goes away (`| head`) is no fault, and no reason to leave work half done: the command goes on and says no more.
const onGone = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'ERR_STREAM_DESTROYED') return;
  if (error.code === 'EPIPE') {
    if (follows) process.exit(exit.done);
    return;
  }
  if (!('syscall' in error)) throw error;
  // A disk that is full behind `> findings.json`: the work is done to its end all the same.
  if (!isLost) process.stderr.write(`dragoman: not all that was to be printed could be written: ${error.message}\n`);
  isLost = true;
};
process.stdout.on('error', onGone);
// What an engine's module logs is no result: results alone are on stdout.
console.log = console.info = console.debug = console.dir = (..._words: unknown[]) => {};
if (Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name)))
  await (await import('./proxy.ts')).followProxy(process.env, process.stderr);
// A module may leave an error that nothing waits for, or end the process: neither is a finding (1) or a success (0).
process.on('uncaughtException', (error: unknown) => {
  process.stderr.write(leftBehind(error));
  process.exit(exit.usage);
});
// A promise that is left behind harms nothing that is at work: the command goes on, is no success, and the first one is told.
process.on('unhandledRejection', (error: unknown) => {
  if (!isFaulty) process.stderr.write(leftBehind(error));
  isFaulty = true;
});
// Else Node itself would tell of a line of this program.
process.on('beforeExit', () => {
  if (hasEnded) return;
  process.stderr.write('dragoman: the command waits for what never comes: an engine’s module has left a promise without an end\n');
  process.exit(exit.usage);
});
process.on('exit', (code) => {
  if (hasEnded || code !== exit.done) return;
  process.stderr.write('dragoman: the process was ended before the command was, by an engine’s module or the configuration\n');
  process.exitCode = exit.usage;
});
let stop: AbortSignal | undefined;
process.exitCode = await runProgram(process.argv.slice(2), {
  // Of a folder that somebody has removed Node tells nothing but that: told as an error of the command's.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  stdout: process.stdout,
  // Opened where they are used: a stream and the signals' handles take a tenth of what `--help` takes.
  get stderr() {
    if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', onGone);
    return process.stderr;
  },
  get signal() {
    stop ??= stopSignal();
    return stop;
  },
});
// Streams tell of what failed last once this turn is over.
await new Promise((done) => setImmediate(done));
const isFine = process.exitCode === exit.done;
if ((isLost && isFine) || (isFaulty && (isFine || process.exitCode === exit.findings))) process.exitCode = exit.usage;
hasEnded = true;
// A module's timer or connection would keep the process for ever; what is still to be printed is waited for.
setTimeout(() => process.stdout.write('', () => process.stderr.write('', () => process.exit())), LEFT_OPEN).unref();
