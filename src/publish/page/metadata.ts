/** What machines read of an article's page: Open Graph and schema.org. */

import { dateTime } from '../../frontmatter/article-date.ts';
import { isSmall } from '../pictures/variants.ts';
import { lastChange } from '../survey/edition-summary.ts';
import { channelPath } from '../survey/page-addresses.ts';
import type { ArticlePage } from './article-parts.ts';
import { authorReference } from './author.ts';
import { correctionsOf, noteText } from './disclosure.ts';
import { type Html, html, jsonForScript } from './html-tag.ts';
import { isStanding, kindData, schemaType } from './kinds.ts';
import { openGraphLocale } from './locale-names.ts';
import { type Site, siteTitle } from './site.ts';

/** @see https://ogp.me */
export function openGraph(site: Site, { edition, source, versions, image }: ArticlePage): Html {
  const { fields, locale } = edition;
  const others = new Set(
    versions.filter((version) => version.locale !== locale && version.indexed).map(({ locale: other }) => openGraphLocale(other)),
  );
  const { timeZone } = site.options;
  const changed = lastChange(fields, source?.fields);
  const property = (name: string, content: string | undefined) =>
    content !== undefined &&
    html`<meta property="${name}" content="${content}">
`;
  return html`${property('og:type', isStanding(edition) ? 'website' : 'article')}${property('og:title', fields.title)}${property('og:description', fields.description ?? edition.body?.excerpt)}${property('og:url', site.addresses.url(edition.path))}${property('og:site_name', siteTitle(site, locale))}${property('og:locale', openGraphLocale(locale))}${[...others].map((other) => property('og:locale:alternate', other))}${image !== undefined && html`${property('og:image', site.addresses.url(image.path))}${image.width !== undefined && html`${property('og:image:width', String(image.width))}${property('og:image:height', String(image.height))}`}${property('og:image:alt', fields.image?.alt || undefined)}`}${property('article:published_time', fields.date === undefined ? undefined : dateTime(fields.date, timeZone))}${property('article:modified_time', changed === undefined ? undefined : dateTime(changed, timeZone))}${edition.authors.map(({ slug }) => property('article:author', site.addresses.url(channelPath(locale, 'author', slug))))}${property('article:section', edition.section?.label)}${edition.topics.map((topic) => property('article:tag', topic.label))}<meta name="twitter:card" content="${image === undefined || isSmall(image) ? 'summary' : 'summary_large_image'}">
`;
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/article, https://schema.org/NewsArticle and https://schema.org/translationOfWork */
export function structuredData(site: Site, article: ArticlePage): Html {
  const { edition, source, image, body } = article;
  const { fields, locale } = edition;
  const { url } = site.addresses;
  const { timeZone } = site.options;
  const changed = lastChange(fields, source?.fields);
  const corrections = correctionsOf(edition, source);
  const pictures = [
    ...(image === undefined ? [] : [picture(url(image.path), image)]),
    ...(image?.cuts ?? []).map((cut) => picture(url(cut.path), { ...cut, credit: image?.credit })),
    ...(fields.kind === 'gallery' ? picturesIn(site, body) : []),
  ];
  const original = source === undefined || source.locale === locale ? undefined : source;
  return html`<script type="application/ld+json">${jsonForScript({
    '@context': 'https://schema.org',
    '@type': schemaType(fields),
    '@id': url(edition.path),
    url: url(edition.path),
    mainEntityOfPage: url(edition.path),
    headline: fields.title,
    description: fields.description,
    inLanguage: locale,
    datePublished: fields.date === undefined ? undefined : dateTime(fields.date, timeZone),
    dateModified: changed === undefined ? undefined : dateTime(changed, timeZone),
    author: edition.authors.length === 0 ? undefined : edition.authors.map((author) => authorReference(site, locale, author)),
    translator: fields.translator === undefined ? undefined : { '@type': 'Person', name: fields.translator },
    image: pictures.length === 0 ? undefined : pictures,
    articleSection: edition.section?.label,
    keywords: edition.topics.length === 0 ? undefined : edition.topics.map((topic) => topic.label),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: siteTitle(site, locale),
      url: url('/'),
      logo: site.logo && picture(url(site.logo.path), site.logo),
    },
    speakable: fields.speakable === true ? { '@type': 'SpeakableSpecification', cssSelector: ['.full h1', '.standfirst'] } : undefined,
    ...kindData(site, article),
    // No word of schema.org says who has read a text; its status is the nearest.
    creativeWorkStatus: noteText(site, edition, source),
    correction:
      corrections.length === 0
        ? undefined
        : corrections.map(({ text, date, locale: language }) => ({
            '@type': 'CorrectionComment',
            text,
            inLanguage: language,
            datePublished: date === undefined ? undefined : dateTime(date, timeZone),
          })),
    translationOfWork: original && {
      '@type': schemaType(original.fields),
      '@id': url(original.path),
      headline: original.fields.title,
      inLanguage: original.locale,
    },
  })}</script>
`;
}

function picture(url: string, { width, height, credit }: Pictured): object {
  return { '@type': 'ImageObject', url, width, height, creditText: credit };
}

interface Pictured {
  readonly width?: number;
  readonly height?: number;
  readonly credit?: string | undefined;
}

/** The pictures of a body, which in a gallery are what the article is. @param body sanitized markup */
function picturesIn(site: Site, body: string): object[] {
  return [...body.matchAll(/<img src="(\/[^"]*)"[^>]*>/g)].map(([tag, src = '']) => {
    const size = / width="(\d+)" height="(\d+)"/.exec(tag);
    return picture(site.addresses.origin + src, size === null ? {} : { width: Number(size[1]), height: Number(size[2]) });
  });
}
