/**
 * What the last build left, kept in the site's own folder so that whoever keeps the site keeps it too. It holds only what the
 * pages say anyway, and no time of day: the same input gives the same bytes. It is also the proof of what in the folder is
 * Dragoman's: a file that no list names with the hash that it has belongs to somebody else.
 *
 * The hashes are there twice: in `assets/`, under a name that is the hash of its own content, so that it proves itself. Hidden files get lost
 * where a site is copied or uploaded, and a merge spoils a list of one name.
 *
 * It is JSON with a line an article. Of many articles, they are in parts beside it (`list-parts.ts`), which are files of the site as all
 * others are: a build reads, and writes, the parts of what has changed.
 */

import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileBytes, ownStatsOf } from '../../files/bytes.ts';
import { isStill, stampText } from '../../project/stamps.ts';
import { digestOf, isAsListed, isRegularFile, isSiteFile } from '../site-files.ts';
import type { EditionSummary } from './edition-summary.ts';
import { articlesText, listedLine, listPartOf, partFile } from './list-parts.ts';
import { fileOf } from './page-addresses.ts';
import { Spoiled } from './spoiled.ts';

export const MANIFEST = '.dragoman-site.json';

const PROOFS = 'assets';
const PROOF = /^files\.([0-9a-f]{22})\.json$/;

/** Whether a path is that of a list which proves itself. */
export function isProofFile(file: string): boolean {
  return file.startsWith(`${PROOFS}/`) && PROOF.test(file.slice(PROOFS.length + 1));
}

export interface Manifest {
  /** The published editions by slug. */
  readonly articles: ListedArticles;
  /** Old site paths and the edition that they lead to. */
  readonly moved: ReadonlyMap<string, readonly [slug: string, locale: string]>;
  /** Hash of every file of the site by its path in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

export interface ListedArticles {
  /** @throws Spoiled where the list is known for this program's own, and a part of it is not as it says */
  readonly get: (slug: string) => readonly ManifestEdition[] | undefined;
  readonly slugs: () => Iterable<string>;
  /** How many articles each part has; empty where they are in the list itself. */
  readonly parts: readonly number[];
}

export interface ManifestEdition extends EditionSummary {
  /** Hash of everything that the page was made of. */
  readonly key: string;
}

/** How the list of a site's files was found. */
export interface ReadManifest extends Manifest {
  /**
   * `whole`: as it was written. `none`: there is none, nor a proof. `pieced`: from what can be read of it and from proofs; the
   * pages are made anew. `lost`: none of them can be read.
   */
  readonly state: 'whole' | 'none' | 'pieced' | 'lost';
  /** The file in the site's folder, as it is; undefined where there is none. */
  readonly bytes: Buffer | undefined;
  /** Of that file, taken before it was read (`project/stamps.ts`). */
  readonly stamp: string;
  /** Whether it is the list that was expected: then its articles are known. */
  readonly isExpected: boolean;
}

const NO_ARTICLES: ListedArticles = { get: () => undefined, slugs: () => [], parts: [] };
const EMPTY = { articles: NO_ARTICLES, moved: new Map(), files: new Map(), isExpected: false } as const;

/** What a list is known by. */
export function listDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

/**
 * @param out the site's folder, absolute
 * @param copy a file that holds the list too, in case the site's own is lost or spoiled by a merge
 * @param expected the digest of a list that this program has written: its articles are read when they are asked for
 */
export function readManifest(out: string, copy?: string, expected?: string): ReadManifest {
  const stamp = listStamp(out);
  return { ...readList(out, copy, expected), stamp };
}

/** What tells whether the list in a site's folder is another than it was; the same for all that is no file. */
function listStamp(out: string): string {
  const file = join(out, MANIFEST);
  return isRegularFile(file) ? stampText(file, Date.now()) : '-';
}

/** Whether the list in a site's folder is the one that was read. */
export function isListStill(out: string, stamp: string): boolean {
  return listStamp(out) === stamp || (isRegularFile(join(out, MANIFEST)) && isStill(join(out, MANIFEST), stamp));
}

