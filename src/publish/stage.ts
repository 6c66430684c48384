/**
 * The new site while it is made: files beside the site, in a folder of this run's own, until all are there and it takes the old one's
 * place (`switch.ts`). What in the site's folder is somebody else's is neither written over nor removed.
 */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { fileBytes, fileText } from '../files/bytes.ts';
import { removeFile, removeFolder, writeCached, writeNew } from '../files/write.ts';
import { digestOf, foldersOf, hasOwnFolders, isRegularFile } from './site-files.ts';
import { isListStill, isProofFile, MANIFEST, type ReadManifest } from './survey/manifest.ts';
import { Spoiled } from './survey/spoiled.ts';
import type { WrittenManifest } from './survey/write-manifest.ts';
import { decideSwitch, finishSwitch, isDecided, makeFolderOnce, makeStagingFolder } from './switch.ts';
import { isFree, likeOurs, taken, withdrawn } from './whose-files.ts';

export interface Stage {
  /** @param file relative to the site's folder; content that the file has already is not written again */
  readonly put: (file: string, content: string | Buffer) => void;
  /** The same of a file that gives way to any other of the site. */
  readonly putBelow: (file: string, content: string | Buffer) => void;
  /** A file of the last build that stays as it is. */
  readonly keep: (file: string) => void;
  /** Whether the last build made the file and it is still there. */
  readonly holds: (file: string) => boolean;
  /**
   * The text of a file of the new site, staged or kept.
   * @throws Spoiled where a kept one is not as it was written
   */
  readonly read: (file: string) => string | undefined;
  /** Hashes of all files put and kept. */
  readonly files: ReadonlyMap<string, string>;
  /** What was not put since another file has its name, or a name that it needs for a folder. */
  readonly clashes: readonly Clash[];
  /**
   * Switches to the new site.
   * @param manifest made of the files; the list is moved last
   * @throws KnownError where another build has switched since this one began: what it made would never be removed
   */
  readonly commit: (manifest: (files: ReadonlyMap<string, string>) => WrittenManifest) => Committed;
  /** Drops the new site where it is not decided yet. */
  readonly discard: () => void;
}

interface Clash {
  readonly file: string;
  /** What is there: a file, or a folder with a slash at its end. */
  readonly other: string;
}

interface Restoring {
  /** Where what somebody made of a file is kept, absolute; undefined for nowhere. */
  readonly kept: string | undefined;
}

interface Committed {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of the new site that are not there, since something at their place is somebody else's. */
  readonly blocked: readonly string[];
  /** Files of the old site that stay: they are not as they were written, or no list that can be read names them. */
  readonly left: readonly string[];
  /** Those of the blocked whose place the last build had: somebody has changed what it wrote. */
  readonly edited: readonly string[];
  /** Files that somebody had changed, and that are written again. */
  readonly restored: readonly string[];
  /** The manifest; where it is as it was, the one that the stage was opened with. */
  readonly list: Buffer;
  readonly proof: Buffer;
}

/**
 * @param known the last build's files; what is not as listed has been taken out of it
 * @param last the list of the last build, with the hashes of all of them
 * @param restoring for a build that writes again what somebody has changed of the site
 */
export function openStage(out: string, known: ReadManifest['files'], last: ReadManifest, restoring?: Restoring): Stage {
  const { files: listed, bytes: before, state, stamp } = last;
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
      if (existsSync(path(file))) return fileText(path(file));
      if (!existsSync(join(out, file))) return undefined;
      const bytes = fileBytes(join(out, file));
      if (files.has(file) && digestOf(bytes) !== files.get(file)) throw new Spoiled(file);
      return bytes.toString('utf8');
    },
    commit: (manifest) => {
      const { removed, left } = withdrawn(out, listed, (file) => !files.has(file) && !isProofFile(file));
      // Told of only: nothing proves that they are not somebody's copies.
      const alike = listed.size === 0 ? likeOurs(out, files) : [];
      const { blocked, edited } = taken(out, [...written], files, { listed, removed, isWhole: state === 'whole' });
      const restored = restoring === undefined ? [] : edited.splice(0);
      blocked.push(...edited);
      for (const file of blocked) leave(file);
      // Told again until somebody has removed them; what is not as any hash says is looked at in every build.
      const told = [...left.map((file) => [file, listed.get(file) ?? ''] as const), ...edited.map((file) => [file, ''] as const)];
      const whole = told.length === 0 ? files : new Map([...files, ...told]);
      const { list: fresh, proof } = manifest(whole);
      const list = before?.equals(fresh) === true ? before : fresh;
      const proofs = withdrawn(out, listed, (file) => isProofFile(file) && file !== proof.file);
      if (!isListStill(out, stamp)) throw writtenMeanwhile(out);
      const isProven = isRegularFile(join(out, proof.file));
      if (written.size > 0 || removed.length + proofs.removed.length > 0 || list !== before || !isProven) {
        const isListFree = isFree(out, MANIFEST);
        if (isListFree) writeNew(path(MANIFEST), list);
        else blocked.push(MANIFEST);
        const isProofFree = !isProven && hasOwnFolders(out, proof.file) && isFree(out, proof.file);
        if (isProofFree) {
          makeFolderOnce(dirname(path(proof.file)), made);
          writeNew(path(proof.file), proof.bytes);
        }
        const moved = [...(isProofFree ? [proof.file] : []), ...written];
        if (restoring?.kept !== undefined) for (const file of restored) writeCached(join(restoring.kept, file), fileBytes(join(out, file)));
        decideSwitch(staged, { put: inOrder(moved, listed), remove: [...removed, ...proofs.removed] });
        finishSwitch(out, staged, listed);
      } else removeFolder(staged);
      return {
        written: [...written],
        removed,
        blocked,
        left: [...left, ...proofs.left, ...alike],
        edited,
        restored,
        list,
        proof: proof.bytes,
      };
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
