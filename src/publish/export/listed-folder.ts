/**
 * The folder of another generator, in which editions are put beside its own files. A list of what was put, with hashes, is kept in it:
 * what is withdrawn goes from there too, and nothing that the list does not prove to be Dragoman's is written over or removed.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KnownError } from '../../errors.ts';
import { fileText, ownStatsOf } from '../../files/bytes.ts';
import { writeAtomic } from '../../files/write.ts';
import { outFolder } from '../out-folder.ts';
import { digestOf, hasOwnFolders, isAsListed, isSiteFile, removeListed } from '../site-files.ts';

const LIST = '.dragoman-export.json';

/** Listed by a version that kept no hashes. */
const UNKNOWN = '';

export interface ExportFolder {
  /** @returns why the file is not written, where it is not */
  readonly put: (file: string, content: string | Uint8Array) => string | undefined;
  /** Whether a file that no export wrote is there. */
  readonly isForeign: (file: string) => boolean;
  /** A file of the last export that stays as it is. */
  readonly keep: (file: string) => void;
  /** Removes what is withdrawn and writes the list. */
  readonly finish: () => { readonly written: readonly string[]; readonly removed: readonly string[]; readonly left: readonly string[] };
}

/**
 * @param given the generator's project, absolute
 * @param isTaken whether a file at an absolute path would be taken for an article of the project that exports
 * @throws KnownError where the list of the last export cannot be read
 */
export function openExportFolder(given: string, isTaken: (path: string) => boolean): ExportFolder {
  const out = outFolder(given);
  const listed = readList(out);
  const files = new Map<string, string>();
  const written = new Set<string>();
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
      for (const [file, digest] of readList(out)) if (!listed.has(file) && !files.has(file)) files.set(file, digest);
      // Told again until somebody has removed them.
      for (const [file, digest] of left) files.set(file, digest);
      writeAtomic(join(out, LIST), `${JSON.stringify(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
      return { written: [...written], removed, left: left.map(([file]) => file) };
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

/** Hashes by file. */
function readList(out: string): Map<string, string> {
  const path = join(out, LIST);
  if (!existsSync(path)) return new Map();
  let list: unknown;
  try {
    list = JSON.parse(fileText(path));
  } catch {
    list = undefined;
  }
  if (typeof list !== 'object' || list === null)
    throw new KnownError(`${path}: not a list of exported files`, {
      expected: 'the list that the last export wrote: it tells whose the files are',
      got: 'a file that cannot be read',
      help: 'Put it back (a merge may have spoiled it), or remove it with the files that Dragoman exported.',
    });
  const entries: [string, unknown][] = Array.isArray(list) ? list.map((file) => [String(file), UNKNOWN]) : Object.entries(list);
  return new Map(entries.filter((entry): entry is [string, string] => isSiteFile(entry[0]) && typeof entry[1] === 'string'));
}
