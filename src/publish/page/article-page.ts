/** The page of an edition. */

import { formatDate } from '../../frontmatter/article-date.ts';
import type { ArticleFields } from '../../frontmatter/fields.ts';
import { isSmall } from '../pictures/variants.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { channelPath } from '../survey/page-addresses.ts';
import type { ArticlePage, PageImage } from './article-parts.ts';
import { renderCorrected, renderCorrections, renderNote, withheldText } from './disclosure.ts';
import { renderPage } from './frame.ts';
import { hreflangLinks } from './hreflang.ts';
import { type Html, html, raw } from './html-tag.ts';
import { bodyOfKind, isStanding, renderKind, renderReview } from './kinds.ts';
import { direction } from './locale-names.ts';
import { openGraph, structuredData } from './metadata.ts';
import { channelLinks, templated } from './own-template.ts';
import { isPortrait, renderPicture } from './picture.ts';
import { foreign, name, named, namesOf, ownLanguage, prose, say, sentence } from './reader-words.ts';
import { renderContents, renderReadingTime } from './reading.ts';
import { renderShare } from './share.ts';
import { isIndexed, type Site } from './site.ts';
import { renderSlot } from './slot.ts';
import type { ArticleParts } from './template.ts';

/** The marks around the body, so that it can be found again in the page; the sanitizer lets no comment through. */
const BODY_START = '<!--body-->';
const BODY_END = '<!--/body-->';

/** The body of a page that `renderArticle` made. */
export function bodyOf(page: string): string | undefined {
  const start = page.indexOf(BODY_START);
  const end = page.indexOf(BODY_END, start);
  return start < 0 || end < 0 ? undefined : page.slice(start + BODY_START.length, end);
}

export function renderArticle(site: Site, article: ArticlePage): string {
  const { edition, source, versions } = article;
  const { fields, locale } = edition;
  const fallback = versions.find((version) => version.indexed && version.locale === site.sourceLocale)?.path;
  const withheld = renderWithheld(site, edition, source);
  const parts = partsOf(site, article, withheld);
  return renderPage(site, {
    locale,
    path: edition.path,
    title: fields.title,
    description: fields.description ?? edition.body?.excerpt,
    indexed: isIndexed(site, edition.state),
    hreflang: hreflangLinks(edition.path, versions, fallback),
    languages: versions,
    head: html`${openGraph(site, article)}${structuredData(site, article)}`,
    origins: edition.body?.origins,
    kind: 'article',
    main: templated(site, 'article', {
      ...{ locale, path: edition.path },
      view: () => ({
        ...{ headline: fields.title, state: edition.state, parts },
        ...channelLinks(site, edition),
        ...(fields.description === undefined ? {} : { standfirst: fields.description }),
        ...(fields.date === undefined ? {} : { published: fields.date }),
        ...(fields.updated === undefined ? {} : { updated: fields.updated }),
        ...(fields.kind === undefined ? {} : { kind: fields.kind }),
        ...(fields.translator === undefined ? {} : { translator: fields.translator }),
      }),
      original: () => html`<article class="full${fields.kind !== undefined && ` ${fields.kind}`}">
${parts.header}
${parts.note}${parts.picture}${parts.contents}${parts.body}
${parts.corrections}${parts.slot}${parts.topics}${parts.share}${parts.related}${parts.next}</article>`,
      obliged: { withheld, corrected: parts.corrected, note: parts.note, body: parts.body, corrections: parts.corrections },
    }),
  });
}

/** In a preview: that nobody may read it yet. */
function renderWithheld(site: Site, edition: EditionSummary, source: EditionSummary | undefined): Html | false {
  const withheld = withheldText(site, edition, source);
  return (
    withheld !== undefined &&
    html`<p class="withheld"><strong class="badge">${withheld}</strong></p>
`
  );
}

function partsOf(site: Site, article: ArticlePage, withheld: Html | false): ArticleParts {
  const { edition, source, image } = article;
  const { fields, locale } = edition;
  const slot = site.theme.slots.article;
  // The headline, who wrote it and its topics are searched as the text is.
  const indexed = site.searchScript !== undefined && raw(' data-pagefind-body');
  const isArticle = !isStanding(edition);
  const pieces = {
    kicker: kicker(site, edition),
    corrected: renderCorrected(site, edition, source),
    byline: isArticle && byline(site, edition, article.body),
  };
  return {
    ...pieces,
    header: html`<header${indexed}>
${withheld}${pieces.kicker}<h1>${prose(fields.title, locale)}</h1>
${pieces.corrected}${
  fields.description !== undefined &&
  html`<p class="standfirst">${prose(fields.description, locale)}</p>
`
}${renderReview(site, edition)}${pieces.byline}</header>`,
    note: renderNote(site, edition, source, 'page'),
    picture: image !== undefined && fields.image !== undefined && hero(site, image, fields.image, locale),
    contents: renderContents(site, locale, article.body),
    body: html`<div class="body"${indexed}>${raw(BODY_START)}${raw(bodyOfKind(site, edition, article.body))}${raw(BODY_END)}</div>`,
    corrections: renderCorrections(site, edition, source, 'page'),
    slot: slot !== undefined && raw(renderSlot(slot, site.chrome(locale))),
    topics: topics(site, edition),
    share: isArticle && renderShare(site, edition),
    related: isArticle && related(site, article),
    next: isArticle && next(site, article),
  };
}

