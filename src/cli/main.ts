#!/usr/bin/env node
/** The command line: reads arguments, runs one command, prints its errors, sets the exit code. */

import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { Command as Program } from 'commander';
import type { Command, Context, Options } from './command.ts';
import { commands } from './commands.ts';
import { exit } from './exit.ts';
import { version } from './version.ts';

/** Before Node's own names for them. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
async function main(argv: readonly string[]): Promise<number> {
  let code: number = exit.done;
  const program = new Program('dragoman')
    .description('Localized editions of a repository of Markdown news articles.')
    .version(version(), '--version')
    .option('--cwd <folder>', 'the project, instead of the current folder')
    .option('--json', 'NDJSON events on stdout, the last line the summary')
    .helpOption('--help', 'show help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.trim()}\n  Run "dragoman --help" for what it takes.\n`) })
    .addHelpText('after', '\nExample:\n  $ dragoman translate --to es,ca\n\nEvery command takes --cwd, --json and --help.');
  for (const command of commands) declare(program, command, (result) => (code = result));
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (isCommanderError(error)) return error.exitCode === 0 ? exit.done : exit.usage;
    throw error;
  }
  return code;
}

/** Adds a row of the table to the program; a name of two words goes below its group. */
function declare(program: Program, command: Command, finish: (code: number) => void): void {
  const [first = '', second] = command.name.split(' ');
  const parent = second === undefined ? program : groupOf(program, first);
  const sub = parent
    .command(second ?? first)
    .summary(command.summary)
    .description(`${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`)
    .helpOption('--help', 'show help')
    .option('--cwd <folder>', 'the project, instead of the current folder')
    .option('--json', 'NDJSON events on stdout, the last line the summary')
    .addHelpText('after', `\nExample:\n  $ ${command.example}`);
  if (command.args !== undefined) sub.arguments(command.args);
  for (const [flags, description] of command.options ?? []) sub.option(flags, description);
  sub.action(async (...given: unknown[]) => {
    const options = { ...program.opts(), ...(given.at(-2) as Options) };
    const args = given
      .slice(0, -2)
      .flat()
      .filter((arg) => typeof arg === 'string');
    const { run } = await command.load();
    finish(await run(args, options, context(options)));
  });
}

function groupOf(program: Program, name: string): Program {
  const known = program.commands.find((command) => command.name() === name);
  return known ?? program.command(name).helpCommand(false).helpOption('--help', 'show help').summary(groupSummary(name));
}

function groupSummary(name: string): string {
  const members = commands.filter((command) => command.name.startsWith(`${name} `)).map((command) => command.name.split(' ')[1]);
  return members.join(', ');
}

function context(options: Options): Context {
  const stop = new AbortController();
  for (const signal of STOP_SIGNALS)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exit.interrupted);
      stop.abort();
    });
  const json = options.json === true;
  return {
    cwd: resolve(typeof options.cwd === 'string' ? options.cwd : process.cwd()),
    json,
    print: (line) => process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    stderr: process.stderr,
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb',
    signal: stop.signal,
    env: process.env,
  };
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** Three lines at most for what a person can mend; a stack only for a fault of the program itself. */
async function report(error: unknown): Promise<number> {
  const { KnownError, EngineError } = await import('../errors.ts');
  if (error instanceof KnownError) {
    const lines = [
      `dragoman: ${error.message}`,
      error.expected === undefined ? undefined : `  expected ${error.expected}${error.got === undefined ? '' : `; got ${error.got}`}`,
      error.help === undefined ? undefined : `  ${error.help}`,
    ];
    process.stderr.write(`${lines.filter((line) => line !== undefined).join('\n')}\n`);
    return exit.usage;
  }
  if (error instanceof EngineError) {
    process.stderr.write(`dragoman: ${error.message}\n${error.help === undefined ? '' : `  ${error.help}\n`}`);
    return error.kind === 'aborted' ? exit.interrupted : error.kind === 'budget' ? exit.budget : exit.engine;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
    process.stderr.write(`dragoman: ${error.message}\n`);
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
