/** `dragoman merge-record %O %A %B`: git's merge driver for records. The result stands in the second file. */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recordFormat } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { mergeRecords } from '../memory/merge.ts';
import type { EditionRecord } from '../memory/record.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';

/** A record that cannot be read is left to git and a person: exit 1 marks the file as conflicted. */
export const runMergeRecord: RunCommand = async ([base = '', ours = '', theirs = ''], _options, context) => {
  const open = (file: string): EditionRecord | undefined => {
    const text = readFileSync(resolve(context.cwd, file), 'utf8');
    return text.trim() === '' ? undefined : recordFormat.read(text, file);
  };
  try {
    const [was, our, their] = [open(base), open(ours), open(theirs)];
    if (our === undefined || their === undefined) return exit.findings;
    const { record, findings } = mergeRecords(was, our, their);
    writeFileSync(resolve(context.cwd, ours), recordFormat.write(record));
    for (const finding of findings)
      context.json ? context.print({ type: 'finding', ...finding }) : context.say(findingLine(finding, false));
    return exit.done;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    context.say(error.message);
    return exit.findings;
  }
};
