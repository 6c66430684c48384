/** The command line as a function: reads arguments, runs one command, prints its errors, returns the exit code. */

import { join, relative, resolve } from 'node:path';
import { EngineError, KnownError, systemRefusal, withoutSecrets } from '../errors.ts';
import { version } from '../program/version.ts';
import { projectRoot } from '../project/root.ts';
import { commandHelp, parseArguments, programHelp } from './arguments.ts';
import type { CommandContext, Options, Screen } from './command.ts';
import { commands } from './commands.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { jsonLine, plainLine } from './plain-line.ts';

/** What the program is given by the process that it runs in. */
export interface ProgramInput {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** Aborted at the first Ctrl-C. A signal ends a process that has not asked for it: what computes without a pause hears of nothing. */
  readonly signal: AbortSignal;
}

/**
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
export async function runProgram(argv: readonly string[], given: ProgramInput): Promise<number> {
  try {
    return await runCommand(argv, given);
  } catch (error) {
    return report(error, given.stderr);
  }
}

async function runCommand(argv: readonly string[], given: ProgramInput): Promise<number> {
  const say = (text: string) => {
    given.stdout.write(`${text}\n`);
    return exit.done;
  };
  const { command, args, options } = parseArguments(argv, commands);
  if (options.version === true) return say(version());
  if (command === undefined) {
    if (options.help === true) return say(programHelp(commands, args[0], lineOf(given.stdout)));
    given.stderr.write(`${programHelp(commands, undefined, lineOf(given.stderr))}\n`);
    const { offerInit } = await import('./offer-init.ts');
    return offerInit(contextOf(options, given), async (context) => (await import('./init.ts')).runInit([], {}, context));
  }
  if (options.help === true) return say(commandHelp(command, lineOf(given.stdout)));
  const context = contextOf(options, given);
  if (isInCi(given.env)) {
    const { demandData, demandTrust } = await import('./trust.ts');
    demandData(options, context);
    if (command.sends?.(options) === true) demandTrust(options, given.env);
  }
  const run = await command.load();
  if (command.writes?.(options) !== true) return run(args, options, context);
  const { holdingLock } = await import('./holding.ts');
  return holdingLock(command.name, context, () => run(args, options, context));
}

/** Letters in a line of a terminal; undefined where it is none, or does not know (which is told as 0). */
const lineOf = ({ isTTY, columns }: Screen): number | undefined => (isTTY === true ? columns || undefined : undefined);

/** Elsewhere nothing is asked of anybody's fork, and nothing is loaded for it. */
function isInCi({ GITHUB_EVENT_NAME, GITLAB_CI, DRAGOMAN_TRUSTED }: NodeJS.ProcessEnv): boolean {
  return GITHUB_EVENT_NAME !== undefined || GITLAB_CI !== undefined || DRAGOMAN_TRUSTED === 'false';
}

function contextOf(options: Options, given: ProgramInput): CommandContext {
  const { cwd: here, env, stdout, stderr } = given;
  const cwd = resolve(here, typeof options.cwd === 'string' ? options.cwd : '');
  let root: string | undefined;
  const color = stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return {
    cwd,
    ...(typeof options.config === 'string' && { config: options.config }),
    shown: (file) => {
      root ??= (options.config === undefined ? projectRoot(cwd) : undefined) ?? cwd;
      return relative(here, join(root, file));
    },
    json: options.json === true,
    print: (line) => stdout.write(`${typeof line === 'string' ? plainLine(line, color) : jsonLine(line)}\n`),
    printVerbatim: (text) => stdout.write(`${text}\n`),
    say: (line) => stderr.write(`${plainLine(line, stderr.isTTY === true)}\n`),
    stderr,
    columns: lineOf(stdout),
    color,
    get signal() {
      return given.signal;
    },
    env,
  };
}

/** Three lines at most for what a person can mend; a stack only for a fault of the program itself. */
function report(error: unknown, screen: Screen): number {
  const stderr = { write: (text: string) => screen.write(plainLine(withoutSecrets(text), false)) };
  if (error instanceof KnownError) {
    stderr.write(`${inLines(error)}\n`);
    return exit.usage;
  }
  if (error instanceof EngineError) {
    stderr.write(`dragoman: ${error.message}\n${error.help === undefined ? '' : `  ${error.help}\n`}`);
    return error.kind === 'aborted' ? exit.interrupted : error.kind === 'budget' ? exit.budget : exit.engine;
  }
  const refusal = systemRefusal(error);
  if (refusal !== undefined) {
    stderr.write(`dragoman: ${refusal}\n`);
    return exit.usage;
  }
  stderr.write(`dragoman: a fault of the program itself; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`);
  return exit.usage;
}
