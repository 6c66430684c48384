/** What the kind of an article changes on its page, and what structured data says of it. */

import { dateTime } from '../../frontmatter/article-date.ts';
import type { ArticleFields } from '../../frontmatter/fields.ts';
import { BEST } from '../../frontmatter/kinds.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import type { ArticlePage } from './article-parts.ts';
import { type Html, html } from './html-tag.ts';
import { liveEntries, renderLive } from './live.ts';
import { foreign, say } from './reader-words.ts';
import type { Site } from './site.ts';

/** The types of schema.org; an interview and a gallery have none of their own among the articles. */
const TYPES = {
  live: 'LiveBlogPosting',
  opinion: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
  interview: 'NewsArticle',
  gallery: 'NewsArticle',
  page: 'WebPage',
} as const satisfies Readonly<Record<NonNullable<ArticleFields['kind']>, string>>;

export function schemaType({ kind }: ArticleFields): string {
  return kind === undefined ? 'NewsArticle' : TYPES[kind];
}

/** Whether it is no article: it has no date, no author and no neighbours. */
export function isStanding({ fields }: EditionSummary): boolean {
  return fields.kind === 'page';
}

/** `Opinion`, beside the topic: readers see what they are reading before they read it. */
export function renderKind(site: Site, { fields: { kind }, locale }: EditionSummary): Html | false {
  return kind !== undefined && kind !== 'page' && html`<span class="kind">${say(site.chrome(locale), `kind.${kind}`)}</span> `;
}

/** What is reviewed, and how it is rated. */
export function renderReview(site: Site, { fields, locale }: EditionSummary): Html | false {
  const { kind, review } = fields;
  if (kind !== 'review' || review?.rating === undefined) return false;
  const t = site.chrome(locale);
  const format = new Intl.NumberFormat(locale);
  const values = { value: format.format(review.rating), best: format.format(review.best ?? BEST) };
  return html`<p class="rating"><bdi class="item">${review.item}</bdi> <span${foreign(t, 'article.rating')}>${t('article.rating', values)}</span></p>
`;
}

/** The body as its kind has it. */
export function bodyOfKind(site: Site, { fields }: EditionSummary, body: string): string {
  return fields.kind === 'live' ? renderLive(body, fields.date?.slice(0, 10), site.options.timeZone) : body;
}

/** @see https://schema.org/LiveBlogPosting and https://developers.google.com/search/docs/appearance/structured-data/review-snippet */
export function kindData(site: Site, { edition, body }: ArticlePage): object {
  const { fields, path, locale } = edition;
  const { timeZone } = site.options;
  const { review } = fields;
  if (fields.kind === 'live') {
    const url = site.addresses.url(path);
    return {
      coverageStartTime: fields.date === undefined ? undefined : dateTime(fields.date, timeZone),
      coverageEndTime: fields.coverageEnd === undefined ? undefined : dateTime(fields.coverageEnd, timeZone),
      liveBlogUpdate: liveEntries(body, fields.date?.slice(0, 10), timeZone).map(({ id, headline, at, text }) => ({
        '@type': 'BlogPosting',
        '@id': `${url}#${id}`,
        url: `${url}#${id}`,
        headline,
        datePublished: at,
        articleBody: text,
        inLanguage: locale,
      })),
    };
  }
  if (fields.kind === 'review' && review !== undefined)
    return {
      itemReviewed: { '@type': review.type ?? 'Thing', name: review.item },
      reviewRating:
        review.rating === undefined
          ? undefined
          : { '@type': 'Rating', ratingValue: review.rating, bestRating: review.best ?? BEST, worstRating: 0 },
    };
  return fields.kind === 'interview' ? { genre: 'interview' } : {};
}
