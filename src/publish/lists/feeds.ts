/** Feeds of a locale: Atom (RFC 4287) and JSON Feed 1.1, with the whole text of the newest articles. */

import { createHash } from 'node:crypto';
import { dateTime } from '../../frontmatter/article-date.ts';
import { renderCorrections, renderNote } from '../page/disclosure.ts';
import { escapeText, html, raw } from '../page/html-tag.ts';
import { direction } from '../page/locale-names.ts';
import { type Site, siteTitle } from '../page/site.ts';
import { type EditionSummary, lastChange } from '../survey/edition-summary.ts';

/** As many as a reader's program asks for between two visits, and small enough to send often. */
export const FEED_LENGTH = 20;

export interface FeedArticle {
  readonly edition: EditionSummary;
  /** The original, where it is published. */
  readonly source: EditionSummary | undefined;
  /** Sanitized markup, as in the article's page. */
  readonly body: string;
  /** Site path of its image. */
  readonly image?: string;
}

/** Of no article: before the first one there is nothing to be newer than. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed of a topic or a section, and the page that has the same articles. */
interface ChannelFeed {
  readonly path: string;
  readonly page: string;
  readonly title: string;
}

/**
 * @param channel of which the articles are; without one they are the locale's
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function renderAtom(site: Site, locale: string, articles: readonly FeedArticle[], channel?: ChannelFeed): string {
  const { url } = site.addresses;
  const name = siteTitle(site, locale);
  const title = channel === undefined ? name : `${channel.title} – ${name}`;
  const { path, page } = channel ?? { path: `/${locale}/feed.xml`, page: `/${locale}/` };
  const updated = articles.map((article) => changed(site, article)).sort((a, b) => Date.parse(a) - Date.parse(b));
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<title>${title}</title>
<id>${stableId(channel === undefined ? `feed\n${locale}` : `feed\n${path}`)}</id>
<updated>${updated.at(-1) ?? NEVER}</updated>
<link rel="self" type="application/atom+xml" href="${url(path)}"/>
<link rel="alternate" type="text/html" hreflang="${locale}" href="${url(page)}"/>
<author><name>${name}</name></author>
${articles.map((article) => {
  const { edition } = article;
  const { fields, slug } = edition;
  return html`<entry xml:lang="${locale}">
<title>${fields.title}</title>
<id>${stableId(`${slug}\n${locale}`)}</id>
<link rel="alternate" type="text/html" hreflang="${locale}" href="${url(edition.path)}"/>
${
  fields.date !== undefined &&
  html`<published>${dateTime(fields.date, site.options.timeZone)}</published>
`
}<updated>${changed(site, article)}</updated>
${edition.authors.map(
  ({ label }) => html`<author><name>${label}</name></author>
`,
)}${edition.topics.map(
  (topic) => html`<category term="${topic.slug}" label="${topic.label}"/>
`,
)}${
  fields.description !== undefined &&
  html`<summary>${fields.description}</summary>
`
}<content type="html">${content(site, article)}</content>
</entry>
`;
})}</feed>
`.markup;
}

/** @see https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(site: Site, locale: string, articles: readonly FeedArticle[]): string {
  const { url } = site.addresses;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: siteTitle(site, locale),
    home_page_url: url(`/${locale}/`),
    feed_url: url(`/${locale}/feed.json`),
    language: locale,
    items: articles.map((article) => {
      const { edition, image } = article;
      const { fields, slug } = edition;
      return {
        id: stableId(`${slug}\n${locale}`),
        url: url(edition.path),
        title: fields.title,
        summary: fields.description,
        content_html: content(site, article),
        image: image === undefined ? undefined : url(image),
        date_published: fields.date === undefined ? undefined : dateTime(fields.date, site.options.timeZone),
        date_modified: changed(site, article),
        authors: edition.authors.length === 0 ? undefined : edition.authors.map(({ label }) => ({ name: label })),
        tags: edition.topics.length === 0 ? undefined : edition.topics.map((topic) => topic.label),
        language: locale,
      };
    }),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function changed(site: Site, { edition, source }: FeedArticle): string {
  const date = lastChange(edition.fields, source?.fields);
  return date === undefined ? NEVER : dateTime(date, site.options.timeZone);
}

/** The text as on its page: with what readers must know of it before it, and its corrections after it. */
function content(site: Site, { edition, source, body }: FeedArticle): string {
  const note = renderNote(site, edition, source, 'feed');
  const whole = html`${note}${raw(absolute(site, edition, body))}${renderCorrections(site, edition, source, 'feed')}`.markup.trim();
  return direction(edition.locale) === 'rtl' ? `<div dir="rtl" lang="${edition.locale}">${whole}</div>` : whole;
}

/** Tags that name an address, as the program writes them: text has no `<`, values are in double quotes. */
const ADDRESSED = /<(?:a|img|video|audio|source|track|iframe)\b(?:[^">]|"[^"]*")*>/g;

/** Where a feed is read, an address without host leads nowhere. */
function absolute(site: Site, edition: EditionSummary, body: string): string {
  // Programs that read feeds know one size of a picture, and no relative address in a list of them.
  const plain = body.replace(/<source [^>]*srcset=[^>]*>|<\/?picture>/g, '');
  return plain.replace(ADDRESSED, (tag) =>
    tag.replace(/(\s(?:href|src|poster)=")([/#])(?!\/)/g, (_, before: string, first: string) =>
      first === '/' ? `${before}${escapeText(site.addresses.origin)}/` : `${before}${escapeText(site.addresses.url(edition.path))}#`,
    ),
  );
}

/** The namespace of these ids, made once at random. */
const NAMESPACE = Buffer.from('6f1b0c7a2f8e4a1c9d3557e0b4c2a918', 'hex');

/** An id that knows neither address nor host: a UUID of version 5 (RFC 9562) of article and locale. */
function stableId(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
