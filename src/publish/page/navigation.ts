/** The menu of the sections and the standing pages in the foot: what of them there is in a locale. */

import type { Config } from '../../config.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';
import { channelPath, channelSlug } from '../survey/page-addresses.ts';
import type { Chrome } from './chrome.ts';

export interface NavigationLink {
  /** Site path, or an address elsewhere. */
  readonly path: string;
  readonly label: string;
  /** The language of the label, where it is not the page's. */
  readonly language?: string | undefined;
}

export interface Navigation {
  readonly menu: readonly NavigationLink[];
  /** Imprint, policies, what the newspaper says of itself. */
  readonly standing: readonly NavigationLink[];
}

type MenuItem = Exclude<Config['publish']['menu'], undefined | readonly unknown[]>[string][number];

/** Fewer sections than these need no menu. */
const FEW_SECTIONS = 2;

/**
 * @param editions of the locale, the newest first
 * @param pages the locale's standing pages
 */
export function navigationOf(
  { menu }: Pick<Config['publish'], 'menu'>,
  t: Chrome,
  editions: readonly EditionFacts[],
  pages: readonly EditionFacts[],
): Navigation {
  const { locale } = t;
  const items = Array.isArray(menu) ? menu : (menu?.[locale] ?? menu?.default);
  const standing = [...pages].sort((a, b) => rank(a) - rank(b) || (a.slug < b.slug ? -1 : 1));
  return {
    menu:
      items === undefined
        ? sectionLinks(locale, editions)
        : (items as readonly MenuItem[]).flatMap((item) => linkOf(item, t, editions, pages)),
    standing: standing.map(({ path, title }) => ({ path, label: title })),
  };
}

/** In the order of their slugs: a new article changes no menu, but the first of its section. */
function sectionLinks(locale: string, editions: readonly EditionFacts[]): NavigationLink[] {
  const sections = new Map(editions.flatMap(({ section }) => (section === undefined ? [] : [[section.slug, section]])));
  if (sections.size < FEW_SECTIONS) return [];
  return [...sections.values()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, label }) => ({ path: channelPath(locale, 'section', slug), label }));
}

/** @returns nothing for what the locale does not have: a menu leads nowhere else */
function linkOf(item: MenuItem, t: Chrome, editions: readonly EditionFacts[], pages: readonly EditionFacts[]): NavigationLink[] {
  const { locale } = t;
  if ('href' in item) {
    const { href, label } = item;
    return [{ path: href, label: t.has(label) ? t(label) : label, language: t.has(label) ? t.language(label) : undefined }];
  }
  if ('page' in item) {
    const found = [...pages, ...editions].find(({ slug }) => slug === item.page);
    return found === undefined ? [] : [{ path: found.path, label: found.title }];
  }
  const [kind, named] = 'section' in item ? (['section', item.section] as const) : (['tag', item.topic] as const);
  const slug = channelSlug(named);
  for (const { section, topics } of editions) {
    const channel = (kind === 'tag' ? topics : section === undefined ? [] : [section]).find((one) => one.slug === slug);
    if (channel !== undefined) return [{ path: channelPath(locale, kind, slug), label: channel.label }];
  }
  return [];
}

const rank = ({ weight }: EditionFacts) => weight ?? Number.MAX_VALUE;
