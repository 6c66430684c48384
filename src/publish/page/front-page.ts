/** The front page of a locale: as its editor wants it on the first page, the rest in columns. */

import type { Channel } from '../survey/edition-summary.ts';
import { channelPath, frontPath } from '../survey/page-addresses.ts';
import { renderPage } from './frame.ts';
import { type Html, html } from './html-tag.ts';
import { templated, viewLink } from './own-template.ts';
import { foreign, named, ownLanguage, say } from './reader-words.ts';
import { framed, type ListPage, listView, pagination, positionOf, river } from './river.ts';
import { type Site, siteTitle } from './site.ts';
import { renderStory, type Story, storyHeight } from './story.ts';

export function renderFront(site: Site, list: ListPage, topics: readonly Channel[]): string {
  const { locale } = list;
  const t = site.chrome(locale);
  const position = positionOf(site, list);
  const news = () => {
    if (list.stories.length === 0) return html`<p class="empty">${say(t, 'front.empty')}</p>`;
    return list.page === 1 ? frontBlocks(site, list) : river(site, list.stories);
  };
  const parts = () => ({
    heading: html`<h2 class="heading"${foreign(t, 'front.heading')}>${position ?? t('front.heading')}</h2>`,
    news: news(),
    pagination: pagination(site, list, (page) => frontPath(locale, page)),
    topics:
      list.page === 1 &&
      topics.length > 0 &&
      html`<nav class="topics"${named(t, 'article.topics')}><ul${ownLanguage(t, 'article.topics')}>${topics.map(
        (topic) => html`<li><a href="${site.addresses.href(channelPath(locale, 'tag', topic.slug))}">${topic.label}</a></li>`,
      )}</ul></nav>`,
  });
  return renderPage(site, {
    ...framed(list),
    path: frontPath(locale, list.page),
    title: position,
    titleLocale: position === undefined ? undefined : t.language('pages.position'),
    description: `${siteTitle(site, locale)}: ${t('front.heading')}${position === undefined ? '' : `. ${position}`}`,
    kind: 'front',
    main: templated(site, 'front', {
      ...{ locale, path: frontPath(locale, list.page) },
      view: () => ({
        ...listView(site, list, 3),
        topics: topics.map((topic) => viewLink(site, locale, 'tag', topic)),
        parts: parts(),
      }),
      original: () => {
        const { heading, news, pagination: pages, topics: offered } = parts();
        return html`${heading}
${news}
${pages}${offered}`;
      },
    }),
  });
}

/** How many columns a lead takes. */
const LEAD_COLUMNS = 2;
/** How many stories are set beside a lead, where they fill the room there. */
const BESIDE = 3;
/** The share of the lead's height that they fill at least. */
const FILLED = 0.6;
/** A section with fewer stories on the front page has no block of its own there. */
const BLOCK = 2;

/** The first page of the news: the lead, what is beside it, a block for each section, and the rest. */
function frontBlocks(site: Site, { stories, locale }: ListPage): Html {
  const [lead, ...others] = stories as readonly [Story, ...Story[]];
  const near = others.slice(0, BESIDE);
  const rest = others.slice(BESIDE);
  const sections = new Map<string, { readonly section: Channel; readonly stories: Story[] }>();
  for (const story of rest) {
    const { section } = story.edition;
    if (section === undefined) continue;
    const block = sections.get(section.slug) ?? { section, stories: [] };
    block.stories.push(story);
    sections.set(section.slug, block);
  }
  const blocks = [...sections.values()].filter((block) => block.stories.length >= BLOCK);
  const inBlocks = new Set(blocks.flatMap((block) => block.stories));
  const isLed = areBeside(lead, near);
  const loose = blocks.length === 0 && !isLed ? others : rest.filter((story) => !inBlocks.has(story));
  const t = site.chrome(locale);
  return html`<div class="led">
${renderStory(site, lead, 3, true, 'lead')}${
  isLed &&
  html`<div class="beside">
${near.map((story) => renderStory(site, withoutPicture(story), 3, true))}</div>`
}</div>
${
  !isLed &&
  blocks.length > 0 &&
  html`${river(site, near)}
`
}${blocks.map(
  (
    block,
  ) => html`<section class="block"><h2 class="heading"><a href="${site.addresses.href(channelPath(locale, 'section', block.section.slug))}">${block.section.label}</a></h2>
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

/** Whether stories fill the room beside a lead: not beside one without a picture, which is a few lines high. */
function areBeside(lead: Story, near: readonly Story[]): boolean {
  const height = near.reduce((all, story) => all + storyHeight(withoutPicture(story)), 0);
  return lead.image !== undefined && height >= FILLED * storyHeight(lead, LEAD_COLUMNS);
}

function withoutPicture({ image: _, ...story }: Story): Story {
  return story;
}
