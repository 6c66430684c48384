/** What tells a project from every other one, wherever it is checked out. */

import { hash } from 'node:crypto';
import { gitOutput } from './git.ts';
import type { Project } from './project.ts';

/**
 * Of the repository's address at its remote, in whichever way it is fetched, the folder in it, and where the glossaries are. The same in
 * all clones, on all branches.
 * @returns eight hexadecimal digits; undefined where there is no remote: a folder's path may be anybody's
 */
export async function projectKey({ root, config }: Pick<Project, 'root' | 'config'>): Promise<string | undefined> {
  try {
    const url = (await gitOutput(root, ['config', '--get', 'remote.origin.url'])).trim();
    const folder = (await gitOutput(root, ['rev-parse', '--show-prefix'])).trim();
    return url === '' ? undefined : hash('sha256', [withoutWay(url), folder, config.paths.glossary].join('\n')).slice(0, 8);
  } catch {
    return undefined;
  }
}

/** `https://user:key@host/o/r.git`, `ssh://git@host/o/r` and `git@host:o/r` are the same repository. */
export function withoutWay(url: string): string {
  return url
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?/, '$1/')
    .replace(/(?:\.git)?\/*$/, '')
    .toLowerCase();
}
