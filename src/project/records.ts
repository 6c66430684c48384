/** The records of a locale and the memories beside them: which there are, and what they hold. */

import { join, posix } from 'node:path';
import type { Source } from '../edition/source.ts';
import { type KnownError, knownOf } from '../errors.ts';
import { isNothing } from '../files/bytes.ts';
import { filesBelow, isShown } from '../files/walk.ts';
import type { Format } from '../formats/format.ts';
import type { RecordFile } from '../memory/indexed.ts';
import type { EditionRecord } from '../memory/record.ts';
import { glossaryFile, type Project, readRecordFile, recordFile } from './project.ts';

/**
 * @param path relative to the project
 * @throws KnownError where there is no record or it is not readable
 */
export function recordAt(project: Project, format: Format<EditionRecord>, path: string): EditionRecord {
  return format.read(readRecordFile(project, path) ?? '', path);
}

/** The same, undefined where it throws: such a record is reported where its article is brought up to date; others do without. */
export function readableRecordAt(
  project: Project,
  format: Format<EditionRecord>,
  path: string,
  onUnreadable: (error: KnownError) => void = () => {},
): EditionRecord | undefined {
  try {
    return recordAt(project, format, path);
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    onUnreadable(known);
    return undefined;
  }
}

/** Every record of a locale, those of sources that are gone included: of articles, then of strings, in code unit order of their slugs. */
export function recordFiles(project: Project, locale: string): RecordFile[] {
  return [...articleRecords(project, locale), ...recordsOf(project, locale, 'strings')];
}

export function articleRecords(project: Project, locale: string): RecordFile[] {
  // The template of articles may take in the folder of strings.
  const others = new Set(recordsOf(project, locale, 'strings').map(({ path }) => path));
  return recordsOf(project, locale, 'markdown').filter(({ path }) => !others.has(path));
}

function recordsOf(project: Project, locale: string, format: Source['format']): RecordFile[] {
  const [before = '', after = ''] = recordFile(project, { format, slug: '\0' }, locale).split('\0');
  return filesBetween(project, before, after);
}

/** Where a memory that came from elsewhere is kept: in git, beside the locale's glossary. Relative to the project. */
export function importedFile(project: Project, locale: string, name: string): string {
  return posix.join(posix.dirname(glossaryFile(project, locale)), 'memory', `${name}.xlf`);
}

/** The file of a further part of a large memory, from the second on: no name of a person's file holds the dot. */
export function importedPart(project: Project, locale: string, name: string, part: number): string {
  return importedFile(project, locale, part === 1 ? name : `${name}.${part}`);
}

/** Every memory of a locale that came from elsewhere. */
export function importedFiles(project: Project, locale: string): RecordFile[] {
  const [before = '', after = ''] = importedFile(project, locale, '\0').split('\0');
  return filesBetween(project, before, after);
}

function filesBetween(project: Project, before: string, after: string): RecordFile[] {
  const folder = join(project.root, before.slice(0, before.lastIndexOf('/') + 1));
  if (isNothing(folder)) return [];
  const found: RecordFile[] = [];
  for (const { path, isLink } of filesBelow(folder, isShown)) {
    if (isLink) continue;
    const name = join(folder, path)
      .slice(project.root.length + 1)
      .replaceAll('\\', '/');
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    found.push({ slug: name.slice(before.length, name.length - after.length), path: name });
  }
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
