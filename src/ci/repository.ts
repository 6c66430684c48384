/** Git in the checkout that a CI made. Always by `execFile`: no name ever reaches a shell; no hook of the checkout runs. */

import { execFile } from 'node:child_process';
import { KnownError } from '../errors.ts';
import type { Environment } from './event.ts';

export interface RepositoryOptions {
  /** Who commits. */
  readonly name: string;
  readonly email: string;
  /** Git's merge driver for editions, records and glossaries: a command with %O %A %B %P. */
  readonly mergeDriver: string;
  readonly env: Environment;
}

export interface Repository {
  /**
   * Runs git.
   * @param input on its standard input
   * @returns what it prints
   * @throws KnownError where it fails
   */
  git(args: readonly string[], input?: string): Promise<string>;
  /** Runs git; whether it ended with 0, and what it said. */
  tries(...args: string[]): Promise<GitAnswer>;
}

interface GitAnswer {
  readonly isDone: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param root the project's folder */
export function openRepository(root: string, { name, email, mergeDriver, env }: RepositoryOptions): Repository {
  const settings = {
    'user.name': name,
    'user.email': email,
    'merge.dragoman.name': 'Dragoman: by sentence, segment and term',
    'merge.dragoman.driver': mergeDriver,
    'core.hooksPath': '/dev/null',
    'core.quotePath': 'false',
    'commit.gpgSign': 'false',
    'advice.detachedHead': 'false',
  };
  const given = ['-C', root, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const run = (args: readonly string[], input?: string) =>
    new Promise<GitAnswer>((finish) => {
      const options = {
        env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', GIT_LITERAL_PATHSPECS: '1' },
        maxBuffer: 1024 * 1024 * 1024,
      };
      const child = execFile('git', [...given, ...args], options, (error, stdout, stderr) =>
        finish({ isDone: error === null, stdout, stderr: stderr || (error === null ? '' : stdout || error.message) }),
      );
      // A git that reads nothing is gone by then.
      child.stdin?.on('error', () => undefined).end(input ?? '');
    });
  return {
    git: async (args, input) => {
      const { isDone, stdout, stderr } = await run(args, input);
      if (isDone) return stdout;
      throw new KnownError(`git ${args[0]} failed`, { expected: `git ${args.slice(0, 6).join(' ')}`, got: lastLine(stderr) });
    },
    tries: (...args) => run(args),
  };
}

/** What git says last is why it failed. */
export function lastLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint:'));
  return (lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'nothing').trim();
}
