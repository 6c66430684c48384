/** Pictures and other files of the articles, in the site: each under a name that holds the hash of its content. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { counted } from '../../counted.ts';
import type { Finding } from '../../finding.ts';
import type { MediaFile } from '../body/media.ts';
import type { PictureScaler } from '../pictures/scale.ts';
import type { Variant } from '../pictures/variants.ts';
import { withoutMetadata } from '../pictures/without-metadata.ts';
import type { Stage } from '../stage.ts';
import { fileOf } from '../survey/page-addresses.ts';

/** Where files may be already. */
interface Shelf {
  readonly stage: Stage;
  /** Folder of scaled pictures, for a site that is built anew. */
  readonly cache: string | undefined;
}

/** Wider than any screen shows it; a camera's own size. */
const LARGE = 2400;

/** @returns a note where pictures are larger than readers can use */
export async function putPictures(files: readonly MediaFile[], shelf: Shelf, scale: PictureScaler | undefined): Promise<Finding[]> {
  const { stage } = shelf;
  // One of the same name is the same file.
  const isThere = (path: string) => stage.holds(fileOf(path));
  for (const { path, file, variants } of files) {
    if (variants !== undefined && scale !== undefined) await putVariants(file, variants, isThere, shelf, scale);
    else if (isThere(path)) stage.keep(fileOf(path));
    else stage.put(fileOf(path), withoutMetadata(readFileSync(file)) ?? Buffer.alloc(0));
  }
  const large = files.filter(({ width, variants }) => variants === undefined && width !== undefined && width > LARGE);
  if (large.length === 0 || scale !== undefined) return [];
  return [
    {
      ...{ check: 'publish', level: 'note' },
      message: `${counted(large.length, 'picture')} wider than ${LARGE} pixels: readers on phones load them whole. With the package "sharp" beside Dragoman each is published in the sizes that are needed`,
      got: large.slice(0, 20).map(({ path }) => path),
    },
  ];
}

async function putVariants(
  file: string,
  variants: readonly Variant[],
  isThere: (path: string) => boolean,
  { stage, cache }: Shelf,
  scale: PictureScaler,
): Promise<void> {
  let bytes: Buffer | undefined;
  for (const { path, width, format } of variants) {
    if (isThere(path)) {
      stage.keep(fileOf(path));
      continue;
    }
    const kept = cache === undefined ? undefined : join(cache, fileOf(path).replaceAll('/', '-'));
    let scaled: Buffer | undefined = kept !== undefined && existsSync(kept) ? readFileSync(kept) : undefined;
    if (scaled === undefined) {
      bytes ??= readFileSync(file);
      scaled = await scale(bytes, width, format);
      if (kept !== undefined) writeWhole(kept, scaled);
    }
    stage.put(fileOf(path), scaled);
  }
}

/** A file is there whole or not at all: the name says what is in it. */
function writeWhole(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}.part`, bytes);
  renameSync(`${file}.${process.pid}.part`, file);
}
