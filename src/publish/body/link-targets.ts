/** Where a link in an article leads on the site. A link that leads nowhere is no link. */

import { posix } from 'node:path';
import { canonicalLocale } from '../../config/locale.ts';
import { idFor } from '../../markdown/anchor-rules.ts';
import { decodeAddress } from '../../web-address.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import type { LoadableArticle } from '../survey/input.ts';
import type { Addresses } from '../survey/page-addresses.ts';
import type { Media } from './media.ts';

/** Of an edition, what a link needs to know. */
export type LinkTarget = Pick<EditionSummary, 'slug' | 'locale' | 'path'>;

/** Where a link is. */
type LinkPlace = Pick<EditionSummary, 'locale' | 'path' | 'file'>;

interface ResolvedLink {
  /** The address to write in the page. */
  readonly href: string;
  /** The edition that a link within the site leads to. */
  readonly target?: LinkTarget;
  /** A file to be copied to the site. */
  readonly mediaPath?: string;
  /** Whether the target has no such anchor; the link then leads to its page. */
  readonly deadAnchor?: boolean;
}

export interface Links {
  readonly resolve: (href: string, from: LinkPlace) => ResolvedLink | undefined;
  /** Whether an address that was resolved in an earlier build still leads somewhere. */
  readonly leads: (href: string) => boolean;
}

export interface LinkIndex<Edition extends { readonly facts: LinkTarget }> {
  readonly addresses: Addresses;
  readonly sourceLocale: string;
  readonly articles: readonly LoadableArticle[];
  readonly paths: { readonly articles: ReadonlyMap<string, readonly Edition[]>; readonly moved: ReadonlyMap<string, Edition> };
  /** Site paths of lists, feeds and public files. */
  readonly pages: ReadonlySet<string>;
  readonly media: Media;
  /** What is known of a body by now; grows while pages are written. */
  readonly idsOf: (edition: Edition) => readonly string[] | undefined;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export function createLinks<Edition extends { readonly facts: LinkTarget }>(index: LinkIndex<Edition>): Links {
  const { addresses, paths } = index;
  // Most builds after a change ask for no link, and make no tables of ten thousand articles for it.
  const byPath = once(() => {
    const editions = new Map<string, Edition>();
    for (const all of paths.articles.values()) for (const one of all) editions.set(one.facts.path, one);
    return editions;
  });
  const byOtherPath = once(() => {
    const editions = new Map<string, Edition>();
    for (const all of paths.articles.values()) for (const one of all) for (const path of otherPaths(one.facts)) editions.set(path, one);
    return editions;
  });
  const byFile = once(() => {
    const articles = new Map<string, { slug: string; locale: string }>();
    for (const { slug, files } of index.articles) for (const { file, locale } of files) articles.set(file, { slug, locale });
    return articles;
  });
  const edition = (slug: string, ...locales: string[]) => {
    const published = paths.articles.get(slug) ?? [];
    return locales.map((locale) => published.find(({ facts }) => facts.locale === locale)).find((found) => found !== undefined);
  };

  /** The article at a file's place: its edition in the reader's language, else the one that the file's name means. */
  const byFileName = (path: string, from: LinkPlace) => {
    const named = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from.file), path);
    for (const file of [named, `${named.replace(/\/$/, '')}.md`, `${named.replace(/\/$/, '')}.mdx`]) {
      const found = byFile().get(file);
      if (found !== undefined) return edition(found.slug, from.locale, found.locale, index.sourceLocale);
    }
    return undefined;
  };
  const bySitePath = (path: string, from: LinkPlace) => {
    const absolute = posix.normalize(path.startsWith('/') ? path : from.path + path).replace(/(^|\/)index\.html$|\.html$/, '$1');
    const tidy = absolute.endsWith('/') ? absolute : `${absolute}/`;
    for (const one of [tidy, `/${from.locale}${tidy}`, otherLocale(tidy)]) {
      const found = byPath().get(one) ?? paths.moved.get(one) ?? byOtherPath().get(one);
      if (found !== undefined) return found.facts.locale === index.sourceLocale ? (edition(found.facts.slug, from.locale) ?? found) : found;
    }
    return undefined;
  };

  const resolve = (href: string, from: LinkPlace): ResolvedLink | undefined => {
    const trimmed = href.trim();
    if (trimmed.startsWith('//')) return resolve(`https:${trimmed}`, from);
    let local = trimmed;
    if (SCHEME.test(trimmed)) {
      if (/^(mailto|tel):/i.test(trimmed)) return { href: trimmed };
      const target = /^https?:/i.test(trimmed) ? URL.parse(trimmed) : null;
      if (target === null) return undefined;
      const within = addresses.within(trimmed);
      if (within === undefined) return { href: trimmed };
      local = within + target.search + target.hash;
    }
    const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(local) ?? [];
    const plain = decodeAddress(path);
    const target = byFileName(plain, from) ?? bySitePath(plain, from);
    if (target !== undefined) {
      const ids = index.idsOf(target);
      // Before the target is written its anchors are not known; it is looked at again when all are.
      const id = ids === undefined ? decodeAddress(fragment) : idFor(decodeAddress(fragment), (one) => ids.includes(one));
      const deadAnchor = fragment !== '' && id === undefined;
      return {
        href: addresses.href(target.facts.path) + (fragment === '' || id === undefined ? '' : `#${encodeURIComponent(id)}`),
        target: target.facts,
        deadAnchor,
      };
    }
    const page = index.pages.has(plain) ? plain : index.pages.has(`${plain}/`) ? `${plain}/` : undefined;
    if (page !== undefined) return { href: addresses.href(page) + query };
    const file = index.media.find(plain, from.file);
    return file === undefined ? undefined : { href: addresses.href(file.path), mediaPath: file.path };
  };

  return {
    resolve,
    leads: (href) => {
      const within = addresses.within(href);
      if (within === undefined || href.startsWith('#')) return true;
      const path = within.replace(/[?#].*$/s, '');
      return byPath().has(path) || index.pages.has(path) || path.startsWith('/media/');
    },
  };
}

const INDEX = /^(?:(.*)\/)?index$/;
/** `news/_posts/2026-03-20-boat`: a folder, a day, a name. */
const DATED = /^(.*\/)?(\d{4})-(\d\d)-(\d\d)-([^/]+)$/;

/**
 * The addresses that an article has on sites of other generators: of its file, with its own name in its folder, of a folder for its
 * index, of its day.
 */
function otherPaths({ slug, locale, path }: LinkTarget): string[] {
  const at = (...parts: readonly (string | undefined)[]) => ['', locale, ...parts.filter((part) => part), ''].join('/');
  const [isIndex, folder] = INDEX.exec(slug) ?? [];
  if (isIndex !== undefined) return [at(folder)];
  const [isDated, above = '', ...day] = DATED.exec(slug) ?? [];
  const named = [at(slug), at(...slug.split('/').slice(0, -1), path.split('/').at(-2))];
  return isDated === undefined ? named : [...named, at(above.replace(/(?:^|\/)(?:_posts\/.*)?$/, ''), ...day), at(...day)];
}

/** An address that begins with a locale as folders write it: `/zh_tw/news/` for `/zh-TW/news/`. */
function otherLocale(path: string): string {
  const [first = ''] = path.slice(1).split('/', 1);
  return /^\w{2,3}[-_]\w+$/.test(first) ? path.replace(first, canonicalLocale(first) ?? first) : path;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
