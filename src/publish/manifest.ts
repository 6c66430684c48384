/**
 * What the last build left, kept in the site's own folder so that whoever keeps the site keeps it too. It holds only what the
 * pages say anyway, and no time of day: the same input gives the same bytes.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionSummary } from './summary.ts';

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

export const EMPTY: Manifest = { version: 1, articles: {}, moved: {}, files: {} };

/** @returns undefined for a folder that holds no site of ours, or one of another version */
export function readManifest(out: string): Manifest | undefined {
  const file = join(out, MANIFEST);
  if (!existsSync(file)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return manifest.version === 1 ? manifest : undefined;
  } catch {
    return undefined;
  }
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest)}\n`;
}
