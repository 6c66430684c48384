/** `dragoman ci`: what the GitHub Action and GitLab's template run. What it is to do is said by the CI and by DRAGOMAN_*: docs/ci.md. */

import { changedFiles, commitRun, differsFrom, pushRun } from '../ci/deliver.ts';
import { type CiEvent, ciEvent } from '../ci/event.ts';
import { openForge } from '../ci/forge.ts';
import { type CiInputs, ciInputs } from '../ci/inputs.ts';
import { openRepository, type Repository } from '../ci/repository.ts';
import type { Settle } from '../ci/settling.ts';
import { type Delivery, startRun } from '../ci/start.ts';
import { KnownError } from '../errors.ts';
import { fileText } from '../files/bytes.ts';
import { appendTo } from '../files/write.ts';
import { editionFilesOf } from '../project/edition-files.ts';
import { openProject } from '../project/project.ts';
import { deliverRecorded, journalFile } from '../store/embedded/journal.ts';
import { checkRun } from './ci-check.ts';
import type { CommandContext, RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { mergeDriver, settling } from './settling.ts';
import { runTranslate } from './translate.ts';
import { demandTrust } from './trust.ts';

const TITLE = 'Editions brought up to date';
const BODY =
  'Made by `dragoman translate`. Correct the editions here as you like: later runs add to this branch, and never replace what is on it.';

export const runCi: RunCommand = async (_args, options, context) => {
  const event = ciEvent(context.env, (file) => fileText(file));
  const inputs = ciInputs(context.env, event);
  const repository = openRepository(context.cwd, { ...inputs, mergeDriver: mergeDriver(), env: context.env });
  if (inputs.mode === 'check') return checkRun({ event, inputs, repository }, context);
  demandTrust(options, context.env);
  return translateRun(event, inputs, repository, context);
};

async function translateRun(event: CiEvent, inputs: CiInputs, repository: Repository, context: CommandContext): Promise<number> {
  if (event.kind === 'push' && (await isOwnCommit(repository, context))) {
    context.say('The last commit is one of editions: nothing to do. What it left is for the next change, or for a run by hand.');
    return exit.done;
  }
  const delivery = await deliveryOf(inputs, repository);
  const settle = settling(context);
  await startRun(repository, delivery, settle);
  const before = await changedFiles(repository);
  const isPassing = delivery.how !== 'none';
  // A run that an engine, a budget or a person stopped has paid for what it saved, so that is delivered too.
  const ended = await runTranslate([], { ...inputs.options, passing: isPassing }, context).catch((error: unknown) => ({ error }));
  if (isPassing) await deliver(repository, delivery, { before, settle }, context);
  if (typeof ended === 'number') return ended;
  throw ended.error;
}

async function deliver(
  repository: Repository,
  delivery: Delivery,
  { before, settle }: { readonly before: ReadonlySet<string>; readonly settle: Settle },
  context: CommandContext,
): Promise<void> {
  const hasCommit = await commitRun(repository, before);
  if (hasCommit) await pushRun(repository, delivery, settle);
  deliverRecorded(journalFile(openProject(context.cwd, context.config).root));
  if (!hasCommit) context.say('Every edition is as it was.');
  else output(context, 'commit', (await repository.git(['rev-parse', 'HEAD'])).trim());
  if (delivery.how !== 'pull-request' || !(await differsFrom(repository, delivery.base))) return;
  const forge = openForge(context.env, fetch);
  const { branch, base } = delivery;
  if (forge === undefined)
    context.say(`The editions are on ${branch}; open the pull request to ${base} there (DRAGOMAN_TOKEN is not set).`);
  else {
    const address = await forge.propose({ branch, base, title: TITLE, body: BODY });
    context.say(`Pull request: ${address}`);
    output(context, 'pull-request', address);
  }
}

/** A value for later steps of a GitHub job. */
function output({ env }: CommandContext, name: string, value: string): void {
  if (env.GITHUB_OUTPUT) appendTo(env.GITHUB_OUTPUT, `${name}=${value.replace(/[\r\n]/g, '')}\n`);
}

async function deliveryOf({ deliver: how, branch, base }: CiInputs, repository: Repository): Promise<Delivery> {
  if (how === 'none') return { how, branch, base: '' };
  const current = base ?? ((await repository.tries('symbolic-ref', '--short', 'HEAD')).stdout.trim() || undefined);
  if (current !== undefined) return { how, branch, base: current };
  throw new KnownError('There is no branch to deliver to', {
    expected: 'a checkout of a branch, or DRAGOMAN_BASE',
    got: 'a detached commit',
    help: 'Set DRAGOMAN_BASE to the branch that editions are for.',
  });
}

/**
 * A push of editions alone starts no translation: after a budget's end it would spend the next one. It has our trailer, but so may a
 * squashed pull request that changed more; the files say it.
 */
async function isOwnCommit(repository: Repository, context: CommandContext): Promise<boolean> {
  const trailer = await repository.git(['log', '-1', '--format=%(trailers:key=Dragoman,valueonly)']);
  if (trailer.trim() !== 'translate') return false;
  const changed = await repository.tries('diff', '--name-only', '--relative', '-z', 'HEAD^1', 'HEAD');
  if (!changed.isDone) return false;
  const project = openProject(context.cwd, context.config);
  const ours = editionFilesOf(project);
  return changed.stdout.split('\0').every((file) => file === '' || ours.has(file));
}
