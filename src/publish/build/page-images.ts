/** Pictures as pages show them: the one above the text, and those of the body. */

import type { MediaFile } from '../body/media.ts';
import type { PageImage } from '../page/article-parts.ts';
import { bodyPictures } from '../page/picture.ts';
import { name, sentence } from '../page/reader-words.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import type { PageMaking } from './page-making.ts';

/** @param lead the address of the picture above the text, as the article has it */
export function leadImage(
  { media, site }: Pick<PageMaking, 'media' | 'site'>,
  articleFile: string,
  lead: string | undefined,
): PageImage | undefined {
  const found = lead === undefined ? undefined : media.find(lead, articleFile);
  if (found === undefined || !media.isImage(found)) return undefined;
  return pageImage(found, site.addresses.href);
}

export function pageImage({ path, width, height, credit, variants, cuts }: MediaFile, href: (path: string) => string): PageImage {
  return {
    ...{ path, href: href(path) },
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(credit === undefined ? {} : { credit }),
    ...(variants === undefined ? {} : { variants }),
    ...(cuts === undefined ? {} : { cuts }),
  };
}

/** The pictures of a body as `bodyPictures` puts them. */
export function withPictures({ media, site }: PageMaking, edition: EditionSummary, body: string, hasLead: boolean): string {
  const t = site.chrome(edition.locale);
  const find = (address: string) => {
    const file = media.at(site.addresses.within(address) ?? '');
    return file !== undefined && media.isImage(file) ? pageImage(file, site.addresses.href) : undefined;
  };
  return bodyPictures(body, find, !hasLead, site.addresses.href, (credit) => sentence(t, 'article.credit', 'name', name(credit)));
}
