/** What all pages of a list have: stories in columns, the way to the pages before and behind. */

import type { HreflangLink } from './hreflang.ts';
import { type Html, html } from './html-tag.ts';
import type { LanguageLink } from './page.ts';
import { named } from './reader-words.ts';
import type { Site } from './site.ts';
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

/** Stories in columns, one below the other: whatever their heights, none leaves a gap beside it. */
export function river(site: Site, stories: readonly Story[], level: 2 | 3 = 3): Html {
  return html`<div class="stories">
${stories.map((story) => renderStory(site, story, level, level === 3))}</div>`;
}

/** `Page 2 of 3`, on all pages but the first. */
export function positionOf(site: Site, { locale, page, pages }: ListPage): string | undefined {
  return page > 1 ? site.chrome(locale)('pages.position', { page, pages }) : undefined;
}

/** What a page of a list tells a template. @param level of the headlines */
export function listView(site: Site, { page, pages, total, stories }: ListPage, level: 2 | 3) {
  return { page, pages, total, stories: stories.map((story) => renderStory(site, story, level, level === 3)) };
}

/** What a page of a list tells the frame. */
export function framed({ locale, indexed, hreflang, languages }: ListPage) {
  return { locale, indexed, hreflang, languages };
}

export function pagination(site: Site, list: ListPage, path: (page: number) => string): Html | false {
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
