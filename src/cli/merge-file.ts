/** `dragoman merge-file %O %A %B %P`: git's merge driver for articles, records and glossaries. The result is left in the second file. */

import { dirname, relative, resolve } from 'node:path';
import { recordFormat } from '../adapters.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { fileBytes } from '../files/bytes.ts';
import { writeAtomic } from '../files/write.ts';
import { mergeFile } from '../project/merge-file.ts';
import { openProject, type Project } from '../project/project.ts';
import { decodeXml } from '../xml/bytes.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';

/** Exit 1 marks the file as conflicted: its conflicts are in it, or it cannot be read and is left as ours has it. */
export const runMergeFile: RunCommand = async ([base = '', ours = '', theirs = '', path = ours], _options, context) => {
  // A tool may have saved a record in UTF-16; git hands over files without their names.
  const isXml = /\.xli?ff?$/i.test(path);
  const open = (file: string): string => {
    const bytes = fileBytes(resolve(context.cwd, file));
    return isXml ? decodeXml(bytes, path).replace(/^\uFEFF/, '') : bytes.toString('utf8');
  };
  // Git runs a driver at the top of the repository, and the project may be below it.
  const project = projectOf(resolve(context.cwd, dirname(path)));
  const file = project === undefined ? path : relative(project.root, resolve(context.cwd, path)).replaceAll('\\', '/');
  try {
    const versions = { base: open(base), ours: open(ours), theirs: open(theirs) };
    const { text, isSettled, findings } = mergeFile(file, versions, project, recordFormat);
    writeAtomic(resolve(context.cwd, ours), text);
    for (const finding of findings)
      context.json ? context.print(findingEvent(finding)) : context.say(findingLine(finding, { shown: context.shown, color: false }));
    return isSettled ? exit.done : exit.findings;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    context.say(error.message);
    return exit.findings;
  }
};

function projectOf(folder: string): Project | undefined {
  try {
    return openProject(folder);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}
