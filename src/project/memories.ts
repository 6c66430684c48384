/** The memories of a project: one index a locale in the cache folder, brought up to date when it is first asked. */

import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { FORMATS, type Source } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { type FileStamps, type Memory, openMemory, type RecordedTarget, type RecordFile } from '../memory/store.ts';
import { cacheFolder, glossaryFile, type Project, readRecordFile, recordFile } from './project.ts';
import { isStill, stampText } from './stamps.ts';

export interface Memories {
  readonly lookupFor: (locale: string) => Lookup;
  readonly memoryFor: (locale: string) => Memory;
  /** The segments of a locale's records whose source holds some letters; memories that came from elsewhere are no editions. */
  readonly recordedHolding: (locale: string, letters: string, sameCase: boolean) => Generator<RecordedTarget>;
  readonly close: () => void;
}

/** @param format of the records */
export function openMemories(project: Project, format: Format<EditionRecord>): Memories {
  const open = new Map<string, Memory>();
  const memoryFor = (locale: string): Memory => {
    const known = open.get(locale);
    if (known !== undefined) return known;
    const memory = openMemory(join(cacheFolder(project), `memory-${locale}.db`));
    open.set(locale, memory);
    const files = [...recordFiles(project, locale), ...importedFiles(project, locale)];
    memory.update(files, ({ path }) => readRecord(project, format, path), stampsIn(project));
    return memory;
  };
  return {
    memoryFor,
    lookupFor: (locale) => (text, context) => memoryFor(locale).lookup(text, context),
    recordedHolding: function* (locale, letters, sameCase) {
      for (const segment of memoryFor(locale).holding(letters, sameCase))
        if (FORMATS.some((one) => segment.path === recordFile(project, { format: one, slug: segment.slug }, locale))) yield segment;
    },
    close: () => {
      for (const memory of open.values()) memory.close();
      open.clear();
    },
  };
}

function stampsIn({ root }: Project): FileStamps {
  const now = Date.now();
  return { of: (path) => stampText(join(root, path), now), isStill: (path, stamp) => isStill(join(root, path), stamp) };
}

/** A record that cannot be read is reported where its article is brought up to date; the memory does without. */
function readRecord(project: Project, format: Format<EditionRecord>, path: string): EditionRecord | undefined {
  try {
    const text = readRecordFile(project, path);
    return text === undefined ? undefined : format.read(text, path);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
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

function importedFiles(project: Project, locale: string): RecordFile[] {
  const [before = '', after = ''] = importedFile(project, locale, '\0').split('\0');
  return filesBetween(project, before, after);
}

function filesBetween(project: Project, before: string, after: string): RecordFile[] {
  const folder = join(project.root, before.slice(0, before.lastIndexOf('/') + 1));
  if (!existsSync(folder)) return [];
  const found: RecordFile[] = [];
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || item.name.startsWith('.')) continue;
    const name = join(item.parentPath, item.name)
      .slice(project.root.length + 1)
      .replaceAll('\\', '/');
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    found.push({ slug: name.slice(before.length, name.length - after.length), path: name });
  }
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
