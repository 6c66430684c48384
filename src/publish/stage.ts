/**
 * The site on disk, changed as a whole. New files are written to a folder beside the site. When all are there, a list of what
 * to move and remove is flushed to disk; from then on the switch is decided, and whoever comes next finishes it should it be
 * interrupted. Moving is by rename, file by file: new pages first, then those that point to them, removals last, so that at no
 * moment a link leads nowhere. A first build is a single rename of the folder.
 *
 * Why not swap two whole folders: ten thousand links and as many removals for one changed article, and between the two
 * renames there is no site at all.
 */

import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { KnownError } from '../errors.ts';
import { MANIFEST } from './survey/manifest.ts';

export interface Stage {
  /** @param file relative to the site's folder; content that the file has already is not written again */
  readonly put: (file: string, content: string | Buffer) => void;
  /** A file of the last build that stays as it is. */
  readonly keep: (file: string) => void;
  /** The text of a file of the new site, staged or kept. */
  readonly read: (file: string) => string | undefined;
  /** Hashes of all files put and kept. */
  readonly files: ReadonlyMap<string, string>;
  /** Switches to the new site. @param manifest its text, moved last */
  readonly commit: (manifest: string) => { readonly written: readonly string[]; readonly removed: readonly string[] };
  readonly discard: () => void;
}

interface Switch {
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

const SWITCH = 'switch.json';

/** @param known hashes of the last build's files */
export function openStage(out: string, known: Readonly<Record<string, string>>): Stage {
  const staged = stagedFolder(out);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(join(staged, 'files'), { recursive: true });
  const files = new Map<string, string>();
  const written: string[] = [];
  const folders = new Set<string>();
  const path = (file: string) => join(staged, 'files', file);
  return {
    files,
    put: (file, content) => {
      const digest = hash('sha256', content, 'base64url').slice(0, 22);
      files.set(file, digest);
      if (known[file] === digest && existsSync(join(out, file))) return;
      makeFolder(dirname(path(file)), folders);
      writeFileSync(path(file), content);
      written.push(file);
    },
    keep: (file) => {
      files.set(file, known[file] ?? '');
    },
    read: (file) => {
      const at = [path(file), join(out, file)].find((one) => existsSync(one));
      return at === undefined ? undefined : readFileSync(at, 'utf8');
    },
    commit: (manifest) => {
      const removed = Object.keys(known).filter((file) => !files.has(file));
      const before = existsSync(join(out, MANIFEST)) ? readFileSync(join(out, MANIFEST), 'utf8') : undefined;
      if (written.length > 0 || removed.length > 0 || before !== manifest) {
        writeFileSync(path(MANIFEST), manifest);
        writeFlushed(join(staged, SWITCH), JSON.stringify({ put: inOrder(written), remove: removed } satisfies Switch));
        finishSwitch(out);
      }
      rmSync(staged, { recursive: true, force: true });
      return { written, removed };
    },
    discard: () => rmSync(staged, { recursive: true, force: true }),
  };
}

/** Finishes a switch that was decided and interrupted; drops what an unfinished build left. */
export function finishSwitch(out: string): void {
  const staged = stagedFolder(out);
  if (!existsSync(join(staged, SWITCH))) {
    rmSync(staged, { recursive: true, force: true });
    return;
  }
  const { put, remove } = JSON.parse(readFileSync(join(staged, SWITCH), 'utf8')) as Switch;
  const first = !existsSync(out);
  if (first) {
    mkdirSync(dirname(out), { recursive: true });
    renameSync(join(staged, 'files'), out);
  } else {
    const folders = new Set<string>();
    for (const file of [...put, MANIFEST]) {
      const from = join(staged, 'files', file);
      // Missing: moved before the interruption.
      if (!existsSync(from)) continue;
      makeFolder(dirname(join(out, file)), folders);
      renameSync(from, join(out, file));
    }
    for (const file of remove) removeFile(out, file);
  }
  rmSync(staged, { recursive: true, force: true });
}

/**
 * @throws KnownError for a folder with files that are not ours: a site must not be mixed with them, nor they removed
 */
export function checkOut(out: string): void {
  if (!existsSync(out) || existsSync(join(out, MANIFEST)) || readdirSync(out).length === 0) return;
  throw new KnownError(`${out} is not a site that Dragoman made`, {
    expected: `an empty folder, or one with ${MANIFEST}`,
    got: `a folder with ${readdirSync(out).slice(0, 3).join(', ')}`,
    help: 'Remove the folder, or name another with --out.',
  });
}

function stagedFolder(out: string): string {
  const folder = resolve(out);
  return join(dirname(folder), `.${basename(folder)}.next`);
}

/** Media and styles, then articles, then the lists and feeds that point to them. */
function inOrder(files: readonly string[]): string[] {
  const rank = (file: string) =>
    /^(media|assets|pagefind)\//.test(file) ? 0 : /(^|\/)(page|tag)\/|^[^/]+\/index\.html$|^[^/]+$|feed\.(xml|json)$/.test(file) ? 2 : 1;
  return [...files].sort((a, b) => rank(a) - rank(b));
}

/** Twenty thousand folders: each is made once, and its parents are looked at once. */
function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
  made.add(folder);
}

function removeFile(out: string, file: string): void {
  rmSync(join(out, file), { force: true });
  for (let folder = dirname(join(out, file)); folder !== out && folder.startsWith(out); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(`${path}.part`, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}
