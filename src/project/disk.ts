/** The project's files for the pipeline: texts in, outcomes out. */

import { existsSync } from 'node:fs';
import type { Desk, EditionTools } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import { type Glossary, glossaryOf } from '../edition/glossary.ts';
import type { EditionPaths, Source } from '../edition/source.ts';
import { knownOf } from '../errors.ts';
import { readText } from '../files/read.ts';
import { removeFile } from '../files/write.ts';
import type { Format } from '../formats/format.ts';
import type { EarlierEdition } from '../memory/earlier.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { earlierVersions } from './git.ts';
import type { Dictionaries } from './hunspell.ts';
import { readPair, writePair } from './pairs.ts';
import { editionFile, glossaryFile, locate, type Project, readProjectFile, recordFile } from './project.ts';
import { renameFinder } from './renames.ts';
import { rememberPairs, writtenPairs } from './written.ts';

/**
 * @param given.dictionaries of the user's, which confirm forms of terms
 * @param given.memoryFor what other articles of a locale know; without it editions know themselves alone
 * @param given.again whether machine targets are made once more
 * @param given.fill whether sentences that adopted editions leave out are wanted after all
 */
export function openDisk(
  project: Project,
  tools: EditionTools,
  given: {
    readonly dictionaries?: Dictionaries;
    readonly memoryFor?: (locale: string) => Lookup;
    readonly fill?: boolean;
    readonly again?: Desk['again'];
  } = {},
): Disk {
  const deskOf = once((pair): Desk => {
    const [locale = '', from] = pair.split(' ');
    return {
      ...tools,
      locale,
      settings: project,
      glossary: openGlossary(project, locale, from, given.dictionaries),
      memory: given.memoryFor?.(locale),
      earlier: (paths) => earlierEditions(project, paths, tools.recordFormat),
      fill: given.fill === true,
      again: given.again,
      exists: (path) => isThere(project, path),
    };
  });
  const finderFor = once((locale) => renameFinder(project, locale, tools.recordFormat));
  return {
    settings: project,
    deskFor: (locale, from = project.config.sourceLocale) => deskOf(`${locale} ${from}`),
    editionPaths: (source, locale) => editionPaths(project, source, locale),
    readSource: ({ file, unusable }) => {
      if (unusable !== undefined) throw unusable;
      return readText(locate(project, file), file);
    },
    read: (paths) => readPair(project, paths),
    formerOf: (article, { source, locale }) => finderFor(locale)(article, source.format),
    write: async ({ file, recordFile, texts, record, edition, removed }) => {
      if (edition !== undefined && record !== undefined && texts.localized !== undefined && texts.localized !== edition.text)
        rememberPairs(project, file, [texts, { record: record.text, localized: edition.text }]);
      const after = record === undefined ? undefined : { record: record.text, localized: edition?.text };
      if (after !== undefined && !(await writePair(project, { file, recordFile }, texts, after))) return false;
      for (const former of removed) removeFile(locate(project, former));
      return true;
    },
  };
}

/**
 * @param from the language of what is translated
 * @throws KnownError where the glossary of the two is not usable
 */
export function openGlossary(
  project: Project,
  locale: string,
  from: string = project.config.sourceLocale,
  dictionaries?: Dictionaries,
): Glossary {
  const file = glossaryFile(project, locale, from);
  return glossaryOf(readProjectFile(project, file), file, from, dictionaries?.get(locale));
}

export function editionPaths(project: Project, source: Source, locale: string): EditionPaths {
  return { source, locale, file: editionFile(project, source, locale), recordFile: recordFile(project, source, locale) };
}

/** Revisions that are asked: who checks out an older edition seldom goes back further. */
const MOST_REVISIONS = 20;

/** A record of before that cannot be read explains nothing. */
function* earlierEditions(project: Project, { recordFile, file }: EditionPaths, format: Format<EditionRecord>): Generator<EarlierEdition> {
  const written = writtenPairs(project, file).map((texts) => ({ ...texts, isCommitted: false }));
  const committed = earlierVersions(project.root, [recordFile, file], MOST_REVISIONS).map(([record, localized]) => ({
    ...{ record, localized },
    isCommitted: true,
  }));
  for (const { record, localized, isCommitted } of [...committed, ...written]) {
    if (record === undefined) continue;
    try {
      yield { record: format.read(record, recordFile), localized, isCommitted };
    } catch (error) {
      if (knownOf(error) === undefined) throw error;
    }
  }
}

/** Whether a file is at a path; one behind a link that leads out of the project is none of it. */
function isThere(project: Project, path: string): boolean {
  try {
    return existsSync(locate(project, path));
  } catch {
    return false;
  }
}

function once<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
