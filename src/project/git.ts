/** What git knows of the project. Always through `execFile`: no name ever reaches a shell. */

import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { KnownError } from '../errors.ts';

const run = promisify(execFile);

/**
 * Files below a folder that differ from a revision, in the working tree or untracked; a renamed file counts under its new name.
 * @param root an absolute folder in a git repository
 * @param revision any revision that git understands
 * @returns paths relative to `root`
 * @throws KnownError where git, the repository or the revision is not to be had
 */
export async function changedSince(root: string, revision: string): Promise<Set<string>> {
  const base = (await askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], revision)).trim();
  const changed = await askGit(root, ['diff', '--name-only', '--find-renames', '--diff-filter=d', '--relative', '-z', base], revision);
  const untracked = await askGit(root, ['ls-files', '--others', '--exclude-standard', '-z'], revision);
  return new Set(`${changed}${untracked}`.split('\0').filter((name) => name !== ''));
}

/** Files below a folder that were there at a revision and are no more; a renamed file counts under its old name. As `changedSince`. */
export async function goneSince(root: string, revision: string): Promise<Set<string>> {
  const base = (await askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], revision)).trim();
  const gone = await askGit(root, ['diff', '--name-only', '--no-renames', '--diff-filter=D', '--relative', '-z', base], revision);
  return new Set(gone.split('\0').filter((name) => name !== ''));
}

/** Files below a folder that the next commit changes, which may be the first. */
export const staged = (root: string) => stagedBy(root, ['--diff-filter=d']);

/** Files below a folder that the next commit removes; a renamed file counts under its old name. */
export const goneStaged = (root: string) => stagedBy(root, ['--diff-filter=D', '--no-renames']);

async function stagedBy(root: string, which: readonly string[]): Promise<Set<string>> {
  const names = await askGit(root, ['diff', '--cached', '--name-only', ...which, '--relative', '-z'], 'HEAD');
  return new Set(names.split('\0').filter((name) => name !== ''));
}

/** A file as it stood at a revision, or undefined where it did not. */
export async function fileAt(root: string, revision: string, file: string): Promise<string | undefined> {
  try {
    // `./` makes the path relative to the folder that git runs in.
    return (await run('git', ['-C', root, 'show', '--end-of-options', `${revision}:./${file}`], { maxBuffer: 256 * 1024 * 1024 })).stdout;
  } catch {
    return undefined;
  }
}

/**
 * Earlier versions of files that belong together, from every branch, the stash and what a rebase has left behind, newest first.
 * @param most revisions
 * @returns for each revision the files' texts, undefined where there was none; nothing where there is no git
 */
