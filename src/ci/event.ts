/** What a CI says about the run that it started, in one shape for GitHub (and what speaks its protocol) and GitLab. */

import { KnownError } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface CiEvent {
  /** `started`: by a clock or a person. */
  readonly kind: 'push' | 'started' | 'pull-request' | 'merge-queue' | 'tag';
  /** The branch that the run works for: the pushed one, or the one that a pull request would change. Undefined for a tag. */
  readonly branch: string | undefined;
  /** Of the pull request. */
  readonly number: number | undefined;
  /** The commit that the change starts from, where the CI tells it. */
  readonly base: string | undefined;
  /** Whose fork the change comes from; undefined where it is from the repository itself. */
  readonly fork: string | undefined;
}

/** What of GitHub's payload is read; every part may be missing. */
interface Payload {
  readonly repository?: { readonly full_name?: string };
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
    readonly base?: { readonly ref?: string; readonly sha?: string };
  };
  readonly workflow_run?: { readonly head_repository?: { readonly full_name?: string } | null };
  readonly issue?: { readonly pull_request?: object };
  readonly merge_group?: { readonly base_ref?: string; readonly base_sha?: string };
}

/**
 * @param read the text of a file: GitHub's payload
 * @returns of a run outside of any CI, a push of no known branch
 */
export function ciEvent(env: Environment, read: (file: string) => string): CiEvent {
  return env.GITLAB_CI !== undefined ? gitlabEvent(env) : githubEvent(env, payloadOf(env, read));
}

/**
 * Whose fork the checkout may come from. A checkout of a fork is untrusted: an engine module and a configuration that is code run with
 * this process's rights, and an engine's address and the name of its key are configuration too, so that whoever writes it could have
 * a key sent to a server of theirs.
 * @returns undefined where the checkout is the repository's own
 */
export function forkOf(env: Environment, read: (file: string) => string): string | undefined {
  return ciEvent(env, read).fork;
}

function payloadOf({ GITHUB_EVENT_PATH: file }: Environment, read: (file: string) => string): Payload {
  if (file === undefined || file === '') return {};
  try {
    return JSON.parse(read(file)) as Payload;
  } catch (cause) {
    throw new KnownError('The event of this run cannot be read', {
      expected: `JSON in ${file} (GITHUB_EVENT_PATH)`,
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

function githubEvent(env: Environment, payload: Payload): CiEvent {
  const name = env.GITHUB_EVENT_NAME ?? 'push';
  const own = payload.repository?.full_name ?? env.GITHUB_REPOSITORY;
  const { pull_request: pull, merge_group: group } = payload;
  const fork = githubFork(name, payload, own);
  if (name.startsWith('pull_request'))
    return { kind: 'pull-request', branch: pull?.base?.ref ?? env.GITHUB_BASE_REF, number: pull?.number, base: pull?.base?.sha, fork };
  if (name === 'merge_group')
    return { kind: 'merge-queue', branch: branchName(group?.base_ref), number: undefined, base: group?.base_sha, fork };
  const isTag = env.GITHUB_REF_TYPE === 'tag' || env.GITHUB_REF?.startsWith('refs/tags/') === true;
  const nothing = { number: undefined, base: undefined, fork };
  return isTag
    ? { kind: 'tag', branch: undefined, ...nothing }
    : { kind: name === 'push' ? 'push' : 'started', branch: env.GITHUB_REF_NAME || undefined, ...nothing };
}

/** A fork that was deleted has no name, and is one all the same; a comment does not say whose branch it is about. */
function githubFork(name: string, { pull_request: pull, workflow_run: run, issue }: Payload, own: string | undefined): string | undefined {
  const known = (head: { readonly full_name?: string } | null | undefined) =>
    head?.full_name === own && own !== undefined ? undefined : (head?.full_name ?? 'a fork');
  if (pull?.head !== undefined) return known(pull.head.repo);
  if (run !== undefined) return known(run.head_repository);
  if (issue?.pull_request !== undefined) return 'a pull request that the event does not describe';
  // Without a payload nothing is known of a pull request.
  return name.startsWith('pull_request') ? 'a fork' : undefined;
}

const branchName = (ref: string | undefined): string | undefined => ref?.replace(/^refs\/heads\//, '');

function gitlabEvent(env: Environment): CiEvent {
  const { CI_MERGE_REQUEST_IID: iid, CI_COMMIT_TAG: tag } = env;
  const nothing = { number: undefined, base: undefined, fork: undefined };
  if (tag !== undefined && tag !== '') return { kind: 'tag', branch: undefined, ...nothing };
  if (iid === undefined || iid === '')
    return { kind: env.CI_PIPELINE_SOURCE === 'push' ? 'push' : 'started', branch: env.CI_COMMIT_BRANCH, ...nothing };
  const [source, target] = [env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID, env.CI_MERGE_REQUEST_PROJECT_ID];
  return {
    kind: env.CI_MERGE_REQUEST_EVENT_TYPE === 'merge_train' ? 'merge-queue' : 'pull-request',
    branch: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
    number: Number(iid),
    base: env.CI_MERGE_REQUEST_DIFF_BASE_SHA,
    fork: source === target && source !== undefined ? undefined : (env.CI_MERGE_REQUEST_SOURCE_PROJECT_PATH ?? 'a fork'),
  };
}
