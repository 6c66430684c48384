#!/usr/bin/env node
/** The command line: reads arguments, runs one command, prints its errors, sets the exit code. */

import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { EngineError, KnownError } from '../errors.ts';
import { version } from '../version.ts';
import { commandHelp, parseArguments, programHelp } from './arguments.ts';
import type { CommandContext, Options } from './command.ts';
import { commands } from './commands.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Milliseconds in which a second signal is the first one's echo: npm and timeout(1) hand on the Ctrl-C that the terminal gave to all. */
const ECHO = 150;

/**
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
async function main(argv: readonly string[]): Promise<number> {
  const { command, args, options } = parseArguments(argv, commands);
  if (options.version === true) return say(version());
  if (command === undefined) {
    if (options.help === true) return say(programHelp(commands, args[0]));
    process.stderr.write(`${programHelp(commands)}\n`);
    return exit.usage;
  }
  if (options.help === true) return say(commandHelp(command));
  const run = await command.load();
  const at = context(options);
  if (command.writes?.(options) !== true) return run(args, options, at);
  const { holdingLock } = await import('./holding.ts');
  return holdingLock(command.name, at, () => run(args, options, at));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return exit.done;
}

function context(options: Options): CommandContext {
  const stop = new AbortController();
  let stopped = 0;
  for (const signal of STOP_SIGNALS)
    process.on(signal, () => {
      if (!stop.signal.aborted) stopped = performance.now();
      else if (performance.now() - stopped > ECHO) process.exit(exit.interrupted);
      stop.abort();
    });
  return {
    cwd: resolve(typeof options.cwd === 'string' ? options.cwd : process.cwd()),
    json: options.json === true,
    print: (line) => process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    stderr: process.stderr,
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb',
    signal: stop.signal,
    env: process.env,
  };
}

/** Three lines at most for what a person can mend; a stack only for a fault of the program itself. */
function report(error: unknown): number {
  if (error instanceof KnownError) {
    process.stderr.write(`${inLines(error)}\n`);
    return exit.usage;
  }
  if (error instanceof EngineError) {
    process.stderr.write(`dragoman: ${error.message}\n${error.help === undefined ? '' : `  ${error.help}\n`}`);
    return error.kind === 'aborted' ? exit.interrupted : error.kind === 'budget' ? exit.budget : exit.engine;
  }
  if (error instanceof Error && ('syscall' in error || ('code' in error && error.code === 'ERR_SQLITE_ERROR'))) {
    process.stderr.write(`dragoman: ${'syscall' in error ? '' : '.dragoman: '}${error.message}\n`);
    return exit.usage;
  }
  process.stderr.write(
    `dragoman: a fault of the program itself; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return exit.usage;
}

enableCompileCache();
// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.done);
  throw error;
});
process.exitCode = await main(process.argv.slice(2)).catch(report);