function readList(out: string, copy: string | undefined, expected: string | undefined): Omit<ReadManifest, 'stamp'> {
  const bytes = bytesOf(join(out, MANIFEST));
  const text = bytes?.toString('utf8');
  const isExpected = bytes !== undefined && expected !== undefined && listDigest(bytes) === expected;
  const whole = text === undefined ? undefined : parsed(text, out, isExpected);
  if (whole?.version === 1 && isExpected) return { ...EMPTY, ...whole, state: 'whole', bytes, isExpected };
  const proofs = proofsOf(out, copy);
  if (whole?.version === 1) return { ...EMPTY, ...whole, files: withProven(whole.files, out, proofs), state: 'whole', bytes, isExpected };
  // A merge that nobody has settled holds lines of both sides; another version's list proves its files as well.
  const sides = [whole, ...(whole === undefined ? pieces(text ?? '') : []), ...proofs].filter((one) => one !== undefined);
  if (sides.length === 0) return { ...EMPTY, state: text === undefined ? 'none' : 'lost', bytes };
  const files = new Map<string, string>();
  for (const side of sides)
    for (const [file, digest] of side.files) if (!isAsListed(join(out, file), files.get(file) ?? '')) files.set(file, digest);
  if (text === undefined && ![...files].some(([file, digest]) => isAsListed(join(out, file), digest)))
    return { ...EMPTY, state: 'none', bytes };
  return { ...EMPTY, moved: new Map(sides.flatMap(({ moved }) => [...moved])), files, state: 'pieced', bytes };
}

type Proof = Pick<Manifest, 'moved' | 'files'>;

/** What else says whose the files of the folder are: the copy outside of it, and the lists in it that prove themselves. */
function proofsOf(out: string, copy: string | undefined): Proof[] {
  const ours = parsed(bytesOf(copy)?.toString('utf8') ?? '');
  const names = ownStatsOf(join(out, PROOFS))?.isDirectory() === true ? readdirSync(join(out, PROOFS)).sort() : [];
  const proofs = names.flatMap((name): Proof[] => {
    const digest = PROOF.exec(name)?.[1];
    const bytes = digest === undefined ? undefined : bytesOf(join(out, PROOFS, name));
    if (bytes === undefined || digestOf(bytes, 'hex') !== digest) return [];
    const proof = parsed(bytes.toString('utf8'));
    return proof === undefined ? [] : [{ ...proof, files: new Map([...proof.files, [`${PROOFS}/${name}`, digestOf(bytes)]]) }];
  });
  return ours === undefined ? proofs : [ours, ...proofs];
}

/** The files of a list that somebody else has written or edited, and those that are proven to be this program's besides. */
function withProven(listed: Manifest['files'], out: string, proofs: readonly Proof[]): Manifest['files'] {
  const files = new Map(listed);
  for (const proof of proofs)
    for (const [file, digest] of proof.files)
      if (files.get(file) !== digest && isAsListed(join(out, file), digest)) files.set(file, digest);
  return files;
}

function bytesOf(file: string | undefined): Buffer | undefined {
  if (file === undefined || ownStatsOf(file)?.isFile() !== true) return undefined;
  return fileBytes(file);
}

/**
 * @param out where the parts of the list are; without it only what it holds itself is read
 * @param isOwn whether this program wrote it, and nothing in it need be doubted
 * @returns undefined for what is no list of a site; what leads out of the folder is not taken from it
 */
function parsed(text: string, out?: string, isOwn = false): (Manifest & { readonly version: unknown }) | undefined {
  const value = parsedValue(text);
  if (value === undefined) return undefined;
  const { version, articles, parts } = value;
  const listed = listedIn(value, isOwn);
  if (out !== undefined && Array.isArray(parts) && parts.every(Number.isInteger))
    return { version, articles: inParts(out, parts, listed.files, isOwn), ...listed };
  const known = articlesIn(articles, isOwn);
  return { version, articles: { get: (slug) => known.get(slug), slugs: () => known.keys(), parts: [] }, ...listed };
}

function articlesIn(value: unknown, isOwn: boolean): Map<string, ManifestEdition[]> {
  if (!isObject(value) || !(isOwn || Object.values(value).every(areEditions))) return new Map();
  return new Map(Object.entries(value) as [string, ManifestEdition[]][]);
}

/** Each part is read when an article of it is asked for, and taken where it is as the list says; of it, the lines that are asked for. */
function inParts(out: string, parts: readonly number[], files: Manifest['files'], isOwn: boolean): ListedArticles {
  const read = new Map<number, string>();
  const textOf = (part: number) => {
    const known = read.get(part);
    if (known !== undefined) return known;
    const file = partFile(part, parts.length);
    const bytes = bytesOf(join(out, file));
    const isAsWritten = bytes !== undefined && digestOf(bytes) === files.get(file);
    if (isOwn && !isAsWritten) throw new Spoiled(file);
    const text = isAsWritten ? bytes.toString('utf8') : '{}';
    read.set(part, text);
    return text;
  };
  return {
    parts,
    get: (slug) => {
      const editions = jsonOf(listedLine(slug, textOf(listPartOf(slug, parts.length))) ?? '');
      return isOwn || areEditions(editions) ? (editions as ManifestEdition[] | undefined) : undefined;
    },
    slugs: () => parts.flatMap((_, part) => [...articlesIn(jsonOf(textOf(part)), isOwn).keys()]),
  };
}

