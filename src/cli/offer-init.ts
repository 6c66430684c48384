/** The program without a command, in a folder that has no configuration: it offers to make one. */

import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { CONFIG_FILE, projectRoot } from '../project/root.ts';
import type { CommandContext } from './command.ts';
import { exit } from './exit.ts';

/**
 * On a terminal it asks; elsewhere it says which command to run.
 * @param init what a yes runs
 * @returns the exit code: that of a command line without a command, unless somebody said yes
 */
export async function offerInit(context: CommandContext, init: (context: CommandContext) => Promise<number>): Promise<number> {
  if (context.config !== undefined || projectRoot(context.cwd) !== undefined) return exit.usage;
  context.say(`\nThere is no ${CONFIG_FILE} here: "dragoman init" makes one.`);
  if (process.stdin.isTTY !== true || context.stderr.isTTY !== true || context.json) return exit.usage;
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await line.question('Make one now? [y/N] ', { signal: context.signal });
    return /^\s*y/i.test(answer) ? await init(context) : exit.usage;
  } finally {
    line.close();
  }
}
