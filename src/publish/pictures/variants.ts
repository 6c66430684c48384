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

/** The value of a `srcset`. @param href from a site path to an address */
export function srcset(variants: readonly Variant[], format: PictureFormat, href: (path: string) => string): string {
  return variants
    .filter((variant) => variant.format === format)
    .map(({ path, width }) => `${href(path)} ${width}w`)
    .join(', ');
}