function parsedValue(text: string): Record<string, unknown> | undefined {
  const value = jsonOf(text);
  return isObject(value) && isObject(value.files) ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a list says of files and of addresses that moved. Names are whatever a repository says: those that lead elsewhere are left out. */
function listedIn({ moved, files }: Record<string, unknown>, isOwn: boolean): Pick<Manifest, 'moved' | 'files'> {
  return {
    moved: new Map(isObject(moved) ? Object.entries(moved).filter(isMove) : []),
    files: filesIn(files as Readonly<Record<string, unknown>>, isOwn),
  };
}

function filesIn(listed: Readonly<Record<string, unknown>>, isOwn: boolean): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of Object.keys(listed)) {
    const digest = listed[file];
    if (isOwn || (typeof digest === 'string' && isSiteFile(file))) files.set(file, digest as string);
  }
  return files;
}

/**
 * What can be read of a list that is no JSON: sides of a merge that are a line each, as older versions wrote them, and lines that say
 * the hash of a file or where an address has moved.
 */
function pieces(text: string): (Pick<Manifest, 'moved' | 'files'> | undefined)[] {
  return text.split('\n').map((line) => {
    const whole = parsed(line);
    if (whole !== undefined || !line.startsWith('"')) return whole;
    const entry = parsedValue(`{"files":{${line.replace(/,$/, '')}}}`)?.files;
    return entry === undefined ? undefined : listedIn({ files: entry, moved: entry }, false);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const areEditions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (one) =>
      isObject(one) &&
      ['slug', 'locale', 'path', 'file', 'hash', 'key'].every((key) => typeof one[key] === 'string') &&
      isSiteFile(fileOf(one.path as string)),
  );

const isMove = (entry: [string, unknown]): entry is [string, [string, string]] => {
  const [path, to] = entry;
  return isSiteFile(path.replace(/^\/|\/$/g, '')) && Array.isArray(to) && to.length === 2 && to.every((one) => typeof one === 'string');
};

/**
 * The list without the files that are not as it says: a disk, a person or a run that ended may have changed them. What is not known is
 * made anew.
 * @param chosen which files are looked at, by the hash that they should have; those that have none are always
 */
export function unchangedFiles({ files }: Manifest, out: string, chosen: (digest: string) => boolean): Manifest['files'] {
  const changed = new Set<string>();
  for (const [file, digest] of files) if ((digest === '' || chosen(digest)) && !isAsListed(join(out, file), digest)) changed.add(file);
  return changed.size === 0 ? files : new Map([...files].filter(([file]) => !changed.has(file)));
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
  const { articles } = readManifest(out);
  const paths = new Map<string, string>();
  for (const slug of articles.slugs()) for (const { file, path } of articles.get(slug) ?? []) paths.set(join(root, file), path);
  return (file) => paths.get(file);
}

/** The articles of a list: all of them, or how many are in each of the parts beside it. */
export type ListArticles =
  | { readonly all: Iterable<readonly [slug: string, editions: readonly ManifestEdition[]]> }
  | { readonly parts: readonly number[] };

/** What a build says of itself. */
export interface WrittenManifest {
  readonly list: Buffer;
  /** The list without the articles, which proves whose the files are should the list be lost. */
  readonly proof: { readonly file: string; readonly bytes: Buffer };
}

const HEAD = '{"version":1,';

/** @param before files of the last build's list, in its order */
export function writeManifest(
  articles: ListArticles,
  { moved, files }: Pick<Manifest, 'moved' | 'files'>,
  before: Manifest['files'],
): WrittenManifest {
  const names = namesInOrder(files, before);
  const lines = names.map((file) => `${JSON.stringify(file)}:"${files.get(file)}"`);
  const held = 'all' in articles ? `"articles":${articlesText(articles.all)}` : `"parts":${JSON.stringify(articles.parts)}`;
  const moves = `"moved":{\n${[...moved].map(([path, to]) => `${JSON.stringify(path)}:${JSON.stringify(to)}`).join(',\n')}\n}`;
  const filed = () => `${moves},"files":{\n${lines.join(',\n')}\n}}\n`;
  const bytes = Buffer.from(HEAD + filed());
  const proof = { file: `${PROOFS}/files.${digestOf(bytes, 'hex')}.json`, bytes };
  const at = names.findIndex((name) => name > proof.file);
  lines.splice(at < 0 ? lines.length : at, 0, `${JSON.stringify(proof.file)}:"${digestOf(bytes)}"`);
  return { list: Buffer.from(`${HEAD}${held},\n${filed()}`), proof };
}

/** In code unit order. Those of before are in it, and most stay: what is nearly sorted is soon sorted. */
function namesInOrder(files: Manifest['files'], before: Manifest['files']): string[] {
  const kept = [...before.keys()].filter((file) => files.has(file));
  const fresh = kept.length === files.size ? [] : [...files.keys()].filter((file) => !before.has(file));
  return [...kept, ...fresh].sort();
}
