/** Pictures scaled by sharp, where a newsroom has installed it. */

import { createRequire } from 'node:module';
import { KnownError } from '../../errors.ts';
import type { PictureFormat, Variant } from './variants.ts';

/** @returns the picture upright, in sRGB, without metadata; with a height cut to that shape, around what draws the eye */
export type PictureScaler = (bytes: Buffer, to: Pick<Variant, 'format' | 'width' | 'height'>) => Promise<Buffer>;

/** The part of sharp that is used. */
type Sharp = (bytes: Buffer, options: object) => SharpPicture;
interface SharpPicture {
  autoOrient(): SharpPicture;
  resize(options: object): SharpPicture;
  toFormat(format: string, options: object): SharpPicture;
  toBuffer(): Promise<Buffer>;
}

/** Of each format, where one looks as the others do. AVIF's default effort takes three times as long for 2 % fewer bytes. */
const QUALITY: Readonly<Record<PictureFormat, object>> = {
  avif: { quality: 52, effort: 3 },
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 80, mozjpeg: true },
  png: { compressionLevel: 9, palette: false },
};

/**
 * sharp is loaded with the first picture: most builds scale none, and its library takes as long to load as a page to render.
 * @returns undefined where sharp is not installed
 */
export function pictureScaler(): PictureScaler | undefined {
  try {
    createRequire(import.meta.url).resolve('sharp');
  } catch {
    return undefined;
  }
  let loaded: Promise<Sharp> | undefined;
  return async (bytes, { width, height, format }) => {
    loaded ??= loadSharp();
    const size = height === undefined ? { width, withoutEnlargement: true } : { width, height, fit: 'cover', position: 'attention' };
    return (await loaded)(bytes, { failOn: 'none' }).autoOrient().resize(size).toFormat(format, QUALITY[format]).toBuffer();
  };
}

/** @throws KnownError where it was installed for another machine */
async function loadSharp(): Promise<Sharp> {
  try {
    return ((await import('sharp')) as unknown as { default: Sharp }).default;
  } catch (error) {
    throw new KnownError('Pictures cannot be scaled', {
      expected: 'the package "sharp", which is installed, to work on this machine',
      got: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      help: 'Install it anew (npm install sharp), or remove it: pictures are then published in the size that they have.',
    });
  }
}
