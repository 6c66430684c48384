#!/usr/bin/env node
/** The package's command. It imports nothing that an old Node cannot read, so that it can say which one is needed. */

import process from 'node:process';

/** The least major version, as "engines" in package.json has it: node:sqlite without a flag, and what the language brought since. */
const LEAST = 24;

if (Number.parseInt(process.versions.node, 10) < LEAST) {
  process.stderr.write(
    `dragoman: Node ${process.versions.node} is too old\n  expected Node ${LEAST} or later\n  In a project: npm install --save-dev node@${LEAST}; npx dragoman then runs on it.\n`,
  );
  process.exitCode = 2;
} else await import('./main.ts');
