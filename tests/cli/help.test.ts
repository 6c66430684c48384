/** What a terminal shows of the help: no line is longer than it is wide, whatever it says. */

import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { inProcess } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const words = (text: string): string[] => text.split(/\s+/);

test.each([80, 60, 40])('%i letters wide', async (columns) => {
  const root = temporaryFolder();
  for (const args of [['help'], ['glossary'], ...commands.map(({ name }) => [...name.split(' '), '--help'])]) {
    const whole = (await inProcess(root)(...args)).stdout;
    const { stdout } = await inProcess(root, columns)(...args);
    expect([args, words(stdout)]).toEqual([args, words(whole)]);
    // A command with its arguments, and an example to copy, are not broken.
    const long = stdout.split('\n').filter((line) => line.length > columns && !/^(?:Usage|Example): |^ {2}\S/.test(line));
    expect([args, long]).toEqual([args, []]);
  }
});

test('a terminal that does not know its width is told all in whole lines', async () => {
  const root = temporaryFolder();
  expect((await inProcess(root, 0)('translate', '--help')).stdout).toBe((await inProcess(root)('translate', '--help')).stdout);
});
