/** The page of a topic, a section or an author: what it is, and its articles, the newest first. */

import type { Channel } from '../survey/edition-summary.ts';
import { type ChannelKind, channelFeedPath, channelPath } from '../survey/page-addresses.ts';
import { authorData, renderAuthor } from './author.ts';
import { renderPage } from './frame.ts';
import { type Html, html } from './html-tag.ts';
import { templated } from './own-template.ts';
import { foreign, name, say } from './reader-words.ts';
import { framed, type ListPage, listView, pagination, positionOf, river } from './river.ts';
import type { Site } from './site.ts';

/** A topic and a section have a feed of their own. */
export function hasFeed(kind: ChannelKind): boolean {
  return kind !== 'author';
}

export function renderChannel(site: Site, list: ListPage, kind: ChannelKind, channel: Channel): string {
  const { locale } = list;
  const t = site.chrome(locale);
  const position = positionOf(site, list);
  const count = t('topic.articles', { count: list.total });
  const { label, slug } = channel;
  const parts = () => ({
    header: html`<header class="topic-head"><p class="kicker">${kicker(site, locale, kind, channel)}</p>
<h1>${name(label)}</h1>
${kind === 'author' && list.page === 1 && renderAuthor(site, locale, channel)}<p class="meta"${foreign(t, 'topic.articles')}>${count}${position !== undefined && html` · ${position}`}${feedLink(site, locale, kind, channel)}</p></header>`,
    news: river(site, list.stories, 2),
    pagination: pagination(site, list, (page) => channelPath(locale, kind, slug, page)),
  });
  return renderPage(site, {
    ...framed(list),
    path: channelPath(locale, kind, slug, list.page),
    title: position === undefined ? label : `${label} (${position})`,
    description: `${label}: ${count}${position === undefined ? '' : `. ${position}`}`,
    kind: kind === 'tag' ? 'topic' : kind,
    ...(hasFeed(kind) ? { feed: { path: channelFeedPath(locale, kind, slug), title: label } } : {}),
    ...(kind === 'author' && list.page === 1 ? { head: authorData(site, locale, channel) } : {}),
    main: templated(site, kind === 'tag' ? 'topic' : kind, {
      ...{ locale, path: channelPath(locale, kind, slug, list.page) },
      view: () => ({ ...listView(site, list, 2), name: label, slug, parts: parts() }),
      original: () => {
        const { header, news, pagination: pages } = parts();
        return html`${header}
${news}
${pages}`;
      },
    }),
  });
}

function kicker(site: Site, locale: string, kind: ChannelKind, { slug }: Channel): Html | string {
  const t = site.chrome(locale);
  if (kind === 'tag') return say(t, 'topic.label');
  if (kind === 'section') return say(t, 'section.label');
  return say(t, site.authors.get(slug)?.desk === true ? 'author.desk' : 'author.label');
}

function feedLink(site: Site, locale: string, kind: ChannelKind, { slug }: Channel): Html | false {
  const t = site.chrome(locale);
  return (
    hasFeed(kind) &&
    html` · <a href="${site.addresses.href(channelFeedPath(locale, kind, slug))}"${foreign(t, 'feeds.atom')}>${t('feeds.atom')}</a>`
  );
}
