/** What is told of arguments that mean nothing. */

import { expect, test } from 'vitest';
import { inProcess } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each([
  ['glossary set es mayor alcaldesa --yes', 'There is no option "--yes"', 'Run "dragoman help glossary set" for a list.'],
  ['translate --too es', 'There is no option "--too"', 'Did you mean "--to"?'],
  ['publish --out', '--out needs a value', 'Run "dragoman help publish" for its options.'],
  ['translate --dry-run=3', '--dry-run takes no value', 'Run "dragoman help translate" for its options.'],
  ['--bogus', 'There is no option "--bogus"', 'Run "dragoman --help" for a list.'],
  ['trnslate', 'There is no command "trnslate"', 'Did you mean "translate"?'],
  ['glossary frobnicate', 'There is no command "glossary frobnicate"', 'Run "dragoman --help" for a list.'],
])('%s', async (line, fault, help) => {
  const { code, stderr } = await inProcess(temporaryFolder())(...line.split(' '));
  expect([code, stderr]).toEqual([2, expect.stringContaining(fault)]);
  expect(stderr).toContain(help);
});
