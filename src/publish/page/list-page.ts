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
  return renderPage(site, {
    ...shared(list),
    path: frontPath(locale, list.page),
    title: position,
    titleLocale: position === undefined ? undefined : t.language('pages.position'),
    description: `${siteTitle(site, locale)}: ${t('front.heading')}${position === undefined ? '' : `. ${position}`}`,
    kind: 'front',
    main: html`<h2 class="heading"${foreign(t, 'front.heading')}>${position ?? t('front.heading')}</h2>
${
  list.stories.length === 0
    ? html`<p class="empty">${say(t, 'front.empty')}</p>`
    : list.page === 1
      ? frontBlocks(site, list)
      : river(site, list.stories)
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
${river(site, list.stories, 2)}
${pagination(site, list, (page) => tagPath(locale, topic.slug, page))}`,
  });
}

/** How many stories are set beside a lead. */
const BESIDE = 3;
/** A section with fewer stories on the front page has no block of its own there. */
const BLOCK = 2;

/** The first page of the news: the lead, what is beside it, a block for each section, and the rest. */
function frontBlocks(site: Site, { stories, locale }: ListPage): Html {
  const [lead, ...others] = stories as readonly [Story, ...Story[]];
  const rest = others.slice(BESIDE);
  const sections = new Map<string, { readonly label: string; readonly stories: Story[] }>();
  for (const story of rest) {
    const { section } = story.edition;
    if (section === undefined) continue;
    const block = sections.get(section.slug) ?? { label: section.label, stories: [] };
    block.stories.push(story);
    sections.set(section.slug, block);
  }
  const blocks = [...sections.values()].filter((block) => block.stories.length >= BLOCK);
  const inBlocks = new Set(blocks.flatMap((block) => block.stories));
  const loose = rest.filter((story) => !inBlocks.has(story));
  const t = site.chrome(locale);
  return html`<div class="led${lead.image === undefined ? ' unpictured' : ''}">
${renderStory(site, lead, 3, true, 'lead')}${
  others.length > 0 &&
  html`<div class="beside">
${others.slice(0, BESIDE).map((story) => renderStory(site, withoutPicture(story), 3, true))}</div>`
}</div>
${blocks.map(
  (block) => html`<section class="block"><h2 class="heading">${block.label}</h2>
${river(site, block.stories)}</section>
`,
)}${
  loose.length > 0 &&
  (blocks.length === 0
    ? river(site, loose)
    : html`<section class="block"><h2 class="heading"${foreign(t, 'section.all')}>${t('section.all')}</h2>
${river(site, loose)}</section>`)
}`;
}

function withoutPicture({ image: _, ...story }: Story): Story {
  return story;
}

/** Stories in columns, one below the other: whatever their heights, none leaves a gap beside it. */
function river(site: Site, stories: readonly Story[], level: 2 | 3 = 3): Html {
  return html`<div class="stories">
${stories.map((story) => renderStory(site, story, level, level === 3))}</div>`;
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
