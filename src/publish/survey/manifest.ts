/**
 * What the last build left, kept in the site's own folder so that whoever keeps the site keeps it too. It holds only what the
 * pages say anyway, and no time of day: the same input gives the same bytes. It is also the proof of what in the folder is
 * Dragoman's: a file that no list names with the hash that it has belongs to somebody else.
 */

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileText } from '../../files/bytes.ts';
import { isAsListed, isSiteFile } from '../site-files.ts';
import type { EditionSummary } from './edition-summary.ts';

export const MANIFEST = '.dragoman-site.json';

export interface Manifest {
  readonly version: 1;
  /** The published editions by slug. */
  readonly articles: Readonly<Record<string, readonly ManifestEdition[]>>;
  /** Old site paths and the edition that they lead to. */
  readonly moved: Readonly<Record<string, readonly [slug: string, locale: string]>>;
  /** Hash of every file of the site by its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface ManifestEdition extends EditionSummary {
  /** Hash of everything that the page was made of. */
  readonly key: string;
}

/** How the list of a site's files was found. */
export interface ReadManifest extends Manifest {
  /**
   * `whole`: as it was written. `none`: there is none, nor a copy. `pieced`: from what can be read of it and from the copy; the
   * pages are made anew. `lost`: neither can be read.
   */
  readonly state: 'whole' | 'none' | 'pieced' | 'lost';
  /** Of the file in the site's folder, as it is; undefined where there is none. */
  readonly text: string | undefined;
}

/** Articles and files have any names, `constructor` too: a name that is not listed is in no list. */
const listed = <Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));

const EMPTY: Manifest = { version: 1, articles: listed([]), moved: listed([]), files: listed([]) };

/**
 * @param out the site's folder, absolute
 * @param copy a file that holds the list too, in case the site's own is lost or spoiled by a merge
 */
export function readManifest(out: string, copy?: string): ReadManifest {
  const text = textOf(join(out, MANIFEST));
  const whole = text === undefined ? undefined : parsed(text);
  if (whole?.version === 1) return { ...whole, state: 'whole', text };
  // A merge that nobody has settled holds both sides, a line each; another version's list proves its files as well.
  const sides = [whole, ...(text ?? '').split('\n').map(parsed), parsed(textOf(copy) ?? '')].filter((one) => one !== undefined);
  if (sides.length === 0) return { ...EMPTY, state: text === undefined ? 'none' : 'lost', text };
  const files = new Map<string, string>();
  for (const side of sides)
    for (const [file, digest] of Object.entries(side.files))
      if (!isAsListed(join(out, file), files.get(file) ?? '')) files.set(file, digest);
  if (text === undefined && ![...files].some(([file, digest]) => isAsListed(join(out, file), digest)))
    return { ...EMPTY, state: 'none', text };
  return { ...EMPTY, moved: listed(sides.flatMap(({ moved }) => Object.entries(moved))), files: listed(files), state: 'pieced', text };
}

function textOf(file: string | undefined): string | undefined {
  if (file === undefined || lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return fileText(file);
}

/** @returns undefined for what is no list of a site; what leads out of the folder is not taken from it */
function parsed(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isObject(value.files)) return undefined;
  const { version, articles, moved } = value;
  const files = Object.entries(value.files).filter(([file, digest]) => isSiteFile(file) && typeof digest === 'string');
  return {
    version: version as 1,
    articles:
      isObject(articles) && Object.values(articles).every(areEditions)
        ? listed(Object.entries(articles as Manifest['articles']))
        : EMPTY.articles,
    moved: isObject(moved) ? listed(Object.entries(moved).filter(isMove)) : EMPTY.moved,
    files: listed(files as [string, string][]),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const areEditions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => isObject(one) && ['slug', 'locale', 'path', 'file', 'hash', 'key'].every((key) => typeof one[key] === 'string'));

const isMove = (entry: [string, unknown]): entry is [string, [string, string]] => {
  const [path, to] = entry;
  return isSiteFile(path.replace(/^\/|\/$/g, '')) && Array.isArray(to) && to.length === 2 && to.every((one) => typeof one === 'string');
};

/**
 * The list without the files that are not as it says: a disk, a person or a run that ended may have changed them. What is not known is
 * made anew.
 * @param chosen which files are looked at, by the hash that they should have
 */
export function withoutChanged(manifest: ReadManifest, out: string, chosen: (digest: string) => boolean): ReadManifest {
  const files = Object.entries(manifest.files).filter(([file, digest]) => !chosen(digest) || isAsListed(join(out, file), digest));
  return { ...manifest, files: listed(files) };
}

/** The signs of base64url: a hash begins with each as often. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The files that a build looks at besides what it writes: those whose hash begins with one of 64 signs, so that what stays as it is
 * is seen once in so many builds.
 * @param round counts builds
 */
export function inRound(round: number): (digest: string) => boolean {
  const sign = SIGNS[round % SIGNS.length] as string;
  return (digest) => digest.startsWith(sign);
}

/** @returns the site path of a file of the project, given absolute, in the site that was built last */
export function publishedPaths(out: string, root: string): (file: string) => string | undefined {
  const paths = new Map(Object.values(readManifest(out).articles).flatMap((all) => all.map(({ file, path }) => [join(root, file), path])));
  return (file) => paths.get(file);
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest)}\n`;
}
