/** `dragoman merge`: a half-merged tree is settled: sources and glossaries, then records, and editions written from them. */

import { checks, recordFormat } from '../adapters.ts';
import { findingEvent } from '../edition/summary.ts';
import { settleTree } from '../project/merge-tree.ts';
import { openProject } from '../project/project.ts';
import { counted } from '../text/counted.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';

const STATES = { settled: 'settled ', conflict: 'conflict', left: 'left    ' } as const;

export const runMerge: RunCommand = async (_args, _options, context) => {
  const { files, findings, pending } = await settleTree(openProject(context.cwd, context.config), { recordFormat, checks });
  const count = (state: keyof typeof STATES) => files.filter((one) => one.state === state).length;
  for (const { file, state, why } of files) {
    if (context.json) context.print({ type: 'file', file, state, ...(why !== undefined && { why }) });
    else context.print(`${STATES[state]}  ${file}${why === undefined ? '' : `  (${why})`}`);
  }
  for (const finding of findings) {
    if (context.json) context.print(findingEvent(finding));
    else context.print(findingLine(finding, context));
  }
  const remaining = count('conflict') + count('left');
  if (context.json)
    context.print({ type: 'summary', settled: count('settled'), conflicts: count('conflict'), left: count('left'), pending });
  else
    context.print(
      files.length === 0
        ? 'Nothing to settle: git has merged every file, or there is no merge.'
        : `${count('settled')} of ${counted(files.length, 'file')} settled${remaining > 0 ? '; settle the others by hand, then run again' : pending > 0 ? `; ${counted(pending, 'sentence waits', 'sentences wait')} for "dragoman translate"` : ', ready to commit'}`,
    );
  return remaining > 0 ? exit.findings : exit.done;
};
