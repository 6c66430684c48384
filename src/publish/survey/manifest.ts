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
import { ownStatsOf } from '../../files/bytes.ts';
import { isStill, stampText } from '../../project/stamps.ts';
import { digestOf, isAsListed, isRegularFile } from '../site-files.ts';
import { bytesOf, type ListedArticles, type Manifest, parsed, pieces } from './list-text.ts';

export const MANIFEST = '.dragoman-site.json';

const PROOFS = 'assets';
const PROOF = /^files\.([0-9a-f]{22})\.json$/;

/** The path of a list that proves itself. @param digest of its content */
export function proofFile(digest: string): string {
  return `${PROOFS}/files.${digest}.json`;
}

/** Whether a path is that of a list which proves itself. */
export function isProofFile(file: string): boolean {
  return file.startsWith(`${PROOFS}/`) && PROOF.test(file.slice(PROOFS.length + 1));
}

const NO_ARTICLES: ListedArticles = { get: () => undefined, slugs: () => [], parts: [] };
const EMPTY = { articles: NO_ARTICLES, moved: new Map(), files: new Map(), isExpected: false } as const;

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
