#!/usr/bin/env node
/** The package's command. It imports nothing that an old Node cannot read, so that it can say which one is needed. */

import process from 'node:process';

/** The least version, as "engines" in package.json has it: `node:sqlite` without a flag and with a time to wait, types taken away by Node. */
const LEAST = [22, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  process.stderr.write(
    `dragoman: Node ${process.versions.node} is too old\n  expected Node ${LEAST.join('.')} or later\n  In a project: npm install --save-dev node@24; npx dragoman then runs on it.\n`,
  );
  process.exitCode = 2;
} else {
  if (major < 24) withoutSqliteWarning();
  await import('./main.ts');
}

/** Node 22 warns at each start that its SQLite may change. It is the one that later versions have. */
function withoutSqliteWarning(): void {
  const warn = process.emitWarning as (...given: unknown[]) => void;
  process.emitWarning = (...given: unknown[]) => {
    if (!String(given[0]).startsWith('SQLite is an experimental feature')) warn.apply(process, given);
  };
}
