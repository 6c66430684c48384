/** The workflow file that `init` offers: `dragoman ci` with the package that the site has installed (docs/ci.md). */

export const WORKFLOW_FILE = '.github/workflows/dragoman.yml';

/** Actions by their commits: a tag can be moved to other code. */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const NODE = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';
const CACHE = 'actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0';
const cache = (part: 'restore' | 'save') => CACHE.replace('cache@', `cache/${part}@`);

const INSTALL: Readonly<Record<string, string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
  bun: 'npx bun install --frozen-lockfile',
};

/** @param manager the package manager; without one the command is fetched by npx */
export function workflow(manager: string | undefined): string {
  const install = manager === undefined ? '' : `      - run: ${INSTALL[manager] ?? 'npm ci'}\n`;
  return `# Translates on a push and commits the editions; checks pull requests, which need no key. docs/ci.md of Dragoman explains each line.
name: Dragoman
on:
  push: { branches: [main] }
  pull_request:
  merge_group:
  workflow_dispatch:

permissions: {}

jobs:
  check:
    if: github.event_name == 'pull_request' || github.event_name == 'merge_group'
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    concurrency: { group: 'dragoman-check-\${{ github.ref }}', cancel-in-progress: true }
    steps:
      - uses: ${CHECKOUT}
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: ${NODE}
        with: { node-version: 24 }
${install}      - run: npx dragoman ci
        env: { DRAGOMAN_TOKEN: '\${{ github.token }}' }

  translate:
    if: github.event_name == 'push' || github.event_name == 'workflow_dispatch'
    runs-on: ubuntu-latest
    permissions: { contents: write, pull-requests: write }
    # One run at a time, and none is cut off: what it sends is paid for.
    concurrency: { group: 'dragoman-translate-\${{ github.ref }}', cancel-in-progress: false }
    steps:
      - uses: ${CHECKOUT}
        with: { fetch-depth: 0 }
      - uses: ${NODE}
        with: { node-version: 24 }
      # The journal: what an engine has answered, and no commit holds yet.
      - uses: ${cache('restore')}
        with: { path: .dragoman, key: 'dragoman-\${{ github.run_id }}-\${{ github.run_attempt }}', restore-keys: dragoman- }
${install}      - run: npx dragoman ci
        env:
          # commit, or pull-request for editions that somebody reads first
          DRAGOMAN_DELIVER: commit
          DRAGOMAN_TOKEN: \${{ github.token }}
      - uses: ${cache('save')}
        if: always()
        with: { path: .dragoman, key: 'dragoman-\${{ github.run_id }}-\${{ github.run_attempt }}' }
`;
}
