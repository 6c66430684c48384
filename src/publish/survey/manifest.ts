/**
 * What the last build left, kept in the site's own folder so that whoever keeps the site keeps it too. It holds only what the
 * pages say anyway, and no time of day: the same input gives the same bytes.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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

const EMPTY: Manifest = { version: 1, articles: {}, moved: {}, files: {} };

/**
 * @returns an empty one where there is no site yet; where the site's own cannot be read (another version, a bad disk) one that
 * knows its files by name alone, so that all are written anew and none is left over
 */
export function readManifest(out: string): Manifest {
  const file = join(out, MANIFEST);
  if (!existsSync(file)) return EMPTY;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (manifest.version === 1) return manifest;
  } catch {
    // As for another version.
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== MANIFEST);
  const names = files.map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  return { ...EMPTY, files: Object.fromEntries(names.map((name) => [name, ''])) };
}

/** @returns the site path of a file of the project, given absolute, in the site that was built last */
export function publishedPaths(out: string, root: string): (file: string) => string | undefined {
  const paths = new Map(Object.values(readManifest(out).articles).flatMap((all) => all.map(({ file, path }) => [join(root, file), path])));
  return (file) => paths.get(file);
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest)}\n`;
}
