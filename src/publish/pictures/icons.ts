/** The icon of a site: in the sizes that browsers, phones and desks ask for. */

import type { Variant } from './variants.ts';

/** In pixels: a tab, a phone's home screen, an application's list, its first screen. */
const WIDTHS = { tab: 32, touch: 180, list: 192, screen: 512 } as const;

export interface Icon {
  /** Site path. */
  readonly path: string;
  readonly type: string;
  /** In pixels; a drawing has any size. */
  readonly width?: number;
}

const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', jpg: 'image/jpeg' };

const typeOf = (path: string): string => TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'image/jpeg';

/** @param path site path of the icon's file, as `variantsOf` has it */
export function iconSizes(path: string): Variant[] {
  const stem = path.slice(0, path.lastIndexOf('.'));
  return Object.values(WIDTHS).map((width) => ({ path: `${stem}-${width}.png`, format: 'png', width, height: width }));
}

/** What a page links to. @param sizes none where pictures are not scaled */
export function iconsOf(path: string, width: number | undefined, sizes: readonly Variant[]): Icon[] {
  const isDrawing = path.endsWith('.svg');
  const own: Icon = { path, type: typeOf(path), ...(isDrawing || width === undefined ? {} : { width }) };
  const scaled = sizes.map((one): Icon => ({ path: one.path, type: 'image/png', width: one.width }));
  return isDrawing || scaled.length === 0 ? [own, ...scaled] : scaled;
}

export const isTouchIcon = ({ width }: Icon): boolean => width === WIDTHS.touch;

/**
 * An icon for whoever asks for `/favicon.ico` without looking at a page.
 * @param png of at most 256 pixels each way
 * @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function icoOf(png: Buffer, width: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(width % 256, 6);
  head.writeUInt8(width % 256, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
