/** Which commands hear of a Ctrl-C themselves: the others, which compute without a pause, are ended by it. */

import { expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { checkout } from '../support/checkout.ts';

const EDITED = { 'articles/en/a.md': '# It opens\n', 'articles/es/a.md': '# Abre\n' };
const screen = { write: () => true };

test.each([
  [['memory', 'align'], false],
  [['check'], false],
  [['status'], false],
  [['prune'], false],
  [['glossary', 'suggest'], false],
  [['translate'], true],
])('%j', async (args, hears) => {
  const { root } = checkout(EDITED);
  let isHeard = false;
  await runProgram(args, {
    ...{ cwd: root, env: {}, stdout: screen, stderr: screen },
    get signal() {
      isHeard = true;
      return new AbortController().signal;
    },
  });
  expect(isHeard).toBe(hears);
});
