/** The sizes and formats in which a picture is offered; a browser takes the one that it needs. */

/** In pixels: a phone, a phone with a dense screen or a tablet, a column of a desk's screen, the width of the page. */
const WIDTHS = [480, 960, 1440, 1920] as const;
/** Best first; a browser takes the first that it knows. */
const FORMATS = ['avif', 'webp'] as const;

export type PictureFormat = (typeof FORMATS)[number] | 'jpeg' | 'png';

export interface Variant {
  /** Site path. */
  readonly path: string;
  readonly format: PictureFormat;
  readonly width: number;
  /** Where the picture is cut to this shape. */
  readonly height?: number;
}

/**
 * @param path site path of the picture, its name ending in the hash of its content: `/media/ferry.1a2b3c4d.jpg`
 * @param width of the picture as it is shown, in pixels
 * @returns the best format first, within one the narrowest first; the last is for readers whose browser knows neither, and for the
 * previews of other sites. Nothing for what does not gain: drawings, animations, formats of browsers already.
 */
export function variantsOf(path: string, width: number): Variant[] {
  const fallback = /\.jpe?g$/i.test(path) ? 'jpeg' : /\.png$/i.test(path) ? 'png' : undefined;
  if (fallback === undefined) return [];
  const narrower = WIDTHS.filter((one) => one < width);
  const widest = Math.min(width, WIDTHS.at(-1) as number);
  const widths = narrower.includes(widest as never) ? narrower : [...narrower, widest];
  const stem = path.slice(0, path.lastIndexOf('.'));
  const variant = (format: PictureFormat, one: number): Variant => ({
    path: `${stem}-${one}.${format === 'jpeg' ? 'jpg' : format}`,
    format,
    width: one,
  });
  const shown = widths.findLast((one) => one <= 1440) ?? widest;
  return [...FORMATS.flatMap((format) => widths.map((one) => variant(format, one))), variant(fallback, shown)];
}

/** Width to height: the shapes in which search engines set a picture beside a headline. */
const SHAPES = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const;
/** In pixels: wide enough for a large preview. */
const CUT_WIDTH = 1200;
/** Fewer pixels are no picture for a search engine, and a blur in the width of a column. */
const LEAST_PIXELS = 50_000;

/** Whether a picture is shown in its own size, below its headline alone: a stamp, a logo. */
export function isSmall({ width, height }: { readonly width?: number; readonly height?: number }): boolean {
  return width !== undefined && height !== undefined && width * height < LEAST_PIXELS;
}

/**
 * @param path site path of the picture, as `variantsOf` has it
 * @returns the picture cut to each shape, as large as it gives; none where that is too small
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function cutsOf(path: string, width: number, height: number): Variant[] {
  const format = /\.jpe?g$/i.test(path) ? 'jpeg' : /\.png$/i.test(path) ? 'png' : undefined;
  if (format === undefined) return [];
  const stem = path.slice(0, path.lastIndexOf('.'));
  return Object.entries(SHAPES).flatMap(([name, shape]) => {
    const wide = Math.floor(Math.min(CUT_WIDTH, width, height * shape));
    const high = Math.round(wide / shape);
    if (isSmall({ width: wide, height: high })) return [];
    return [{ path: `${stem}-${name}.${format === 'jpeg' ? 'jpg' : 'png'}`, format, width: wide, height: high }];
  });
}

/** The value of a `srcset`. @param href from a site path to an address */
export function srcset(variants: readonly Variant[], format: PictureFormat, href: (path: string) => string): string {
  return variants
    .filter((variant) => variant.format === format)
    .map(({ path, width }) => `${href(path)} ${width}w`)
    .join(', ');
}
