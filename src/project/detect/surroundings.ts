/** What else a repository has: its package manager, its hooks, its CI. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileText } from '../../files/bytes.ts';

const MANAGERS = [
  ['pnpm-lock.yaml', 'pnpm', 'pnpm exec'],
  ['yarn.lock', 'yarn', 'yarn run'],
  ['bun.lock', 'bun', 'bunx'],
  ['bun.lockb', 'bun', 'bunx'],
  ['package-lock.json', 'npm', 'npx'],
  ['package.json', 'npm', 'npx'],
] as const;

export interface PackageManager {
  readonly name: string;
  /** What runs an installed package's command. */
  readonly runs: string;
}

export function packageManagerOf(root: string): PackageManager | undefined {
  const found = MANAGERS.find(([file]) => existsSync(join(root, file)));
  return found && { name: found[1], runs: found[2] };
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
