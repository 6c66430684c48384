/**
 * The folder of another generator, in which editions are put beside its own files. A list of what was put, with hashes, is kept in it, and a
 * copy of it outside: what is withdrawn goes from there too, and nothing that is not proven to be Dragoman's is written over or removed.
 * Where the list is lost or spoiled, copy, marks in the files and names that hold a hash are the proof.
 */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../../errors.ts';
import { fileBytes, fileText, ownStatsOf } from '../../files/bytes.ts';
import { filesBelow } from '../../files/walk.ts';
import { writeAtomic, writeCached } from '../../files/write.ts';
import { outFolder } from '../out-folder.ts';
import { digestOf, hasOwnFolders, isAsListed, isRegularFile, isSiteFile, removeListed } from '../site-files.ts';
import { isAsMarked } from './written-mark.ts';

export const EXPORT_LIST = '.dragoman-export.json';

/** Listed by a version that kept no hashes, and never written to a list. */
const UNKNOWN = '?';

export interface ExportFolder {
  /** @returns why the file is not written, where it is not */
  readonly put: (file: string, content: string | Uint8Array) => string | undefined;
  /** Whether a file that no export wrote is there. */
  readonly isForeign: (file: string) => boolean;
  /** A file of the last export that stays as it is. */
  readonly keep: (file: string) => void;
  /** Removes what is withdrawn and writes the list. */
  readonly finish: () => FinishedExport;
}

interface FinishedExport {
  readonly written: readonly string[];
  /** How many stand as they would be written. */
  readonly unchanged: number;
  readonly removed: readonly string[];
  /** Withdrawn files that are not as they were written. */
  readonly left: readonly string[];
  /** Whether the list could be written: its place is not somebody else's. */
  readonly isListed: boolean;
}

/**
 * @param given the generator's project, absolute
 * @param isTaken whether a file at an absolute path would be taken for an article of the project that exports
 * @param copy the file of the list's copy, absolute
 * @throws KnownError where the list of the last export cannot be read, and nothing else proves what it wrote
 */
export function openExportFolder(given: string, isTaken: (path: string) => boolean, copy?: string): ExportFolder {
  const out = outFolder(given);
  const listed = provenFiles(out, copy);
  const files = new Map<string, string>();
  const written = new Set<string>();
  let unchanged = 0;
  return {
    put: (file, content) => {
      const before = listed.get(file);
      const refused = files.has(file)
        ? 'another edition is exported to the same file'
        : isTaken(join(out, file)) && !existsSync(join(out, file))
          ? 'the file would be an article itself. Name another folder with --out'
          : refusalOf(out, file, content, before);
      if (refused !== undefined) {
        if (before !== undefined && !files.has(file)) files.set(file, before);
        return `The edition is not exported: ${refused}`;
      }
      files.set(file, digestOf(content));
      if (writeAtomic(join(out, file), content)) written.add(file);
      else unchanged++;
      return undefined;
    },
    isForeign: (file) => !listed.has(file) && !files.has(file) && existsSync(join(out, file)),
    keep: (file) => {
      const before = listed.get(file);
      if (before !== undefined) files.set(file, before);
    },
    finish: () => {
      const gone = [...listed].filter(([file]) => !files.has(file));
      const removed = gone.filter(([file, digest]) => existsSync(join(out, file)) && removeListed(out, file, digest)).map(([file]) => file);
      const left = gone.filter(([file]) => ownStatsOf(join(out, file)) !== undefined);
      // Of another checkout's export that ended since this one began.
      for (const [file, digest] of listIn(out).entries) if (!listed.has(file) && !files.has(file)) files.set(file, digest);
      // Told again until somebody has removed them.
      for (const [file, digest] of left) files.set(file, digest === UNKNOWN ? '' : digest);
      const list = `${JSON.stringify(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`;
      const place = ownStatsOf(join(out, EXPORT_LIST));
      const isListed = place === undefined || place.isFile();
      if (isListed) writeAtomic(join(out, EXPORT_LIST), list);
      if (copy !== undefined && existsSync(dirname(copy))) writeCached(copy, list);
      return { written: [...written], unchanged, removed, left: left.map(([file]) => file), isListed };
    },
  };
}

