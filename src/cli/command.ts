/** What a command is: its row in the table of commands, and what it is given when it runs. */

/** A stream that people read. */
export interface Screen {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** Letters in a line of a terminal. */
  readonly columns?: number | undefined;
}

export interface CommandContext {
  /** Absolute; from `--cwd` or the process. */
  readonly cwd: string;
  /** A configuration elsewhere, from `--config`. */
  readonly config?: string | undefined;
  readonly json: boolean;
  /** A file of the project as the terminal can open it: relative to the folder that the person is in. */
  readonly shown: (file: string) => string;
  /** A line to stdout: results for people, or NDJSON under `--json` (an object is stringified). */
  readonly print: (line: string | object) => void;
  /** A document for programs, to stdout as it is: what people read is shown without control characters. Absent where `print` changes nothing. */
  readonly printVerbatim?: (text: string) => void;
  /** A line to stderr: progress and remarks for people. */
  readonly say: (line: string) => void;
  readonly stderr: Screen;
  /** Letters in a line of stdout, where it is a terminal. */
  readonly columns?: number | undefined;
  /** Whether stdout may carry ANSI colours. */
  readonly color: boolean;
  /**
   * Aborted at the first Ctrl-C: stop sending, keep what comes back. A signal that comes before the command asks for this ends it: what says
   * that it may be stopped asks first.
   */
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Resolves to the exit code (`src/cli/exit.ts`). Throws KnownError for a person's mistakes. */
export type RunCommand = (args: readonly string[], options: Options, context: CommandContext) => Promise<number>;

export interface Command {
  /** `translate`, or `glossary set` for a command of a group. */
  readonly name: string;
  readonly summary: string;
  /** As commander writes them: `[slug...]`, `<file>`. */
  readonly args?: string;
  /** Flags and description: `['--to <locales>', 'only these target locales, comma-separated']`. */
  readonly options?: readonly (readonly [flags: string, description: string])[];
  readonly example: string;
  /** Whether it changes the project's files with these options: it holds the checkout's lock then, and no other command writes. */
  readonly writes?: (options: Options) => boolean;
  /** Whether it opens an engine or a store with these options, which for a change from a fork it must not (`trust.ts`). */
  readonly sends?: (options: Options) => boolean;
  /** Loaded when the command runs, so that `--help` stays quick. */
  readonly load: () => Promise<RunCommand>;
}

/** Prints a document for programs, or a command to the continuous integration. */
export function verbatim({ print, printVerbatim = print }: CommandContext, text: string): void {
  printVerbatim(text);
}

/** The value of an option that takes one, or undefined. */
export function text(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined;
}
