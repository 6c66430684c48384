/** When git last saw the files of a project change, and what one said when another changed. */

import { fileAt, gitOutput } from './git.ts';

export interface History {
  /**
   * The last commit that changed a file, where the file is as that commit left it; undefined where git does not know the file, where it
   * has been changed since, and where the history of a shallow clone ends before.
   */
  readonly lastChange: (file: string) => string | undefined;
  /** Whether a file is as it was at the last change of another. */
  readonly isSameSince: (file: string, other: string) => boolean;
  /** Whether the clone holds only the last part of its history. */
  readonly isShallow: boolean;
}

/**
 * One walk over the history, whatever the number of files.
 * @param root an absolute folder
 * @returns undefined where there is no git, no repository or no commit
 */
export async function historyOf(root: string): Promise<History | undefined> {
  try {
    const [log, changed, untracked, shallow] = await Promise.all([
      gitOutput(root, [
        'log',
        '--format=%x01%H %P',
        '--name-only',
        '--no-renames',
        '--relative',
        '-m',
        '--first-parent',
        '-z',
        'HEAD',
        '--',
        '.',
      ]),
      gitOutput(root, ['diff', '--name-only', '--relative', '-z', 'HEAD']),
      gitOutput(root, ['ls-files', '--others', '-z']),
      gitOutput(root, ['rev-parse', '--is-shallow-repository']),
    ]);
    const isShallow = shallow.trim() === 'true';
    const dirty = new Set(`${changed}${untracked}`.split('\0'));
    const last = new Map<string, { readonly commit: string; readonly age: number; readonly isKnown: boolean }>();
    for (const [age, entry] of log.split('\x01').slice(1).entries()) {
      const [head = '', ...files] = entry.split(/[\0\n]+/);
      const [commit = '', parent = ''] = head.split(' ');
      // The first commit of a shallow clone seems to have made every file.
      const isKnown = !isShallow || parent !== '';
      for (const file of files) if (file !== '' && !last.has(file)) last.set(file, { commit, age, isKnown });
    }
    const known = (file: string) => {
      const found = dirty.has(file) ? undefined : last.get(file);
      return found?.isKnown ? found : undefined;
    };
    return {
      lastChange: (file) => known(file)?.commit,
      isSameSince: (file, other) => {
        const [own, theirs] = [dirty.has(file) ? undefined : last.get(file), known(other)];
        return own !== undefined && theirs !== undefined && own.age >= theirs.age;
      },
      isShallow,
    };
  } catch {
    return undefined;
  }
}

/** What a file said at the last change of another; undefined where that is not known, or the file is the same since. */
export async function textThen(root: string, history: History | undefined, file: string, other: string): Promise<string | undefined> {
  const commit = history?.lastChange(other);
  return history === undefined || commit === undefined || history.isSameSince(file, other) ? undefined : fileAt(root, commit, file);
}
