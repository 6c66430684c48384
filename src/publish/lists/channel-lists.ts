/** The pages and feeds of topics, sections and authors. */

import { hasFeed, renderChannel } from '../page/channel-page.ts';
import type { PublishedEdition } from '../survey/assign-paths.ts';
import type { Channel } from '../survey/edition-summary.ts';
import { CHANNEL_KINDS, type ChannelKind, channelFeedPath, channelPath, fileOf } from '../survey/page-addresses.ts';
import { FEED_LENGTH, type FeedArticle, renderAtom } from './feeds.ts';
import { alternates, type IndexedPage, type ListsWork, pageCount, putList, textsDigest, writePages } from './list-pages.ts';

interface ChannelList {
  readonly kind: ChannelKind;
  /** As the newest article has it; of an author, with the newest role. */
  channel: Channel;
  /** The newest first. */
  readonly editions: PublishedEdition[];
}

/** Those of a locale, in the order in which the newest articles have them, and by kind and slug. */
export interface ChannelLists {
  readonly all: readonly ChannelList[];
  readonly of: Readonly<Record<ChannelKind, ReadonlyMap<string, ChannelList>>>;
}

export function channelsIn(editions: readonly PublishedEdition[]): ChannelLists {
  const all: ChannelList[] = [];
  const of: Record<ChannelKind, Map<string, ChannelList>> = { tag: new Map(), section: new Map(), author: new Map() };
  for (const edition of editions)
    for (const kind of CHANNEL_KINDS)
      for (const channel of channelsOfKind(kind, edition)) {
        const list = of[kind].get(channel.slug);
        if (list === undefined) {
          const made = { kind, channel, editions: [edition] };
          of[kind].set(channel.slug, made);
          all.push(made);
        } else {
          list.editions.push(edition);
          const { role } = channel;
          if (list.channel.role === undefined && role !== undefined) list.channel = { ...list.channel, role };
        }
      }
  return { all, of };
}

function channelsOfKind(kind: ChannelKind, { facts: { topics, section, authors } }: PublishedEdition): readonly Channel[] {
  if (kind === 'tag') return topics;
  if (kind === 'author') return authors;
  return section === undefined ? [] : [section];
}

/** Every path that `writeChannels` fills. */
export function channelPaths(site: ListsWork['site'], locale: string, channels: ChannelLists | undefined): string[] {
  return (channels?.all ?? []).flatMap(({ kind, channel: { slug }, editions: own }) => [
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
  feedArticle: (edition: PublishedEdition) => FeedArticle,
): IndexedPage[] {
  const { site } = work;
  return (channels.get(locale)?.all ?? []).flatMap(({ kind, channel, editions }) => {
    const { slug, label } = channel;
    const versions = alternates(
      site,
      (one) => channels.get(one)?.of[kind].get(slug)?.editions,
      (one) => channelPath(one, kind, slug),
    );
    if (hasFeed(kind)) {
      const path = channelFeedPath(locale, kind, slug);
      const feed = { path, page: channelPath(locale, kind, slug), title: label };
      const newest = editions.slice(0, FEED_LENGTH);
      putList(work, fileOf(path), locale, newest, textsDigest(work, newest, feed), () =>
        renderAtom(site, locale, newest.map(feedArticle), feed),
      );
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
