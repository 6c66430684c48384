/** Files that articles show and link to: found in the project, named by their content, copied once. */

import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { extname, join, posix, sep } from 'node:path';
import { fileBytes, statsOf } from '../../files/bytes.ts';
import { isPointer } from '../../files/read.ts';
import { isStill, stampText } from '../../project/stamps.ts';
import { photoFacts } from '../pictures/photo-facts.ts';
import { cutsOf, type Variant, variantsOf } from '../pictures/variants.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';
import { type ImageSize, imageSize } from './image-size.ts';

/** What is known of a file by its project-relative path; `stamp` tells whether it is the same file still. */
export interface KnownMedia {
  readonly stamp: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  /** Whom a photograph names. */
  readonly credit?: string;
}

export interface MediaFile {
  /** Site path: `/media/ferry.1a2b3c4d.jpg`, or of a file of the public folder that is published as it is, its own. */
  readonly path: string;
  /** Site path that holds the hash of the content, for what is made of the file. */
  readonly named: string;
  /** Absolute. */
  readonly file: string;
  readonly width?: number;
  readonly height?: number;
  readonly credit?: string;
  /** The sizes and formats that it is published in, where pictures are scaled; `path` is the last of them. */
  readonly variants?: readonly Variant[];
  /** The picture in the shapes of search engines, where it is the first of an article. */
  readonly cuts?: readonly Variant[];
}

/** What a page may show or hand out. An HTML or script file would run as the site's own. */
const SHOWN = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);
const PLAYED = ['.flac', '.m4a', '.m4v', '.mp3', '.mp4', '.oga', '.ogg', '.ogv', '.opus', '.vtt', '.wav', '.webm'];
const HANDED_OUT = new Set([...PLAYED, '.csv', '.epub', '.ods', '.odt', '.pdf', '.txt', '.xlsx', '.zip']);

export interface Media {
  /**
   * @param source as the article has it: relative to the article's file, or from the root of the project or its public folder
   * @returns undefined for a file that is not there, leads out of the project or may not be published, and for one that has the name
   * of a picture and is none: in a checkout without Git LFS a few words stand in the place of each
   */
  readonly find: (source: string, articleFile: string) => MediaFile | undefined;
  readonly isImage: (file: MediaFile) => boolean;
  /** A file that `find` has found, by its site path. */
  readonly at: (path: string) => MediaFile | undefined;
}

interface MediaOptions {
  /** Whether pictures are published in several sizes and formats. */
  readonly scaled?: boolean;
  /** Of the first of the folders: files that the site has as they are, relative to it; they are not published twice. */
  readonly published?: readonly string[];
  /** The file of an edition's source: what is beside that, its editions show too. */
  readonly originalOf?: (file: string) => string | undefined;
}

/**
 * @param root the project's folder, absolute
 * @param folders in which a path from the root (`/images/a.jpg`) is looked up, relative to the project
 * @param cache of the last build; brought up to date
 */
export function createMedia(
  root: string,
  folders: readonly string[],
  cache: Map<string, KnownMedia>,
  { scaled = false, published = [], originalOf = () => undefined }: MediaOptions = {},
): Media {
  const own = new Map(published.map((file) => [posix.join(folders[0] ?? '.', file), `/${file}`]));
  const byPath = new Map<string, MediaFile>();
  const known = new Map<string, MediaFile | undefined>();
  return {
    find: (source, articleFile) => {
      for (const candidate of candidates(source, articleFile, folders, originalOf)) {
        if (!known.has(candidate)) known.set(candidate, inSizes(read(root, candidate, cache), scaled, own.get(candidate)));
        const found = known.get(candidate);
        if (found === undefined) continue;
        byPath.set(found.path, found);
        return found;
      }
      return undefined;
    },
    isImage: ({ file }) => SHOWN.has(extname(file).toLowerCase()),
    at: (path) => byPath.get(path),
  };
}

/**
 * A picture as it is published: its sizes, and the one among them that is for everybody.
 * @param own where the site has the file already
 */
function inSizes(found: MediaFile | undefined, scaled: boolean, own: string | undefined): MediaFile | undefined {
  if (found === undefined) return undefined;
  const whole = own === undefined ? found : { ...found, path: own };
  if (found.width === undefined || found.height === undefined || !scaled) return whole;
  const variants = variantsOf(found.path, found.width);
  const shown = variants.at(-1);
  if (shown === undefined) return whole;
  const height = Math.round((found.height * shown.width) / found.width);
  return { ...found, path: shown.path, width: shown.width, height, variants, cuts: cutsOf(found.path, found.width, found.height) };
}

/** The project-relative paths that a source may mean, nearest first. */
function candidates(
  source: string,
  articleFile: string,
  folders: readonly string[],
  originalOf: NonNullable<MediaOptions['originalOf']>,
): string[] {
  let path: string;
  try {
    path = decodeURIComponent(source.replace(/[?#].*$/s, ''));
  } catch {
    return [];
  }
  if (path === '' || path.includes('\0')) return [];
  const all = path.startsWith('/')
    ? [...folders, '.'].map((folder) => posix.join(folder, path))
    : [articleFile, originalOf(articleFile) ?? articleFile].map((file) => posix.join(posix.dirname(file), path));
  return all.filter(
    (one) => one !== '..' && !one.startsWith('../') && !one.split('/').some((part) => part.startsWith('.') && part !== '.'),
  );
}

function read(root: string, relative: string, cache: Map<string, KnownMedia>): MediaFile | undefined {
  const extension = extname(relative).toLowerCase();
  if (!SHOWN.has(extension) && !HANDED_OUT.has(extension)) return undefined;
  const file = join(root, relative);
  const stats = statsOf(file);
  if (stats?.isFile() !== true || !realpathSync(file).startsWith(realpathSync(root) + sep)) return undefined;
  const stamp = stampText(file, Date.now());
  const before = cache.get(relative);
  if (before !== undefined && (before.stamp === stamp || isStill(file, before.stamp))) {
    cache.set(relative, { ...before, stamp });
    return { ...before, named: before.path, file };
  }
  const original = fileBytes(file);
  if (isPointer(original)) return undefined;
  const bytes = withoutMetadata(original);
  // It may tell where it was taken, and cannot be made not to.
  if (bytes === undefined) return undefined;
  if (extension === '.svg' && isActive(bytes.toString('utf8'))) return undefined;
  const name = posix
    .basename(relative)
    .slice(0, -extension.length)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  const { orientation, credit } = photoFacts(original);
  const size = SHOWN.has(extension) ? upright(imageSize(bytes), orientation) : undefined;
  if (size === undefined && SHOWN.has(extension) && extension !== '.svg') return undefined;
  const digest = hash('sha256', credit === undefined ? bytes : Buffer.concat([bytes, Buffer.from(credit)]), 'hex').slice(0, 12);
  const found = { path: `/media/${name}.${digest}${extension}`, ...size, ...(credit === undefined ? {} : { credit }) };
  cache.set(relative, { stamp, ...found });
  return { ...found, named: found.path, file };
}

/** Width and height as the picture is shown. @param orientation of Exif: from 5 on it lies on its side */
function upright(size: ImageSize | undefined, orientation: number): ImageSize | undefined {
  return size !== undefined && orientation >= 5 ? { width: size.height, height: size.width } : size;
}

/** An SVG file that is opened by itself runs its scripts as the site's own. */
function isActive(svg: string): boolean {
  return /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY/i.test(svg);
}
