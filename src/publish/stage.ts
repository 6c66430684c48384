/**
 * The new site while it is made: files beside the site, in a folder of this run's own, until all are there and it takes the old one's
 * place (`switch.ts`). What in the site's folder is somebody else's is neither written over nor removed.
 */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { fileText, ownStatsOf } from '../files/bytes.ts';
import { filesBelow } from '../files/walk.ts';
import { removeFile, removeFolder, writeNew } from '../files/write.ts';
import { digestOf, foldersOf, hasOwnFolders, isAsListed, isRegularFile } from './site-files.ts';
import { isListStill, MANIFEST, type ReadManifest } from './survey/manifest.ts';
import { decideSwitch, finishSwitch, isDecided, makeFolderOnce, makeStagingFolder } from './switch.ts';

export interface Stage {
  /** @param file relative to the site's folder; content that the file has already is not written again */
  readonly put: (file: string, content: string | Buffer) => void;
  /** The same of a file that gives way to any other of the site. */
  readonly putBelow: (file: string, content: string | Buffer) => void;
  /** A file of the last build that stays as it is. */
  readonly keep: (file: string) => void;
  /** Whether the last build made the file and it is still there. */
  readonly holds: (file: string) => boolean;
  /** The text of a file of the new site, staged or kept. */
  readonly read: (file: string) => string | undefined;
  /** Hashes of all files put and kept. */
  readonly files: ReadonlyMap<string, string>;
  /** What was not put since another file has its name, or a name that it needs for a folder. */
  readonly clashes: readonly Clash[];
  /**
   * Switches to the new site.
   * @param manifest made of the files, moved last
   * @throws KnownError where another build has switched since this one began: what it made would never be removed
   */
  readonly commit: (manifest: (files: ReadonlyMap<string, string>) => Buffer) => Committed;
  /** Drops the new site where it is not decided yet. */
  readonly discard: () => void;
}

interface Clash {
  readonly file: string;
  /** What is there: a file, or a folder with a slash at its end. */
  readonly other: string;
}

interface Committed {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of the new site that are not there, since something at their place is somebody else's. */
  readonly blocked: readonly string[];
  /** Files of the old site that stay: they are not as they were written, or no list that can be read names them. */
  readonly left: readonly string[];
  /** The manifest; where it is as it was, the one that the stage was opened with. */
  readonly list: Buffer;
}

/**
 * @param known the last build's files; what is not as listed has been taken out of it
 * @param last the list of the last build, with the hashes of all of them
 */
export function openStage(out: string, known: ReadManifest['files'], { files: listed, bytes: before, state, stamp }: ReadManifest): Stage {
  const staged = makeStagingFolder(out);
  const files = new Map<string, string>();
  const weak = new Set<string>();
  /** How many files each folder has. The files of a whole list are in nobody's way: they are counted once there is another. */
  let folders = state === 'pieced' ? new Map<string, number>() : undefined;
  const clashes: Clash[] = [];
  const written = new Set<string>();
  const made = new Set<string>();
  const path = (file: string) => join(staged, 'files', file);
  const holds = (file: string) => known.has(file) && existsSync(`${out}/${file}`);
  const count = (file: string, by: 1 | -1) => {
    if (folders === undefined) return;
    for (const folder of foldersOf(file)) folders.set(folder, (folders.get(folder) ?? 0) + by);
  };
  const enter = (file: string, digest: string) => {
    if (!files.has(file)) count(file, 1);
    files.set(file, digest);
  };
  const leave = (file: string) => {
    if (!files.delete(file)) return;
    count(file, -1);
    weak.delete(file);
    if (written.delete(file)) removeFile(path(file));
  };
  /** Whether a file finds its place free, or made free by what gives way. */
  const findsPlace = (file: string): boolean => {
    if (folders === undefined && known.has(file) && !weak.has(file)) return true;
    if (folders === undefined) {
      folders = new Map();
      for (const one of files.keys()) count(one, 1);
    }
    const blocker = foldersOf(file).find((folder) => files.has(folder)) ?? (weak.has(file) ? file : undefined);
    if (blocker !== undefined && weak.has(blocker)) {
      leave(blocker);
      clashes.push({ file: blocker, other: file });
      return true;
    }
    const other = blocker ?? ((folders.get(file) ?? 0) > 0 ? `${file}/` : undefined);
    if (other !== undefined) clashes.push({ file, other });
    return other === undefined;
  };
  const put = (file: string, content: string | Buffer) => {
    if (!findsPlace(file)) return;
    const digest = digestOf(content);
    enter(file, digest);
    if (known.get(file) === digest && existsSync(join(out, file))) {
      // Put before with other content.
      if (written.delete(file)) removeFile(path(file));
      return;
    }
    makeFolderOnce(dirname(path(file)), made);
    if (written.has(file)) removeFile(path(file));
    writeNew(path(file), content);
    written.add(file);
  };
  return {
    ...{ files, clashes, holds, put },
    putBelow: (file, content) => {
      if (files.has(file)) clashes.push({ file, other: file });
      else {
        put(file, content);
        if (files.has(file)) weak.add(file);
      }
    },
    keep: (file) => {
      if (findsPlace(file)) enter(file, known.get(file) ?? '');
    },
    read: (file) => {
      const at = [path(file), join(out, file)].find((one) => existsSync(one));
      return at === undefined ? undefined : fileText(at);
    },
    commit: (manifest) => {
      const gone = [...listed.keys()].filter((file) => !files.has(file));
      const removed = gone.filter((file) => isOwn(out, file, listed.get(file) ?? ''));
      const left = gone.filter((file) => !removed.includes(file) && ownStatsOf(join(out, file)) !== undefined);
      // Told of only: nothing proves that they are not somebody's copies.
      const alike = listed.size === 0 ? likeOurs(out, files) : [];
      const blocked = blockedBy(out, [...written], files, { listed, removed });
      for (const file of blocked) leave(file);
      // Told again until somebody has removed them.
      const whole = left.length === 0 ? files : new Map([...files, ...left.map((file) => [file, listed.get(file) ?? ''] as const)]);
      const made = manifest(whole);
      const list = before?.equals(made) === true ? before : made;
      if (!isListStill(out, stamp)) throw writtenMeanwhile(out);
      if (written.size > 0 || removed.length > 0 || list !== before) {
        writeNew(path(MANIFEST), list);
        decideSwitch(staged, { put: inOrder([...written], listed), remove: removed });
        finishSwitch(out, staged, listed);
      } else removeFolder(staged);
      return { written: [...written], removed, blocked, left: [...left, ...alike], list };
    },
    discard: () => {
      if (!isDecided(staged)) removeFolder(staged);
    },
  };
}