export function earlierVersions(root: string, files: readonly string[], most: number): (string | undefined)[][] {
  const ask = (args: readonly string[], input = '') =>
    execFileSync('git', ['-C', root, ...args], { input, maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    const log = ask(['log', '--all', '--reflog', `--max-count=${most}`, '--format=%H', '--', ...files.map((file) => `:(literal)${file}`)]);
    const revisions = log
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const names = revisions.flatMap((revision) => files.map((file) => `${revision}:./${file}`));
    const texts = names.length === 0 ? [] : blobs(ask(['cat-file', '--batch'], `${names.join('\n')}\n`), names.length);
    return revisions.map((_, at) => texts.slice(at * files.length, (at + 1) * files.length));
  } catch {
    return [];
  }
}

/** The answers of `git cat-file --batch`: a line with the size, the content, a line break; or that there is no such file. */
function blobs(answer: Buffer, count: number): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = 0; texts.length < count && at < answer.length; ) {
    const end = answer.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(answer.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) texts.push(undefined);
    else {
      texts.push(answer.toString('utf8', at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
  return texts;
}

/** Files below a folder, not those that git ignores, with a line that may begin a conflict. */
export async function filesWithMarks(root: string): Promise<string[]> {
  try {
    const listed = await gitOutput(root, ['grep', '--untracked', '--name-only', '-z', '--text', '--extended-regexp', '-e', '^<{7} ']);
    return listed.split('\0').filter((name) => name !== '');
  } catch {
    // It ends with 1 where there is none.
    return [];
  }
}

/** Tells git that these files are settled. */
export async function addToIndex(root: string, files: readonly string[]): Promise<void> {
  if (files.length > 0) await askGit(root, ['add', '--', ...files.map((file) => `:(literal)${file}`)], 'HEAD');
}

export async function isInRepository(root: string): Promise<boolean> {
  try {
    return (await gitOutput(root, ['rev-parse', '--is-inside-work-tree'])).trim() === 'true';
  } catch {
    return false;
  }
}

/** A commit that changed a file. */
export interface FileChange {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  readonly subject: string;
}

/**
 * The commits that changed a file, newest first, under its present name.
 * @param most commits
 * @returns none where there is no git
 */
export async function changesOf(root: string, file: string, most: number): Promise<FileChange[]> {
  try {
    const log = await gitOutput(root, [
      ...['log', `--max-count=${most}`, '--no-show-signature', '-z', '--format=%H%x01%an%x01%aI%x01%s'],
      ...['--', `:(literal)${file}`],
    ]);
    return log
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [commit = '', author = '', at = '', subject = ''] = entry.split('\x01');
        return { commit, author, at, subject };
      });
  } catch {
    return [];
  }
}

/** Who commits here, as `Ana Soler <ana@example.org>`; undefined where git knows nobody. */
export async function identityOf(root: string): Promise<string | undefined> {
  try {
    return (await gitOutput(root, ['var', 'GIT_AUTHOR_IDENT'])).replace(/ \d+ [+-]\d+\s*$/, '');
  } catch {
    return undefined;
  }
}

/** Those of some files that differ from the last commit, or that git does not know yet; none where there is no git. */
export async function uncommitted(root: string, files: readonly string[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  try {
    const status = await gitOutput(root, ['status', '--porcelain', '--untracked-files=all', '--no-renames', '-z', '--', '.']);
    const prefix = await gitOutput(root, ['rev-parse', '--show-prefix']);
    const changed = new Set(status.split('\0').map((line) => line.slice(3 + prefix.trim().length)));
    return new Set(files.filter((file) => changed.has(file)));
  } catch {
    return new Set();
  }
}

/**
 * Commits these files alone, as they are; what else is staged stays staged.
 * @param message its paragraphs
 * @param author `Ana Soler <ana@example.org>`; who commits where it is left out
 * @returns the commit's short name
 * @throws KnownError where git refuses: no identity, a hook, a merge that is under way
 */
export async function commitFiles(root: string, files: readonly string[], message: readonly string[], author?: string): Promise<string> {
  const paths = files.map((file) => `:(literal)${file}`);
  try {
    await gitOutput(root, ['add', '--', ...paths]);
    const by = author === undefined ? [] : [`--author=${author}`];
    await gitOutput(root, ['commit', '--quiet', '--only', ...by, ...message.flatMap((paragraph) => ['-m', paragraph]), '--', ...paths]);
    return (await gitOutput(root, ['rev-parse', '--short', 'HEAD'])).trim();
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new KnownError('git did not commit; what was to be committed is written and staged', {
      expected: 'a commit',
      got: said.split('\n')[0] || 'a refusal',
      help: `Commit it yourself, with the line "${message.at(-1)}".`,
      cause,
    });
  }
}

/**
 * What a command of git prints.
 * @throws Error where git, the repository or what the command names is not to be had
 */
export async function gitOutput(root: string, args: readonly string[]): Promise<string> {
  return (await run('git', ['-C', root, ...args], { maxBuffer: 1024 * 1024 * 1024 })).stdout;
}

/** The same for a person. @throws KnownError that names the revision that was asked for */
export async function askGit(root: string, args: readonly string[], revision = 'HEAD'): Promise<string> {
  try {
    return await gitOutput(root, args);
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().split('\n')[0] : '';
    throw new KnownError(`git cannot tell what changed since "${revision}"`, {
      expected: 'a revision of this repository, such as HEAD~1 or origin/main',
      got: said || 'no such revision',
      help: (await isShallow(root))
        ? 'It may be older than what is here, for this is a shallow clone: "git fetch --unshallow" gives the rest; in CI, fetch-depth: 0.'
        : 'In CI, fetch the history first (fetch-depth: 0).',
      cause,
    });
  }
}

/** Whether a clone holds only the last part of its history. */
async function isShallow(root: string): Promise<boolean> {
  try {
    return (await gitOutput(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  } catch {
    return false;
  }
}

/**
 * Takes a commit back by another one, while it is the last that changed its files, and nothing of them has been changed since.
 * @returns the new commit's short name; undefined where it is too late
 */
export async function revertCommit(root: string, commit: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
  const named = await gitOutput(root, ['show', '--format=', '--name-only', '--relative', '-z', commit]);
  const files = named.split('\0').filter((name) => name !== '');
  const last = await Promise.all(files.map(async (file) => (await changesOf(root, file, 1))[0]?.commit ?? ''));
  if (files.length === 0 || last.some((one) => !one.startsWith(commit)) || (await uncommitted(root, files)).size > 0) return undefined;
  await gitOutput(root, ['revert', '--no-edit', commit]);
  return (await gitOutput(root, ['rev-parse', '--short', 'HEAD'])).trim();
}
