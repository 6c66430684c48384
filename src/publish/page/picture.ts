/** A picture on a page: in the sizes and formats that there are of it. */

import { srcset } from '../pictures/variants.ts';
import type { PageImage } from './article-parts.ts';
import { type Html, html, raw } from './html-tag.ts';

/** What share of a page's width a picture takes, in the words of `sizes`. */
const SIZES = {
  hero: '(min-width: 66rem) 62rem, 100vw',
  body: '(min-width: 44rem) 41rem, 100vw',
  lead: '(min-width: 80rem) 50rem, (min-width: 64rem) 64vw, 100vw',
  wideStory: '(min-width: 80rem) 37rem, (min-width: 46rem) 48vw, 100vw',
  story: '(min-width: 80rem) 24rem, (min-width: 64rem) 32vw, (min-width: 46rem) 48vw, 100vw',
} as const;

export type PicturePlace = keyof typeof SIZES;

/**
 * @param first whether it is the first picture of its page: the one that readers wait for
 * @param href from a site path to an address
 * @param locale of `alt`, where it is another than the page's
 */
export function renderPicture(
  image: PageImage,
  alt: string,
  place: PicturePlace,
  first: boolean,
  href: (path: string) => string,
  locale?: string,
): Html {
  const language = locale !== undefined && alt !== '' && html` lang="${locale}"`;
  const img = html`<img src="${image.href}" alt="${alt}"${language}${size(image)}${raw(first ? ' fetchpriority="high"' : ' loading="lazy" decoding="async"')}>`;
  return inFormats(image, img, place, href);
}

/** An `img` that is markup already, with its sizes and formats around it. */
function inFormats(image: Pick<PageImage, 'variants'>, img: Html, place: PicturePlace, href: (path: string) => string): Html {
  const { variants = [] } = image;
  if (variants.length === 0) return img;
  const sources = (['avif', 'webp'] as const).map(
    (format) => html`<source type="image/${format}" srcset="${srcset(variants, format, href)}" sizes="${SIZES[place]}">`,
  );
  return html`<picture>${sources}${img}</picture>`;
}

function size(image: { readonly width?: number; readonly height?: number }): Html | false {
  return image.width !== undefined && html` width="${image.width}" height="${image.height}"`;
}

/** Whether it is so much higher than wide that it would push the words off the screen. */
export function isPortrait({ width, height }: Pick<PageImage, 'width' | 'height'>): boolean {
  return width !== undefined && height !== undefined && height > width * 1.1;
}

/**
 * The pictures of a body in their sizes and formats, each credited where the file names somebody whom the caption does not.
 * @param body sanitized markup: quotes in attributes are escaped, so that a tag is told from its text
 * @param find a picture by its address
 * @param first whether the body's first picture is the first of the page
 */
export function bodyPictures(
  body: string,
  find: (address: string) => PageImage | undefined,
  first: boolean,
  href: (path: string) => string,
  credit: (name: string) => Html,
): string {
  let isFirst = first;
  return body.replace(
    /(<figure>)?(<img src="([^"]*)"(?:[^">]|"[^"]*")*>)(?:(<figcaption>)([\s\S]*?)(?=<\/figcaption>))?/g,
    (whole, figure: string | undefined, img: string, address: string, caption: string | undefined, words: string | undefined) => {
      const image = find(address);
      if (image === undefined) return whole;
      const tag = isFirst ? img.replace(' loading="lazy" decoding="async"', ' fetchpriority="high"') : img;
      isFirst = false;
      const picture = inFormats(image, raw(tag), 'body', href).markup;
      const named =
        image.credit !== undefined && figure !== undefined && words?.includes(image.credit) !== true ? credit(image.credit).markup : '';
      if (caption !== undefined) return `${figure ?? ''}${picture}${caption}${words}${named === '' ? '' : ` ${named}`}`;
      return `${figure ?? ''}${picture}${named === '' ? '' : `<figcaption>${named}</figcaption>`}`;
    },
  );
}
