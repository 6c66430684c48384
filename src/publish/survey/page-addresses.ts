/** Addresses on the site: paths from its root, files for them, and absolute addresses. */

import { KnownError } from '../../errors.ts';
import { decodeAddress } from '../../web-address.ts';

export interface Addresses {
  /** `https://example.org`, without a path. */
  readonly origin: string;
  /** `/news` where the site is below a path, else empty. */
  readonly prefix: string;
  /** The address of a site path within the site: `/news/es/a-story/`. */
  readonly href: (path: string) => string;
  /** The same with the host: for canonical links, feeds and sitemaps. */
  readonly url: (path: string) => string;
  /** The site path of an address, or undefined for one that is elsewhere. */
  readonly within: (address: string) => string | undefined;
}

/** @throws KnownError for an address that cannot be the site's */
export function addressesOf(baseUrl: string): Addresses {
  const base = URL.parse(baseUrl);
  if (base === null || !/^https?:$/.test(base.protocol) || base.search !== '' || base.hash !== '')
    throw new KnownError(`"${baseUrl}" is not a base address`, {
      expected: 'an http or https address such as https://example.org',
      got: baseUrl,
      help: 'Set "publish.baseUrl" in the configuration, or give --base-url.',
    });
  const { origin } = base;
  const prefix = base.pathname.replace(/(?<!\/)\/+$/, '');
  const href = (path: string) => prefix + encodePath(path);
  return {
    origin,
    prefix,
    href,
    url: (path) => origin + href(path),
    within: (address) => {
      const target = URL.parse(address, `${origin}/`);
      if (target === null || target.origin !== origin) return undefined;
      if (target.pathname !== prefix && !target.pathname.startsWith(`${prefix}/`)) return undefined;
      return decodeAddress(target.pathname.slice(prefix.length)) || '/';
    },
  };
}

/** Escapes what has a meaning in an address; letters of any script become UTF-8, percent-encoded. */
function encodePath(path: string): string {
  return /^[\w./~-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

export function articlePath(locale: string, slug: string): string {
  return `/${locale}/${slug}/`;
}

/** @param page from 1, which is the front page itself */
export function frontPath(locale: string, page = 1): string {
  return page === 1 ? `/${locale}/` : `/${locale}/page/${page}/`;
}

/** What may have pages of its articles, by its part of the path. */
export const CHANNEL_KINDS = ['tag', 'section', 'author'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export function channelPath(locale: string, kind: ChannelKind, slug: string, page = 1): string {
  return page === 1 ? `/${locale}/${kind}/${slug}/` : `/${locale}/${kind}/${slug}/page/${page}/`;
}

/** Of the newest articles of a channel, in Atom. */
export function channelFeedPath(locale: string, kind: ChannelKind, slug: string): string {
  return `${channelPath(locale, kind, slug)}feed.xml`;
}

/** The file that answers for a path: `/es/a-story/` -> `es/a-story/index.html`. */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** The name of a topic, a section or an author in a path: lower case, words joined by hyphens. */
export function channelSlug(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    // C, C++ and C# are not one topic.
    .replace(/(?<=[\p{L}\p{N}+])\+/gu, '-plus')
    .replace(/(?<=\p{L})#/gu, '-sharp')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return slug === '' || slug === 'page' ? `topic-${slug || 'other'}` : slug;
}

/** Whether a slug can be part of a path and of a file's name: no part of it is empty, hidden or too long. */
/** Generators that put a `slug` in the place of the last part of a path; elsewhere it is all of it. */
const LAST_PART = ['hugo', 'kramdown'];

/**
 * The path below its locale that an edition has by the `slug` of its front matter.
 * @param slug the article's: its path among the articles
 * @param extensions `SiteInput.extensions`
 * @returns undefined where it has none
 */
export function chosenSlug(own: string | undefined, slug: string, extensions: readonly string[]): string | undefined {
  const chosen = own?.replace(/^\/+|(?<!\/)\/+$/g, '').normalize('NFC');
  if (chosen === undefined || chosen === '') return undefined;
  if (chosen.includes('/') || !extensions.some((one) => LAST_PART.includes(one))) return chosen;
  const place = slug.replace(/(?<=.)\/_?index$/, '');
  return place.slice(0, place.lastIndexOf('/') + 1) + chosen;
}

export function isSiteSlug(slug: string): boolean {
  const parts = slug.split('/');
  return (
    slug.length <= 1000 &&
    parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\\u0000-\u001f<>:"|?*]/.test(part) && Buffer.byteLength(part) <= 240)
  );
}