function refusalOf(out: string, file: string, content: string | Uint8Array, listed: string | undefined): string | undefined {
  if (!isSiteFile(file)) return 'its path leads out of the folder';
  if (!hasOwnFolders(out, file)) return 'a file or a link is where its folder would be';
  const path = join(out, file);
  const stats = ownStatsOf(path);
  if (stats === undefined || isAsListed(path, digestOf(content))) return undefined;
  if (!stats.isFile()) return 'a folder or a link is at its place';
  if (listed === undefined) return 'a file that Dragoman did not make is at its place. Move it away, or give the article another slug';
  if (listed === UNKNOWN || isAsListed(path, listed)) return undefined;
  return 'the file was edited since the last export. Take the change to the edition itself, then remove the file';
}

/** Hashes by file: of the list, and where it is another than its copy, of all that proves itself. */
function provenFiles(out: string, copy: string | undefined): Map<string, string> {
  const { entries, text, isWhole } = listIn(out);
  const copied = copy === undefined || !isRegularFile(copy) ? undefined : fileText(copy);
  if (isWhole && copied === text) return new Map(entries);
  const proven = [...entriesOf(copied ?? '').entries, ...provingThemselves(out)];
  if (text !== undefined && !isWhole && entries.length + proven.length === 0)
    throw new KnownError(`${join(out, EXPORT_LIST)}: not a list of exported files`, {
      expected: 'the list that the last export wrote: it tells whose the files are',
      got: 'a file that cannot be read',
      help: 'Put it back (a merge may have spoiled it), or remove it with the files that Dragoman exported.',
    });
  const files = new Map<string, string>();
  // Both sides of a merge may name a file: the one counts that the file is as.
  for (const [file, digest] of entries) if (!isAsListed(join(out, file), files.get(file) ?? '')) files.set(file, digest);
  for (const [file, digest] of proven) if (files.get(file) !== digest && isAsListed(join(out, file), digest)) files.set(file, digest);
  return files;
}

interface ExportList {
  readonly entries: readonly (readonly [file: string, digest: string])[];
  readonly isWhole: boolean;
}

function listIn(out: string): ExportList & { readonly text: string | undefined } {
  const path = join(out, EXPORT_LIST);
  const text = isRegularFile(path) ? fileText(path) : undefined;
  return { ...entriesOf(text ?? ''), text };
}

/** A list that a merge has spoiled proves what its lines say. */
function entriesOf(text: string): ExportList {
  const list = jsonOf(text);
  if (Array.isArray(list))
    return {
      entries: list
        .map(String)
        .filter(isSiteFile)
        .map((file) => [file, UNKNOWN] as const),
      isWhole: true,
    };
  const isWhole = typeof list === 'object' && list !== null;
  const named = isWhole
    ? Object.entries(list)
    : text.split('\n').flatMap((line): [string, unknown][] => Object.entries(jsonOf(`{${line.trim().replace(/,$/, '')}}`) ?? {}));
  const entries = named.filter((entry): entry is [string, string] => isSiteFile(entry[0]) && typeof entry[1] === 'string');
  return { entries: entries.map(([file, digest]) => [file, digest === UNKNOWN ? '' : digest] as const), isWhole };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Name of a file that articles show: it ends in a hash of its content (`../body/media.ts`). */
const HASHED = /(?:^|\/)media\/[^/]+\.([0-9a-f]{12})\.\w+$/;

/** What is as an export wrote it, by its own witness. What generators install and keep for themselves is not looked at. */
function provingThemselves(out: string): [string, string][] {
  if (!existsSync(out)) return [];
  const isEntered = (name: string) => !name.startsWith('.') && name !== 'node_modules';
  return filesBelow(out, isEntered).flatMap(({ path, isLink }): [string, string][] => {
    const named = HASHED.exec(path)?.[1];
    const isMarkdown = /\.mdx?$/.test(path);
    if (isLink || (named === undefined && !isMarkdown) || !isRegularFile(join(out, path))) return [];
    const bytes = fileBytes(join(out, path));
    const isOurs = isMarkdown ? isAsMarked(path, bytes.toString('utf8')) : hash('sha256', bytes, 'hex').startsWith(named ?? ' ');
    return isOurs ? [[path, digestOf(bytes)]] : [];
  });
}
