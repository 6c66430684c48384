/** Repositories as people keep them, one a generator (`tests/layouts/sites/`), copied into a folder of their own with their history. */

import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SITES = resolve(import.meta.dirname, '../layouts/sites');

export const siteNames: readonly string[] = readdirSync(SITES).sort();

/** @param into a folder that is there */
export function copySite(name: string, into: string): void {
  cpSync(join(SITES, name), into, { recursive: true });
  git(into, 'init', '-q', '-b', 'main');
  git(into, 'add', '-A', '--force');
  git(into, '-c', 'user.name=n', '-c', 'user.email=e@example.org', 'commit', '-q', '-m', 'The site');
}

export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8' });
}

/** Every file below a folder by its path, but those of git and what is installed. */
export function filesIn(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const visit = (below: string) => {
    for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? item.name : `${below}/${item.name}`;
      if (item.isDirectory() && item.name !== '.git' && item.name !== 'node_modules') visit(path);
      else if (item.isFile()) found.set(path, readFileSync(join(folder, path)));
    }
  };
  visit('');
  return found;
}
