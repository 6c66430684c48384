/** Arguments in, a command with its options out; and the help that says what they may be. */

import { parseArgs } from 'node:util';
import { KnownError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import type { Command, Options } from './command.ts';

/** What every command takes. */
export const GLOBAL: NonNullable<Command['options']> = [
  ['--cwd <folder>', 'project folder (default: the current folder)'],
  ['--config <file>', 'configuration file elsewhere; its paths are relative to the project folder'],
  ['--json', 'print NDJSON events to stdout; the last line is the summary'],
  ['--trusted', 'in CI: treat a change from a fork as trusted; its configuration may run code'],
  ['--help, -h', 'show help'],
];
/** What the program takes without a command. */
export const VERSION: NonNullable<Command['options']>[number] = ['--version, -v', 'print the version'];

export interface Parsed {
  /** Undefined where none was named. */
  readonly command: Command | undefined;
  readonly args: readonly string[];
  readonly options: Options;
}

/**
 * @param argv the arguments after the program's name
 * @throws KnownError for a command, an option or an argument that does not exist, or one that is missing
 */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Parsed {
  const first = firstWord(argv);
  if (first === undefined) return { command: undefined, args: [], options: values(argv, [VERSION, ...GLOBAL], '--help').options };
  const [at, word] = first;
  if (word === 'help' && argv.length > at + 1) return parseArguments([...argv.slice(0, at), ...argv.slice(at + 1), '--help'], commands);
  if (word === 'help') return { command: undefined, args: [], options: { help: true } };
  const next = argv[at + 1];
  const command = commands.find((one) => one.name === `${word} ${next}`) ?? commands.find((one) => one.name === word);
  const group = commands.filter((one) => one.name.startsWith(`${word} `));
  if (command === undefined && group.length > 0 && (next === undefined || next.startsWith('-')))
    return { command: undefined, args: [word], options: { help: true } };
  if (command === undefined)
    throw unknown(
      'command',
      group.length > 0 ? `${word} ${next}` : word,
      commands.map((one) => one.name),
      '--help',
    );
  const taken = command.name.includes(' ') ? 2 : 1;
  const { options, positionals } = values(
    [...argv.slice(0, at), ...argv.slice(at + taken)],
    [...(command.options ?? []), ...GLOBAL],
    `help ${command.name}`,
  );
  if (options.help !== true) checkPositionals(command, positionals);
  return { command, args: positionals, options };
}

/** The first argument that is neither an option nor the value of `--cwd` or `--config`. */
function firstWord(argv: readonly string[]): [at: number, word: string] | undefined {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    if (word === '--cwd' || word === '--config') at++;
    else if (!word.startsWith('-')) return [at, word];
  }
  return undefined;
}

/** @param toldBy arguments with which the program tells what is known */
function values(
  argv: readonly string[],
  known: NonNullable<Command['options']>,
  toldBy: string,
): { options: Options; positionals: string[] } {
  const names = known.map(
    ([flags]) => ({ name: flagName(flags), short: shortOf(flags), type: takesValue(flags) ? 'string' : 'boolean' }) as const,
  );
  try {
    const parsed = parseArgs({
      args: [...argv],
      options: Object.fromEntries(names.map(({ name, type, short }) => [name, { type, ...(short !== undefined && { short }) }])),
      allowPositionals: true,
    });
    return { options: parsed.values as Options, positionals: parsed.positionals };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const flag = /'?(--?[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw unknown(
        'option',
        flag,
        names.map(({ name }) => `--${name}`),
        toldBy,
      );
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error;
    const needsValue = names.some(({ name, type }) => `--${name}` === flag && type === 'string');
    throw new KnownError(`${flag} ${needsValue ? 'needs a value' : 'takes no value'}`, {
      expected: needsValue ? `${flag} VALUE` : flag,
      got: needsValue ? 'nothing' : 'a value',
      help: `Run "dragoman ${toldBy}" for its options.`,
    });
  }
}

/** The name of an option without its hyphens, from the table's flags. */
export const flagName = (flags: string): string => /^--([\w-]+)/.exec(flags)?.[1] ?? flags;
export const takesValue = (flags: string): boolean => flags.includes('<');
const shortOf = (flags: string): string | undefined => /, -(\w)$/.exec(flags)?.[1];

function checkPositionals(command: Command, given: readonly string[]): void {
  const wanted = (command.args ?? '').split(' ').filter((name) => name !== '');
  const required = wanted.filter((name) => name.startsWith('<'));
  const most = wanted.some((name) => name.includes('...')) ? Number.POSITIVE_INFINITY : wanted.length;
  if (given.length >= required.length && given.length <= most) return;
  throw new KnownError(`dragoman ${command.name} takes ${wanted.length === 0 ? 'no arguments' : wanted.join(' ')}`, {
    expected: command.example,
    got: given.length === 0 ? 'no arguments' : given.join(' '),
  });
}

function unknown(kind: 'command' | 'option', given: string, known: readonly string[], toldBy: string): KnownError {
  const near = nearest(given, known);
  return new KnownError(`There is no ${kind} "${given}"`, {
    help: near !== undefined ? `Did you mean "${near}"?` : `Run "dragoman ${toldBy}" for a list.`,
  });
}

/**
 * The help of the program, or of a group of commands (`glossary`).
 * @param width letters in a line of the terminal; without one nothing is broken
 */
export function programHelp(commands: readonly Command[], group?: string, width?: number): string {
  const shown = group === undefined ? commands : commands.filter((command) => command.name.startsWith(`${group} `));
  return [
    `Usage: dragoman ${group === undefined ? '' : `${group} `}COMMAND [OPTIONS]`,
    ...(group === undefined ? ['', ...lines('Turns a repository of Markdown news articles into localized editions.', width)] : []),
    '',
    columns(
      shown.map((command) => [[command.name, command.args].filter(Boolean).join(' '), command.summary]),
      width,
    ),
    '',
    ...lines('Every command takes --cwd, --config, --json and --help (-h); "dragoman help COMMAND" describes one command.', width),
    ...lines('"dragoman --version" (-v) prints the version; set NO_COLOR in the environment to disable colours.', width),
    'Example: dragoman translate --to es,ca',
  ].join('\n');
}

/** @param width as above */
export function commandHelp({ name, args, summary, options = [], example }: Command, width?: number): string {
  return [
    `Usage: dragoman ${[name, args].filter(Boolean).join(' ')} [OPTIONS]`,
    '',
    ...lines(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`, width),
    '',
    columns([...options, ...GLOBAL], width),
    '',
    `Example: ${example}`,
  ].join('\n');
}

/** Letters that a description has beside its name; in a terminal with less room it stands below. */
const BESIDE = 24;

function columns(rows: readonly (readonly [string, string])[], width = Number.POSITIVE_INFINITY): string {
  const left = Math.max(...rows.map(([name]) => name.length));
  const isBeside = width - left - 4 >= BESIDE;
  const indent = isBeside ? left + 4 : 6;
  return rows
    .map(([name, description]) => {
      const [first = '', ...rest] = lines(description, width - indent);
      const below = (isBeside ? rest : [first, ...rest]).map((line) => `\n${' '.repeat(indent)}${line}`).join('');
      return isBeside ? `  ${name.padEnd(left)}  ${first}${below}` : `  ${name}${below}`;
    })
    .join('\n');
}

/** Broken at spaces, so that no line is longer than a terminal's; a word that is stands alone. */
function lines(text: string, width = Number.POSITIVE_INFINITY): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}
