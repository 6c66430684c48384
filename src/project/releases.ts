/**
 * What the front matter of sources says of their translation, kept in the cache folder by the stamps of their files: a run with nothing to
 * do opens no article, drafts and old ones included.
 */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { collectionOf } from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import type { ArticleSource } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import { fileText } from '../files/bytes.ts';
import { readText } from '../files/read.ts';
import { writeCached } from '../files/write.ts';
import type { Release } from '../frontmatter/fields.ts';
import { version } from '../program/version.ts';
import { type Stamp, stampOf } from './stamps.ts';

type Known = Record<string, readonly [stamp: Stamp, release: Release]>;

/** What is known of a project's sources in this process. */
interface Kept {
  readonly files: Known;
  isChanged: boolean;
}

interface Place extends Settings {
  readonly root: string;
}

const kept = new WeakMap<Place['config'], Kept>();

/**
 * A source whose front matter cannot be read withholds nothing: what is wrong with it is told where it is translated.
 * @param now milliseconds since 1970, by which files are young
 */
export function releaseOf(project: Place, source: Pick<ArticleSource, 'slug' | 'file'>, now: number): Release {
  const known = keptOf(project);
  const stamp = stampOf(join(project.root, source.file), now);
  const [before, release] = known.files[source.file] ?? [];
  if (release !== undefined && before !== undefined && typeof stamp !== 'string' && stamp.every((part, at) => part === before[at]))
    return release;
  const read = readNow(project, source);
  if (typeof stamp !== 'string') {
    known.files[source.file] = [stamp, read];
    known.isChanged = true;
  }
  return read;
}

/** Writes what was read, for the next run. */
export function keepReleases(project: Place): void {
  const known = kept.get(project.config);
  if (known?.isChanged !== true) return;
  const path = fileOf(project);
  writeCached(path, JSON.stringify({ ground: groundOf(project), files: known.files }));
  known.isChanged = false;
}

function readNow(project: Place, { slug, file }: Pick<ArticleSource, 'slug' | 'file'>): Release {
  try {
    const { sourceLocaleKey } = collectionOf(project.config, slug);
    return reader().releaseIn(readText(join(project.root, file), file), slug, project.config.publish.timeZone, sourceLocaleKey);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { isDraft: false };
  }
}

/** Loaded once something is to be read: a run with nothing to do pays for no parser. `.ts` where the sources run as they are. */
const reader = (): typeof import('../frontmatter/release.ts') =>
  createRequire(import.meta.url)(`../frontmatter/release${extname(import.meta.url)}`);

const fileOf = ({ root }: Place): string => join(root, '.dragoman', 'releases.json');

/** Differs whenever a front matter may be read otherwise, or more of it is kept. */
const groundOf = ({ config }: Place): string => JSON.stringify([version(), 'title', config.publish.timeZone, config.sources ?? null]);

function keptOf(project: Place): Kept {
  const known = kept.get(project.config) ?? { files: readKnown(project), isChanged: false };
  kept.set(project.config, known);
  return known;
}

function readKnown(project: Place): Known {
  const path = fileOf(project);
  if (!existsSync(path)) return {};
  try {
    const { ground, files } = JSON.parse(fileText(path)) as { ground: string; files: Known };
    return ground === groundOf(project) ? files : {};
  } catch {
    return {};
  }
}
