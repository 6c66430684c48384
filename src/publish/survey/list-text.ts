/** The text of a site's list: what it says of articles, files and addresses that moved, as far as it can be read and may be believed. */

import { join } from 'node:path';
import { fileBytes, ownStatsOf } from '../../files/bytes.ts';
import { digestOf, isSiteFile } from '../site-files.ts';
import type { EditionSummary } from './edition-summary.ts';
import { listedLine, listPartOf, partFile } from './list-parts.ts';
import { fileOf } from './page-addresses.ts';
import { Spoiled } from './spoiled.ts';

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

/** @returns undefined where there is no file, or something else */
export function bytesOf(file: string | undefined): Buffer | undefined {
  if (file === undefined || ownStatsOf(file)?.isFile() !== true) return undefined;
  return fileBytes(file);
}

/**
 * @param out where the parts of the list are; without it only what it holds itself is read
 * @param isOwn whether this program wrote it, and nothing in it need be doubted
 * @returns undefined for what is no list of a site; what leads out of the folder is not taken from it
 */
export function parsed(text: string, out?: string, isOwn = false): (Manifest & { readonly version: unknown }) | undefined {
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
export function pieces(text: string): (Pick<Manifest, 'moved' | 'files'> | undefined)[] {
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