/** The picture above the text, its caption, and whom the file names, where the caption does not. */
function hero(site: Site, image: PageImage, { alt, caption, ...words }: NonNullable<ArticleFields['image']>, locale: string): Html {
  const { credit } = image;
  const named =
    credit !== undefined && caption?.includes(credit) !== true && sentence(site.chrome(locale), 'article.credit', 'name', name(credit));
  const other = words.locale === undefined || words.locale === locale ? undefined : words.locale;
  const said =
    caption !== undefined &&
    (other === undefined ? prose(caption, locale) : html`<span lang="${other}" dir="${direction(other)}">${prose(caption, other)}</span>`);
  const parts = [said, named].filter((part) => part !== false);
  return html`<figure class="hero${isSmall(image) ? ' small' : isPortrait(image) && ' portrait'}">${renderPicture(image, alt, 'hero', true, site.addresses.href, other)}${
    parts.length > 0 && html`<figcaption>${parts.map((part, index) => [index > 0 && ' ', part])}</figcaption>`
  }</figure>`;
}

/** The kind, the section, else the first topic. */
function kicker(site: Site, edition: EditionSummary): Html | false {
  const { topics, section, locale, fields } = edition;
  const kind = renderKind(site, edition);
  const [channel, path] = section === undefined ? [topics[0], 'tag' as const] : [section, 'section' as const];
  // A section that is called what its kind is would be said twice.
  const isSaid = section !== undefined && kind !== false && section.label === site.chrome(locale)(`kind.${fields.kind}`);
  const link =
    channel !== undefined &&
    !isSaid &&
    html`<a href="${site.addresses.href(channelPath(locale, path, channel.slug))}">${channel.label}</a>`;
  return (
    (kind !== false || link !== false) &&
    html`<p class="kicker">${kind}${link}</p>
`
  );
}

function byline(site: Site, { fields, locale, state, authors: channels }: EditionSummary, body: string): Html | false {
  const t = site.chrome(locale);
  const { timeZone } = site.options;
  const links = channels.map(({ slug, label, role }) => {
    const link = html`<a rel="author" href="${site.addresses.href(channelPath(locale, 'author', slug))}">${name(label)}</a>`;
    return [label, html`${link}${role !== undefined && html` <span class="role">(${prose(role, locale)})</span>`}`] as const;
  });
  const authors = links.length > 0 && sentence(t, 'article.by', 'authors', namesOf(links, locale));
  const translator =
    fields.translator !== undefined ? sentence(t, 'article.translatedBy', 'name', name(fields.translator)) : say(t, 'article.reviewed');
  // Who wrote it is searched for; the rest would only fill the lines that a result shows around the words that were asked for.
  const unread = site.searchScript !== undefined && raw(' data-pagefind-ignore');
  const minutes = renderReadingTime(site, locale, body);
  const hasDates = fields.date !== undefined || fields.updated !== undefined || minutes !== false;
  return (
    (authors !== false || state === 'reviewed' || hasDates) &&
    html`<div class="byline">
${
  authors !== false &&
  html`<p class="authors"${site.searchScript !== undefined && raw(' data-pagefind-meta="authors"')}>${authors}</p>
`
}${
  state === 'reviewed' &&
  html`<p class="translator"${unread}>${translator}</p>
`
}${
  hasDates &&
  html`<p class="dates"${unread}>${
    fields.date !== undefined &&
    html`<time datetime="${fields.date}"${site.searchScript !== undefined && raw(' data-pagefind-meta="date"')}>${formatDate(fields.date, locale, timeZone)}</time>`
  }${
    fields.updated !== undefined &&
    fields.updated !== fields.date &&
    html` <span class="updated">${sentence(t, 'article.updated', 'date', html`<time datetime="${fields.updated}">${formatDate(fields.updated, locale, timeZone)}</time>`)}</span>`
  }${minutes}</p>
`
}</div>
`
  );
}

function related(site: Site, { edition: { locale }, related: all }: ArticlePage): Html | false {
  if (all.length === 0) return false;
  return html`<section class="related"><h2>${say(site.chrome(locale), 'article.related')}</h2>
<ul>${all.map(
    ({ path, fields }) =>
      html`<li><a href="${site.addresses.href(path)}">${prose(fields.title, locale)}</a>${fields.date !== undefined && html` <time datetime="${fields.date}">${formatDate(fields.date, locale, site.options.timeZone)}</time>`}</li>`,
  )}</ul></section>
`;
}

function next(site: Site, { edition: { locale }, next: other }: ArticlePage): Html | false {
  if (other === undefined) return false;
  const t = site.chrome(locale);
  return html`<p class="next"><span${foreign(t, 'article.next')}>${t('article.next')}</span> <a rel="next" href="${site.addresses.href(other.path)}">${prose(other.fields.title, locale)}</a></p>
`;
}

function topics(site: Site, { topics: all, locale }: EditionSummary): Html | false {
  if (all.length === 0) return false;
  const t = site.chrome(locale);
  return html`<nav class="topics"${site.searchScript !== undefined && raw(' data-pagefind-body')}${named(t, 'article.topics')}><ul${ownLanguage(t, 'article.topics')}>${all.map(
    (topic) => html`<li><a rel="tag" href="${site.addresses.href(channelPath(locale, 'tag', topic.slug))}">${topic.label}</a></li>`,
  )}</ul></nav>
`;
}
