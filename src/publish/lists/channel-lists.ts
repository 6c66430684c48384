/** The pages and feeds of topics, sections and authors. */

import { hasFeed, renderChannel } from '../page/channel-page.ts';
import type { Channel, EditionSummary } from '../survey/edition-summary.ts';
import { CHANNEL_KINDS, type ChannelKind, channelFeedPath, channelPath, fileOf } from '../survey/page-addresses.ts';
import { FEED_LENGTH, type FeedArticle, renderAtom } from './feeds.ts';
import { alternates, type ListsWork, pageCount, writePages } from './list-pages.ts';
import type { SitemapPage } from './sitemaps.ts';

interface ChannelList {
  readonly kind: ChannelKind;
  /** As the newest article has it; of an author, with the newest role. */
  channel: Channel;
  /** The newest first. */
  readonly editions: EditionSummary[];
}

/** Those of a locale, by kind and slug. */
export type ChannelLists = ReadonlyMap<string, ChannelList>;

const keyOf = (kind: ChannelKind, { slug }: Channel) => `${kind} ${slug}`;

export function channelsIn(editions: readonly EditionSummary[]): ChannelLists {
  const lists = new Map<string, ChannelList>();
  for (const edition of editions)
    for (const kind of CHANNEL_KINDS)
      for (const channel of channelsOfKind(kind, edition)) {
        const key = keyOf(kind, channel);
        const list = lists.get(key);
        if (list === undefined) lists.set(key, { kind, channel, editions: [edition] });
        else {
          list.editions.push(edition);
          const { role } = channel;
          if (list.channel.role === undefined && role !== undefined) list.channel = { ...list.channel, role };
        }
      }
  return lists;
}

function channelsOfKind(kind: ChannelKind, { topics, section, authors }: EditionSummary): readonly Channel[] {
  if (kind === 'tag') return topics;
  if (kind === 'author') return authors;
  return section === undefined ? [] : [section];
}

/** Every path that `writeChannels` fills. */
export function channelPaths(site: ListsWork['site'], locale: string, editions: readonly EditionSummary[]): string[] {
  return [...channelsIn(editions).values()].flatMap(({ kind, channel: { slug }, editions: own }) => [
    ...Array.from({ length: pageCount(site, own) }, (_, index) => channelPath(locale, kind, slug, index + 1)),
    ...(hasFeed(kind) ? [channelFeedPath(locale, kind, slug)] : []),
  ]);
}

/**
 * @param channels of every locale
 * @param feedArticle an edition as a feed has it
 * @returns the pages that may be indexed
 */
export function writeChannels(
  work: ListsWork,
  locale: string,
  channels: ReadonlyMap<string, ChannelLists>,
  feedArticle: (edition: EditionSummary) => FeedArticle,
): SitemapPage[] {
  const { site, stage } = work;
  return [...(channels.get(locale)?.values() ?? [])].flatMap(({ kind, channel, editions }) => {
    const { slug, label } = channel;
    const versions = alternates(
      site,
      (one) => channels.get(one)?.get(keyOf(kind, channel))?.editions,
      (one) => channelPath(one, kind, slug),
    );
    if (hasFeed(kind)) {
      const path = channelFeedPath(locale, kind, slug);
      const feed = { path, page: channelPath(locale, kind, slug), title: label };
      stage.put(fileOf(path), renderAtom(site, locale, editions.slice(0, FEED_LENGTH).map(feedArticle), feed));
    }
    return writePages(work, {
      locale,
      editions,
      path: (page) => channelPath(locale, kind, slug, page),
      versions,
      fallback: versions.find((version) => version.locale === site.sourceLocale && version.indexed)?.path,
      render: (list) => renderChannel(site, list, kind, channel),
      more: [kind, channel],
    });
  });
}
