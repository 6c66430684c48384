/** What all pages of a list have: stories in columns, the way to the pages before and behind. */

import { evenColumns } from './columns.ts';
import type { HreflangLink } from './hreflang.ts';
import { type Html, html } from './html-tag.ts';
import type { LanguageLink } from './page.ts';
import { named } from './reader-words.ts';
import type { Site } from './site.ts';
import { renderStory, type Story, storyHeight } from './story.ts';

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

/** Columns that a screen of each width has room for; on a phone there is one. */
const ROOM = { wide: 3, middle: 2 } as const;

/**
 * Stories in columns, one below the other: whatever their number and heights, none leaves a gap beside it, and no column is empty.
 * Where a column ends is told by what is around the stories, since a theme's template may make each of them anew.
 */
export function river(site: Site, stories: readonly Story[], level: 2 | 3 = 3): Html {
  const heights = (width: number) => stories.map((story) => storyHeight(story, width));
  const [wide, middle] = [evenColumns(ROOM.wide, heights), evenColumns(ROOM.middle, heights)];
  const starts = [...new Set([0, ...wide.ends, ...middle.ends])].sort((a, b) => a - b);
  const place = wide.count === ROOM.wide ? 'story' : 'wideStory';
  return html`<div class="stories" data-wide="${wide.count}" data-middle="${middle.count}">
${starts.map((start, index) => {
  const end = starts[index + 1] ?? stories.length;
  const before = [wide.ends.includes(end) && 'wide', middle.ends.includes(end) && 'middle'].filter((name) => name !== false);
  return html`<div class="run"${before.length > 0 && html` data-turn="${before.join(' ')}"`}>
${stories.slice(start, end).map((story) => renderStory(site, story, level, level === 3, place))}</div>
`;
})}</div>`;
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
