/** What comes from a fork runs no code of its own and sends nothing, where keys may be at hand. */

import { resolve } from 'node:path';
import { type Environment, forkOf } from '../ci/event.ts';
import { KnownError } from '../errors.ts';
import { fileText } from '../files/bytes.ts';
import { isModule } from '../project/config-file.ts';
import { configFileIn, projectRoot } from '../project/root.ts';
import type { CommandContext, Options } from './command.ts';

/**
 * For a command that opens an engine or a store. An engine module runs with this process's rights. An engine's address, and the name of the
 * variable with its key, are configuration too: who writes it could have a key sent to a server of theirs. So nothing is sent where a
 * fork wrote it, module or not.
 * @throws KnownError in CI for a fork, unless the workflow says that it is trusted
 */
export function demandTrust(options: Options, env: Environment): void {
  const fork = untrusted(options, env);
  if (fork === undefined) return;
  throw new KnownError('This checkout comes from a fork: nothing is sent for it', {
    expected: 'a branch of the repository itself, or "dragoman check", which reads only',
    got: fork,
    help: HELP,
  });
}

/**
 * For every command: a configuration that is a module is run where it is read.
 * @throws KnownError in CI for a fork, unless the workflow says that it is trusted
 */
export function demandData(options: Options, { cwd, config, env }: Pick<CommandContext, 'cwd' | 'config' | 'env'>): void {
  const fork = untrusted(options, env);
  if (fork === undefined) return;
  const file = config === undefined ? configOf(cwd) : resolve(cwd, config);
  if (file !== undefined && isModule(file)) throw notRun(file, fork, 'a configuration in JSON or YAML, which is read');
}

/**
 * For a command that makes pages with the templates of a theme.
 * @param file of the theme's module
 * @throws KnownError in CI for a fork, unless the workflow says that it is trusted
 */
export function demandTrustedTheme(file: string, options: Options, env: Environment): void {
  const fork = untrusted(options, env);
  if (fork !== undefined) throw notRun(file, fork, 'a theme without "publish.theme.templates"');
}

const notRun = (file: string, fork: string, expected: string): KnownError =>
  new KnownError(`This checkout comes from a fork: ${file} is code, and not run`, { expected, got: fork, help: HELP });

const HELP = 'Where a person has read the change: --trusted, or DRAGOMAN_TRUSTED=true.';

/** For a command that does without engines and store where what names them is nobody's whom the workflow trusts. */
export const isTrusted = (options: Options, env: Environment): boolean => untrusted(options, env) === undefined;

/** Whose fork it is; undefined where the checkout is trusted. */
function untrusted(options: Options, env: Environment): string | undefined {
  if (options.trusted === true || env.DRAGOMAN_TRUSTED === 'true') return undefined;
  if (env.DRAGOMAN_TRUSTED === 'false') return 'what the workflow calls untrusted';
  return forkOf(env, (file) => fileText(file));
}

function configOf(cwd: string): string | undefined {
  const root = projectRoot(cwd);
  const name = root === undefined ? undefined : configFileIn(root);
  return root === undefined || name === undefined ? undefined : resolve(root, name);
}
