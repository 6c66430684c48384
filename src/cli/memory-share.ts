/** `dragoman memory share`: what this checkout's records know is handed to the memory that desks share. */

import { recordFormat } from '../adapters.ts';
import { printOf, privateUntil } from '../edition/shared.ts';
import { readText } from '../files/read.ts';
import { chosenLocales, chosenSources, locate, openProject, readRecordFile, recordFile } from '../project/project.ts';
import { readableRecordAt } from '../project/records.ts';
import { allOf } from '../project/selection.ts';
import { demandedStore } from '../session/open-store.ts';
import { openSharedMemory } from '../session/shared-memory.ts';
import { counted } from '../text/counted.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

export const runMemoryShare: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd, context.config);
  const open = await openSharedMemory(demandedStore(project.config));
  const count = { shared: 0, unchanged: 0 };
  try {
    for (const { source, locales } of allOf(project, chosenSources(project, slugs), chosenLocales(project, text(options.to)))) {
      const until = privateUntil(readText(locate(project, source.file), source.file), source.slug, project);
      for (const locale of locales) {
        const path = recordFile(project, source, locale);
        const record = readRecordFile(project, path);
        const read = record === undefined ? undefined : readableRecordAt(project, recordFormat, path);
        if (record === undefined || read === undefined || context.signal.aborted) continue;
        const edition = { pair: { from: read.sourceLocale, to: locale }, slug: source.slug, print: printOf(record), privateUntil: until };
        const isNew = await open.memory.share({ ...edition, record: () => read });
        count[isNew ? 'shared' : 'unchanged']++;
      }
    }
  } finally {
    await open.close();
  }
  if (context.json) context.print({ type: 'summary', ...count });
  else context.print(`${counted(count.shared, 'edition')} shared; the memory had ${count.unchanged} as they are.`);
  return context.signal.aborted ? exit.interrupted : exit.done;
};
