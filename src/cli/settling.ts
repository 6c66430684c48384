/** How a checkout that git leaves unmerged is settled: by this very program. */

import { extname, join, resolve } from 'node:path';
import process from 'node:process';
import { checks, recordFormat } from '../adapters.ts';
import type { Settle } from '../ci/settling.ts';
import { REMOVED, settleTree } from '../project/merge-tree.ts';
import { openProject } from '../project/project.ts';
import type { CommandContext } from './command.ts';
import { findingLine } from './finding-line.ts';

export function settling(context: CommandContext): Settle {
  return async () => {
    const { files, findings } = await settleTree(openProject(context.cwd, context.config), { recordFormat, checks });
    for (const finding of findings) context.say(findingLine(finding, { shown: context.shown, color: false }));
    return files.flatMap(({ file, state, why }) =>
      state === 'settled' ? [] : [{ file, state: why === REMOVED ? ('gone' as const) : ('conflict' as const) }],
    );
  };
}

/** Git's merge driver: this very program, run by the Node that runs it. */
export function mergeDriver(): string {
  const main = resolve(join(import.meta.dirname, `main${extname(import.meta.filename)}`));
  const quoted = [process.execPath, main].map((path) => `'${path.replaceAll("'", "'\\''")}'`);
  return `${quoted.join(' ')} merge-file %O %A %B %P`;
}
