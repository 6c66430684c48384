/** What else a repository has: its package manager, its hooks, its CI. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileText } from '../../files/bytes.ts';

const MANAGERS = [
  ['pnpm-lock.yaml', 'pnpm', 'pnpm exec'],
  ['yarn.lock', 'yarn', 'yarn run'],
  ['bun.lock', 'bun', 'bunx'],
  ['bun.lockb', 'bun', 'bunx'],
  ['package-lock.json', 'npm', 'npx'],
] as const;

export interface PackageManager {
  readonly name: string;
  /** What runs an installed package's command. */
  readonly runs: string;
}

/** By its lock file, which a workspace has in a folder above; a package without any is npm's. */
export function packageManagerOf(root: string): PackageManager | undefined {
  for (const folder of repositoryFolders(root)) {
    const found = MANAGERS.find(([file]) => existsSync(join(folder, file)));
    if (found !== undefined) return { name: found[1], runs: found[2] };
  }
  return existsSync(join(root, 'package.json')) ? { name: 'npm', runs: 'npx' } : undefined;
}

/** A folder and those above it in its repository; alone where it is in none. */
function repositoryFolders(root: string): string[] {
  const folders = [root];
  for (let folder = root; !existsSync(join(folder, '.git')); folders.push(folder)) {
    if (dirname(folder) === folder) return [root];
    folder = dirname(folder);
  }
  return folders;
}

const HOOKS: readonly (readonly [file: string, name: string])[] = [
  ['lefthook.yml', 'lefthook'],
  ['.lefthook.yml', 'lefthook'],
  ['.husky', 'husky'],
  ['.pre-commit-config.yaml', 'pre-commit'],
  ['.githooks', '.githooks'],
];

export function hooksOf(root: string): string[] {
  return [...new Set(HOOKS.filter(([file]) => existsSync(join(root, file))).map(([, name]) => name))];
}

const CI: readonly (readonly [file: string, name: string])[] = [
  ['.github/workflows', 'GitHub Actions'],
  ['.gitlab-ci.yml', 'GitLab CI'],
  ['.circleci', 'CircleCI'],
  ['netlify.toml', 'Netlify'],
  ['vercel.json', 'Vercel'],
  ['.forgejo/workflows', 'Forgejo Actions'],
];

/** Also where the repository is hosted, by its remote: there CI can be. */
export function ciOf(root: string): string[] {
  const found = CI.filter(([file]) => existsSync(join(root, file))).map(([, name]) => name);
  const config = join(root, '.git/config');
  const isOnGitHub = existsSync(config) && /url = .*github\.com/.test(fileText(config));
  return found.length === 0 && isOnGitHub ? ['GitHub'] : found;
}
