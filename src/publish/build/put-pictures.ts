/** Pictures and other files of the articles, in the site: each under a name that holds the hash of its content. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileBytes } from '../../files/bytes.ts';
import { writeCached } from '../../files/write.ts';
import type { Finding } from '../../finding.ts';
import { counted } from '../../text/counted.ts';
import type { MediaFile } from '../body/media.ts';
import { icoOf } from '../pictures/icons.ts';
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

/**
 * @param leads site paths of the pictures that search engines are told of
 * @returns a note where pictures are larger than readers can use
 */
export async function putPictures(
  files: readonly MediaFile[],
  leads: ReadonlySet<string>,
  shelf: Shelf,
  scale: PictureScaler | undefined,
): Promise<Finding[]> {
  const { stage } = shelf;
  // One of the same name is the same file.
  const isThere = (path: string) => stage.holds(fileOf(path));
  for (const { path, file, variants, cuts = [] } of files) {
    if (variants !== undefined && scale !== undefined)
      await putVariants(file, leads.has(path) ? [...variants, ...cuts] : variants, isThere, shelf, scale);
    else if (stage.files.has(fileOf(path))) continue;
    else if (isThere(path)) stage.keep(fileOf(path));
    else stage.put(fileOf(path), withoutMetadata(fileBytes(file)) ?? Buffer.alloc(0));
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

/**
 * The icon itself where it is a drawing or nothing is scaled, its sizes, and `favicon.ico`, unless the public folder has one.
 * @param icon with its sizes as its variants
 */
export async function putIcon(icon: MediaFile, shelf: Shelf, scale: PictureScaler | undefined): Promise<void> {
  const { variants = [], ...file } = icon;
  if (variants.length === 0 || icon.path.endsWith('.svg')) await putPictures([file], new Set(), shelf, undefined);
  if (variants.length === 0 || scale === undefined) return;
  const ico = 'favicon.ico';
  const tab = variants[0] as Variant;
  const sizes = new Map<string, Buffer>();
  await putVariants(icon.file, variants, (path) => shelf.stage.holds(fileOf(path)), shelf, scale, sizes);
  if (shelf.stage.files.has(ico)) return;
  const png = sizes.get(tab.path);
  if (png === undefined && shelf.stage.holds(ico)) shelf.stage.keep(ico);
  else shelf.stage.put(ico, icoOf(png ?? (await scale(fileBytes(icon.file), tab)), tab.width));
}

async function putVariants(
  file: string,
  variants: readonly Variant[],
  isThere: (path: string) => boolean,
  { stage, cache }: Shelf,
  scale: PictureScaler,
  made: Map<string, Buffer> = new Map(),
): Promise<void> {
  let bytes: Buffer | undefined;
  for (const variant of variants) {
    const { path } = variant;
    if (isThere(path)) {
      stage.keep(fileOf(path));
      continue;
    }
    const kept = cache === undefined ? undefined : join(cache, fileOf(path).replaceAll('/', '-'));
    let scaled: Buffer | undefined = kept !== undefined && existsSync(kept) ? fileBytes(kept) : undefined;
    if (scaled === undefined) {
      bytes ??= fileBytes(file);
      scaled = await scale(bytes, variant);
      if (kept !== undefined) writeCached(kept, scaled);
    }
    made.set(path, scaled);
    stage.put(fileOf(path), scaled);
  }
}
