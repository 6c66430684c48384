/** The project's files for the pipeline: texts in, outcomes out. */

import { existsSync, rmSync } from 'node:fs';
import type { Desk, EditionTools } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import { type Glossary, glossaryOf } from '../edition/glossary.ts';
import type { EditionPaths, EditionTexts, Source } from '../edition/source.ts';
import type { Format } from '../formats/format.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { finishStaged, RECORD_BYTES, readText, writePair } from './files.ts';
import { editionFile, glossaryFile, locate, type Project, readProjectFile, recordFile } from './project.ts';
import { renameFinder } from './renames.ts';

/** @param memoryFor what other articles of a locale know; without it editions know themselves alone */
export function openDisk(project: Project, tools: EditionTools, memoryFor?: (locale: string) => Lookup): Disk {
  const deskFor = once(
    (locale): Desk => ({
      ...tools,
      locale,
      settings: project,
      glossary: openGlossary(project, locale),
      memory: memoryFor?.(locale),
      exists: (path) => isThere(project, path),
    }),
  );
  const finderFor = once((locale) => renameFinder(project, locale, tools.recordFormat));
  return {
    settings: project,
    deskFor,
    editionPaths: (source, locale) => editionPaths(project, source, locale),
    readSource: ({ file }) => readText(locate(project, file), file),
    read: (paths) => readTexts(project, paths, tools.recordFormat),
    formerOf: (article, locale) => finderFor(locale)(article),
    write: ({ record, edition, removed }) => {
      if (record !== undefined) writePair(onDisk(project, record), edition && onDisk(project, edition));
      for (const file of removed) rmSync(locate(project, file), { force: true });
    },
  };
}

/** @throws KnownError where the locale's glossary is not usable */
export function openGlossary(project: Project, locale: string): Glossary {
  const file = glossaryFile(project, locale);
  return glossaryOf(readProjectFile(project, file), file, project.config.sourceLocale);
}

export function editionPaths(project: Project, source: Source, locale: string): EditionPaths {
  return { source, locale, file: editionFile(project, source, locale), recordFile: recordFile(project, source, locale) };
}

function readTexts(project: Project, { file, recordFile }: EditionPaths, format: Format<EditionRecord>): EditionTexts {
  const record = readProjectFile(project, recordFile, RECORD_BYTES);
  finishStaged(locate(project, file), () => (record === undefined ? undefined : format.read(record, recordFile).editionHash));
  return { record, localized: readProjectFile(project, file) };
}

function onDisk(project: Project, { path, text }: { readonly path: string; readonly text: string }) {
  return { path: locate(project, path), text };
}

/** Whether a file is at a path; one behind a link that leads out of the project is none of it. */
function isThere(project: Project, path: string): boolean {
  try {
    return existsSync(locate(project, path));
  } catch {
    return false;
  }
}

function once<Value>(make: (locale: string) => Value): (locale: string) => Value {
  const made = new Map<string, Value>();
  return (locale) => {
    const value = made.get(locale) ?? make(locale);
    made.set(locale, value);
    return value;
  };
}
