/** The memories of a project: one index a locale in the cache folder, brought up to date when it is first asked. */

import { join } from 'node:path';
import { FORMATS } from '../edition/source.ts';
import type { KnownError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import type { FileStamps, RecordFile } from '../memory/indexed.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { filesIn, type Memory, openMemory, type RecordedTarget } from '../memory/store.ts';
import { cacheFolder, type Project, recordFile } from './project.ts';
import { importedFiles, readableRecordAt, recordFiles } from './records.ts';
import { contentStamp, isStill, stampText } from './stamps.ts';

export interface Memories {
  readonly lookupFor: (locale: string) => Lookup;
  readonly memoryFor: (locale: string) => Memory;
  /** The segments of a locale's records whose source holds some letters; memories that came from elsewhere are no editions. */
  readonly recordedHolding: (locale: string, letters: string, sameCase: boolean) => Generator<RecordedTarget>;
  /** Takes in what other commands and people have written since. */
  readonly bringUpToDate: (locale: string) => void;
  /** Keeps a record that has just been written, with its text, where the memory of its locale is open. */
  readonly keep: (locale: string, file: RecordFile, content: EditionRecord, text: string) => void;
  /** What was kept is in the memories when the next command opens them. */
  readonly close: () => void;
}

/**
 * @param format of the records
 * @param onUnreadable told once of a memory of another tool's that cannot be read: no article names it, as it does its own record
 */
export function openMemories(
  project: Project,
  format: Format<EditionRecord>,
  onUnreadable: (error: KnownError) => void = () => {},
): Memories {
  const open = new Map<string, Memory>();
  const told = new Set<string>();
  const tellOnce = (error: KnownError) => {
    if (!told.has(error.message)) onUnreadable(error);
    told.add(error.message);
  };
  const memoryFor = (locale: string): Memory => {
    const known = open.get(locale);
    if (known !== undefined) return known;
    const memory = openMemory(indexFile(project, locale));
    open.set(locale, memory);
    update(memory, locale);
    return memory;
  };
  const update = (memory: Memory, locale: string) => {
    const imported = importedFiles(project, locale);
    const isImported = new Set(imported.map(({ path }) => path));
    memory.update(
      [...recordFiles(project, locale), ...imported],
      ({ path }) => readableRecordAt(project, format, path, isImported.has(path) ? tellOnce : undefined),
      stampsIn(project),
    );
  };
  return {
    memoryFor,
    lookupFor: (locale) => (text, context) => memoryFor(locale).lookup(text, context),
    recordedHolding: function* (locale, letters, sameCase) {
      for (const segment of memoryFor(locale).holding(letters, sameCase))
        if (FORMATS.some((one) => segment.path === recordFile(project, { format: one, slug: segment.slug }, locale))) yield segment;
    },
    bringUpToDate: (locale) => {
      const known = open.get(locale);
      if (known === undefined) memoryFor(locale);
      else update(known, locale);
    },
    keep: (locale, file, content, text) => open.get(locale)?.keep(file, content, contentStamp(text)),
    close: () => {
      for (const memory of open.values()) {
        memory.takeKept(stampsIn(project));
        memory.close();
      }
      open.clear();
    },
  };
}

const indexFile = (project: Project, locale: string) => join(cacheFolder(project), `memory-${locale}.db`);

/**
 * What is wrong with memories that came from elsewhere, for who asks for no sentence of them: those that an index has taken in as they are
 * are readable, and are not read again.
 */
export function unreadableMemories(project: Project, format: Format<EditionRecord>, locales: readonly string[]): KnownError[] {
  const errors: KnownError[] = [];
  for (const locale of locales) {
    const imported = importedFiles(project, locale);
    if (imported.length === 0) continue;
    const known = filesIn(indexFile(project, locale));
    const { of, isStill } = stampsIn(project);
    const isKnown = (path: string) => {
      const stamp = known.get(path);
      return stamp !== undefined && (of(path) === stamp || isStill(path, stamp));
    };
    for (const { path } of imported) if (!isKnown(path)) readableRecordAt(project, format, path, (error) => errors.push(error));
  }
  return errors;
}

function stampsIn({ root }: Project): FileStamps {
  const now = Date.now();
  return { of: (path) => stampText(join(root, path), now), isStill: (path, stamp) => isStill(join(root, path), stamp) };
}
