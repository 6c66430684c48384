/** Front page and topic pages: the newest first, a number of them a page. */

import type { Topic } from '../survey/edition-summary.ts';
import { frontPath, tagPath } from '../survey/page-addresses.ts';
import { type LanguageLink, renderPage } from './frame.ts';
import type { HreflangLink } from './hreflang.ts';
import { type Html, html } from './html-tag.ts';
import { foreign, named, ownLanguage, say } from './reader-words.ts';
import { type Site, siteTitle } from './site.ts';
import { renderStory, type Story } from './story.ts';

export interface ListPage {
  readonly locale: string;
  readonly stories: readonly Story[];
  /** Of all pages of this list. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly indexed: boolean;
  readonly hreflang: readonly HreflangLink[];
  readonly languages: readonly LanguageLink[];
}

export function renderFront(site: Site, list: ListPage, topics: readonly Topic[]): string {
  const { locale } = list;
  const t = site.chrome(locale);
  const position = list.page > 1 ? t('pages.position', { page: list.page, pages: list.pages }) : undefined;
  const stories = list.stories.map((story, index) => renderStory(site, story, 3, true, list.page === 1 && index === 0 ? 'lead' : 'story'));
  return renderPage(site, {
    ...shared(list),
    path: frontPath(locale, list.page),
    title: position,
    titleLocale: position === undefined ? undefined : t.language('pages.position'),
    description: `${siteTitle(site, locale)}: ${t('front.heading')}${position === undefined ? '' : `. ${position}`}`,
    kind: 'front',
    main: html`<h2 class="heading"${foreign(t, 'front.heading')}>${position ?? t('front.heading')}</h2>
${
  stories.length === 0
    ? html`<p class="empty">${say(t, 'front.empty')}</p>`
    : html`<div class="stories${list.page === 1 && ' led'}">
${stories}</div>`
}
${pagination(site, list, (page) => frontPath(locale, page))}${
  list.page === 1 &&
  topics.length > 0 &&
  html`<nav class="topics"${named(t, 'article.topics')}><ul${ownLanguage(t, 'article.topics')}>${topics.map(
    (topic) => html`<li><a href="${site.addresses.href(tagPath(locale, topic.slug))}">${topic.label}</a></li>`,
  )}</ul></nav>`
}`,
  });
}

export function renderTopic(site: Site, list: ListPage, topic: Topic): string {
  const { locale } = list;
  const t = site.chrome(locale);
  const position = list.page > 1 ? t('pages.position', { page: list.page, pages: list.pages }) : undefined;
  const count = t('topic.articles', { count: list.total });
  return renderPage(site, {
    ...shared(list),
    path: tagPath(locale, topic.slug, list.page),
    title: position === undefined ? topic.label : `${topic.label} (${position})`,
    description: `${topic.label}: ${count}${position === undefined ? '' : `. ${position}`}`,
    kind: 'topic',
    main: html`<header class="topic-head"><p class="kicker">${say(t, 'topic.label')}</p>
<h1>${topic.label}</h1>
<p class="meta"${foreign(t, 'topic.articles')}>${count}${position !== undefined && html` · ${position}`}</p></header>
<div class="stories">
${list.stories.map((story) => renderStory(site, story, 2, false))}</div>
${pagination(site, list, (page) => tagPath(locale, topic.slug, page))}`,
  });
}

function shared({ locale, indexed, hreflang, languages }: ListPage) {
  return { locale, indexed, hreflang, languages };
}

function pagination(site: Site, list: ListPage, path: (page: number) => string): Html | false {
  if (list.pages < 2) return false;
  const t = site.chrome(list.locale);
  const link = (page: number, rel: string, words: string) =>
    html`<li><a rel="${rel}" href="${site.addresses.href(path(page))}">${words}</a></li>`;
  return html`<nav class="pages"${named(t, 'pages.label')}><ul>${list.page > 1 && link(list.page - 1, 'prev', t('pages.newer'))}<li>${t(
    'pages.position',
    {
      page: list.page,
      pages: list.pages,
    },
  )}</li>${list.page < list.pages && link(list.page + 1, 'next', t('pages.older'))}</ul></nav>
`;
}
