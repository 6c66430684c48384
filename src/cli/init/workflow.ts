/** The workflow file that `init` offers. */

export const WORKFLOW_FILE = '.github/workflows/dragoman.yml';

const INSTALL: Readonly<Record<string, string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
  bun: 'npx bun install --frozen-lockfile',
};

/** @param manager the package manager; without one the command is fetched by npx */
export function workflow(manager: string | undefined): string {
  const install = manager === undefined ? '' : `      - run: ${INSTALL[manager] ?? 'npm ci'}\n`;
  return `# Translates on a push, and checks the editions on a pull request; docs/ci.md of Dragoman says more.
name: Dragoman
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
concurrency:
  group: dragoman-\${{ github.ref }}
jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
${install}      - run: npx dragoman check --frozen --format github
  translate:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
${install}      - run: npx dragoman translate
      - run: |
          git config user.name 'dragoman[bot]'
          git config user.email 'dragoman[bot]@users.noreply.github.com'
          git add --all
          git diff --cached --quiet || { git commit --message 'Translate' && git push; }
`;
}