function writtenMeanwhile(out: string): KnownError {
  return new KnownError(`${out}: another build has written to it meanwhile`, {
    expected: 'one build of a site at a time',
    got: 'a list of files that is another than when this build began',
    help: 'Run again. Give builds of other checkouts another folder with --out.',
  });
}

function isOwn(out: string, file: string, digest: string): boolean {
  return hasOwnFolders(out, file) && isAsListed(join(out, file), digest);
}

/** The files that cannot be moved to their places: what is there is not the last build's. One with the same content is taken as made. */
function blockedBy(
  out: string,
  written: readonly string[],
  files: ReadonlyMap<string, string>,
  { listed, removed }: { readonly listed: ReadManifest['files']; readonly removed: readonly string[] },
): string[] {
  if (!existsSync(out)) return [];
  const goes = new Set(removed);
  const seen = new Map<string, boolean>();
  return written.filter((file) => {
    const fileAsFolder = foldersOf(file).find((folder) => isRegularFile(join(out, folder)));
    if (fileAsFolder !== undefined) return !goes.has(fileAsFolder);
    if (!hasOwnFolders(out, file, seen)) return true;
    const stats = ownStatsOf(join(out, file));
    if (stats === undefined) return false;
    if (stats.isDirectory()) return filesBelow(join(out, file)).some(({ path }) => !goes.has(`${file}/${path}`));
    return !stats.isFile() || (!listed.has(file) && !isAsListed(join(out, file), files.get(file) ?? ''));
  });
}

/** Pages that look like an earlier build's, in a folder whose list names none. */
function likeOurs(out: string, files: ReadonlyMap<string, string>): string[] {
  if (!existsSync(out)) return [];
  const styled = /<link rel="stylesheet" href="[^"]*\/assets\/style\.[0-9a-f]{12}\.css">/;
  return filesBelow(out)
    .map(({ path }) => path)
    .filter(
      (file) => /\.html?$/.test(file) && !files.has(file) && isRegularFile(join(out, file)) && styled.test(fileText(join(out, file))),
    );
}

/**
 * @param keepForeign whether somebody has said that other files may be beside the site's
 * @throws KnownError for a folder with files that are not ours: a site must not be mixed with them, nor they removed
 */
export function checkOut(out: string, { state }: ReadManifest, keepForeign: boolean): void {
  if (!existsSync(out) || keepForeign || state === 'whole' || state === 'pieced') return;
  const there = readdirSync(out);
  if (state === 'lost')
    throw new KnownError(`${join(out, MANIFEST)}: not a list of a site's files`, {
      expected: 'the list that the last build wrote: it tells whose the files of the folder are',
      got: 'a file that cannot be read',
      help: 'Put it back, or remove what the last build made; --keep-foreign leaves every other file as it is.',
    });
  if (there.length === 0) return;
  throw new KnownError(`${out} is not a site that Dragoman made`, {
    expected: `an empty folder, or one with ${MANIFEST}`,
    got: `a folder with ${there.slice(0, 3).join(', ')}`,
    help: 'Remove the folder, name another with --out, or leave its files as they are with --keep-foreign.',
  });
}

/**
 * Media and styles, then what is new, a topic's list too, then articles that are replaced, which may point to it, then the lists and feeds
 * that point to all. What is new in the same build points to each other; nothing else points to any of it yet.
 */
function inOrder(files: readonly string[], listed: ReadManifest['files']): string[] {
  const rank = (file: string) => {
    if (/^(media|assets|pagefind)\//.test(file)) return 0;
    if (!listed.has(file)) return 1;
    return /(^|\/)(page|tag|section|author)\/|^[^/]+\/index\.html$|^[^/]+$|feed\.(xml|json)$/.test(file) ? 3 : 2;
  };
  return [...files].sort((a, b) => rank(a) - rank(b));
}
